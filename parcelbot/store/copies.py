"""Copy a whole database into a file while others use it, and put it back: SQLite's own backup, pg_dump, pg_restore."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import MetaData, create_engine, inspect
from sqlalchemy.engine.url import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.store.schema.engine import VERSION_TABLE
from parcelbot.store.trackers.database import url_of

_OWNER_ONLY = 0o600
#: Files in which SQLite keeps what has not gone into the database yet.
_JOURNALS = ("-wal", "-shm")


class CopyFailed(Exception):
    """A database could not be copied or put back; says why in one line."""


def kind_of(address: str) -> str:
    """Give `sqlite` or `postgresql`; an address is a URL, or an SQLite file."""
    return str(_url(address).get_backend_name())


def copy_out(address: str, file: Path) -> None:
    """Copy the database as it is at one moment; CopyFailed when there is none or it does not answer."""
    url = _url(address)
    if kind_of(address) == "sqlite":
        _copy_sqlite(Path(str(url.database)), file)
    else:
        _run("pg_dump", url, "--format=custom", "--no-owner", f"--file={file}")
    file.chmod(_OWNER_ONLY)


def bring_back(address: str, file: Path) -> None:
    """Put a copy in the place of what is there now; nobody may use the database meanwhile. CopyFailed."""
    url = _url(address)
    if kind_of(address) == "sqlite":
        _replace_sqlite(Path(str(url.database)), file)
        return
    _run("pg_restore", None, "--list", str(file))
    _drop_tables(url)
    _run("pg_restore", url, "--no-owner", "--single-transaction", "--exit-on-error", str(file))


def revision_of(address: str) -> str:
    """Give the revision of our tables there; "" where there are none."""
    url = _url(address)
    if kind_of(address) == "sqlite" and not Path(str(url.database)).exists():
        return ""
    try:
        with create_engine(url, hide_parameters=True).connect() as connection:
            if not inspect(connection).has_table(VERSION_TABLE):
                return ""
            return str(connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar() or "")
    except SQLAlchemyError as error:
        raise CopyFailed(str(error).splitlines()[0]) from error


def _url(address: str) -> URL:
    return make_url(url_of(address))


def _copy_sqlite(source: Path, file: Path) -> None:
    if not source.exists():
        raise CopyFailed(f"there is no {source}")
    try:
        with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(file)) as there:
            here.backup(there)
    except sqlite3.Error as error:
        raise CopyFailed(f"{source}: {error}") from error


def _replace_sqlite(target: Path, file: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{target.name}.new")
    shutil.copyfile(file, beside)
    beside.chmod(_OWNER_ONLY)
    for journal in _JOURNALS:
        target.with_name(target.name + journal).unlink(missing_ok=True)
    beside.replace(target)


def _drop_tables(url: URL) -> None:
    """Remove all tables, so that those of a later version do not stay beside an earlier one's."""
    try:
        engine = create_engine(url, hide_parameters=True)
        with engine.begin() as connection:
            there = MetaData()
            there.reflect(connection)
            there.drop_all(connection)
    except SQLAlchemyError as error:
        raise CopyFailed(str(error).splitlines()[0]) from error


def _run(program: str, url: URL | None, *options: str) -> None:
    """Run one of PostgreSQL's programs; the password goes by its environment, where `ps` does not show it."""
    found = shutil.which(program)
    if found is None:
        raise CopyFailed(f"{program} is not installed (on Debian: apt-get install postgresql-client)")
    address = [f"--dbname={url.set(drivername='postgresql', password=None)}"] if url is not None else []
    environment = {
        "PATH": os.defpath,
        **({"PGPASSWORD": str(url.password)} if url is not None and url.password else {}),
    }
    done = subprocess.run(
        [found, *address, *options], env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        raise CopyFailed((done.stderr.strip().splitlines() or [f"{program} failed"])[0])
