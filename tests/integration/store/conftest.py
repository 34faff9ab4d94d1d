from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from parcelbot.store.engine import create_tables, open_engine
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.store.tickets import SqlTicketStore

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL", "")


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    if request.param == "postgresql" and not POSTGRES_URL:
        pytest.skip("set TEST_POSTGRES_URL=postgresql://… to run this on PostgreSQL, too")
    return str(request.param)


@pytest.fixture
def url(backend: str, tmp_path: Path) -> Iterator[str]:
    """An empty database: a new file, or a new schema of the server that TEST_POSTGRES_URL names."""
    yield from [f"sqlite:///{tmp_path}/new/folder/parcelbot.db"] if backend == "sqlite" else schema_of(POSTGRES_URL)


@pytest.fixture
def another_url(backend: str, tmp_path: Path) -> Iterator[str]:
    """One more empty database of the same kind."""
    yield from [f"sqlite:///{tmp_path}/another.db"] if backend == "sqlite" else schema_of(POSTGRES_URL)


def schema_of(server: str) -> Iterator[str]:
    name = f"test_{uuid.uuid4().hex}"
    admin = open_engine(server)
    with admin.begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {name}")
    yield f"{server}?options=-csearch_path%3D{name}"
    with admin.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
    admin.dispose()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    create_tables(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def tickets(engine: Engine) -> SqlTicketStore:
    return SqlTicketStore(engine)


@pytest.fixture
def cache(engine: Engine) -> SqlShipmentCache:
    return SqlShipmentCache(engine)
