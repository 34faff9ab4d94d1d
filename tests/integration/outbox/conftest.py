from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parcelbot.store.engine import create_tables, open_engine
from tests.integration.outbox.world import Clock, Helpdesk, World
from tests.integration.store.conftest import POSTGRES_URL, schema_of


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database: a new file, or a new schema of the server that TEST_POSTGRES_URL names."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/parcelbot.db"
    elif not POSTGRES_URL:
        pytest.skip("set TEST_POSTGRES_URL=postgresql://… to run this on PostgreSQL, too")
    else:
        yield from schema_of(POSTGRES_URL)


@pytest.fixture
def world(url: str) -> Iterator[World]:
    engine = open_engine(url)
    create_tables(engine)
    yield World(engine)
    engine.dispose()


@pytest.fixture
def clock(world: World) -> Clock:
    return world.clock


@pytest.fixture
def helpdesk() -> Helpdesk:
    return Helpdesk()
