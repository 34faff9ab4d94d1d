"""Open the database and bring it up to date: SQLite with a write-ahead log by default, PostgreSQL by its URL."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event, func, inspect, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.engine.url import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from parcelbot.store.migrations import HEAD
from parcelbot.store.schema.metadata import metadata

_LOCK_WAIT_S = 10
_ATTEMPTS = 5
_OWNER_ONLY = 0o600
#: A server that has vanished from the network is given up within seconds, and not after the system's two hours.
_SERVER_LIMITS = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
#: Any number, but always this one: PostgreSQL's advisory lock.
_LOCK_KEY = 7_305_017_017
VERSION_TABLE = "alembic_version"
_STAMP = (
    f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL,"
    f" CONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num))",
    f"INSERT INTO {VERSION_TABLE} VALUES ('{HEAD}')",
)


def open_engine(url: str) -> Engine:
    """Give an engine that threads may share; for an SQLite file its directory is made.

    Its errors do not tell what was read or written, because that would end up in logs.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        limits = _SERVER_LIMITS if parsed.get_backend_name() == "postgresql" else {}
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=limits)
    if parsed.database:
        _keep_private(Path(parsed.database))
    options = {"timeout": _LOCK_WAIT_S, "check_same_thread": False}
    engine = create_engine(url, poolclass=QueuePool, connect_args=options, hide_parameters=True)
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _keep_private(file: Path) -> None:
    """Make the file, or its rights, so that only its owner reads it; SQLite gives its journal the same."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_dir():
        return  # opening it will say so
    file.touch(mode=_OWNER_ONLY)
    with suppress(PermissionError):  # somebody else's, who has to see to it
        file.chmod(_OWNER_ONLY)


def create_tables(engine: Engine) -> None:
    """Bring the database up to date: a fresh one gets all tables, an older one is upgraded and keeps its rows.

    Several processes may do so at once. alembic.util.CommandError for a database of a later version.
    """
    with_patience(engine, lambda connection: None if _is_current(connection) else _bring_up_to_date(connection))


def with_patience(engine: Engine, set_up: Callable[[Connection], None]) -> None:
    """Run what sets a database up, again after a moment where another process is just setting up the same one."""
    for attempt in range(_ATTEMPTS):
        try:
            with engine.connect() as connection:
                set_up(connection)
            return
        except OperationalError:
            # SQLite does not wait while another process switches a new file to its write-ahead log
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.1 * (attempt + 1))


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table(VERSION_TABLE):
        return False
    return bool(connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar() == HEAD)


def _bring_up_to_date(connection: Connection) -> None:
    with alone(connection):
        if _is_current(connection):
            return  # another process was faster
        if set(inspect(connection).get_table_names()) & {VERSION_TABLE, *metadata.tables}:
            # alembic takes long to load, and most starts do without
            from parcelbot.store.schema.upgrading import upgrade

            upgrade(connection)
        else:
            metadata.create_all(connection)
            for statement in _STAMP:
                connection.exec_driver_sql(statement)


@contextmanager
def alone(connection: Connection) -> Iterator[None]:
    """Open a transaction that no other process can be in at the same time."""
    if connection.dialect.name != "sqlite":
        with connection.begin():
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK_KEY)))
            yield
        return
    # the driver's own transactions would leave table definitions out
    connection.execution_options(isolation_level="AUTOCOMMIT")
    # a table that is made anew must not take the rows with it that hang on it
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    try:
        with connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield
    finally:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def _set_up_sqlite(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
