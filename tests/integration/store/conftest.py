from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from parcelbot.store.engine import create_tables, open_engine
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.store.tickets import SqlTicketStore


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/new/folder/parcelbot.db"


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
