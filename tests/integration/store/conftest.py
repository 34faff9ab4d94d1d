from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from parcelbot.store.shipments import SqlShipmentCache
from tests.integration.store.desk_cases import Shop
from tests.support.databases import BACKENDS, fresh_url, with_tables
from tests.support.tickets import SeededTicketStore


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty database."""
    yield from fresh_url(backend, tmp_path, request)


@pytest.fixture
def another_url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """One more empty database of the same kind."""
    yield from fresh_url(backend, tmp_path, request)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = with_tables(url)
    yield engine
    engine.dispose()


@pytest.fixture
def tickets(engine: Engine) -> SeededTicketStore:
    return SeededTicketStore(engine)


@pytest.fixture
def cache(engine: Engine) -> SqlShipmentCache:
    return SqlShipmentCache(engine)


@pytest.fixture
def shop(engine: Engine) -> Shop:
    return Shop(engine)
