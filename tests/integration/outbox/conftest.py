from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parcelbot.store.schema.engine import create_tables, open_engine
from tests.integration.outbox.world import Clock, Helpdesk, World
from tests.support.databases import BACKENDS, fresh_url, need


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    need(request.param)
    yield from fresh_url(request.param, tmp_path)


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
