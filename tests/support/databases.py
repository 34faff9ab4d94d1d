"""Databases for tests, SQLite files and schemas of a PostgreSQL server: empty ones, and ones with today's tables."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine, make_url

from parcelbot.store.schema.engine import create_tables, open_engine

BACKENDS = ("sqlite", "postgresql")


def fresh_url(backend: str, folder: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database; gone afterwards. Skips the test when there is no such server here."""
    if backend == "sqlite":
        yield f"sqlite:///{folder}/new/folder/test_{uuid.uuid4().hex}.db"
    else:
        yield from _fresh_schema(request.getfixturevalue("postgresql_url"))


def with_tables(url: str) -> Engine:
    """An engine on the empty database at `url`, which then has what `create_tables` makes.

    Copied from what was made once, for making it is most of a test's time.
    """
    file = make_url(url).database
    engine = open_engine(url)
    if engine.dialect.name == "sqlite" and file:
        Path(file).write_bytes(new_sqlite_file())
    else:
        with engine.begin() as connection:
            connection.exec_driver_sql(_statements(url))
    return engine


@cache
def new_sqlite_file() -> bytes:
    """The bytes of an SQLite database with today's tables and no rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        engine = open_engine(f"sqlite:///{path}")
        create_tables(engine)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        return path.read_bytes()


def _fresh_schema(server_url: str) -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex}"
    admin = open_engine(server_url)
    with admin.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    yield f"{server_url}?options=-csearch_path%3D{name}"
    with admin.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
    admin.dispose()


def _statements(url: str) -> str:
    return _listened_to(url.partition("?")[0])


@cache
def _listened_to(server_url: str) -> str:
    """The statements with which `create_tables` fills an empty schema of this server."""
    said: list[str] = []

    def listen(_: Any, __: Any, statement: str, *___: Any) -> None:
        said.append(statement.strip())

    for url in _fresh_schema(server_url):
        engine = open_engine(url)
        event.listen(engine, "before_cursor_execute", listen)
        create_tables(engine)
        engine.dispose()
    return ";\n".join(statement for statement in said if statement.startswith(("CREATE", "INSERT")))
