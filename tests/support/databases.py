"""Empty databases for tests: SQLite files, and schemas of the PostgreSQL server that TEST_POSTGRES_URL names."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from parcelbot.store.schema.engine import open_engine

_SERVER = os.environ.get("TEST_POSTGRES_URL", "")

BACKENDS = ("sqlite", "postgresql")


def need(backend: str) -> None:
    """Skip the test when there is no such database here."""
    if backend == "postgresql" and not _SERVER:
        pytest.skip("set TEST_POSTGRES_URL=postgresql://… to run this on PostgreSQL, too")


def fresh_url(backend: str, folder: Path) -> Iterator[str]:
    """The address of an empty database; gone afterwards."""
    name = f"test_{uuid.uuid4().hex}"
    if backend == "sqlite":
        yield f"sqlite:///{folder}/new/folder/{name}.db"
        return
    admin = open_engine(_SERVER)
    with admin.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    yield f"{_SERVER}?options=-csearch_path%3D{name}"
    with admin.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
    admin.dispose()
