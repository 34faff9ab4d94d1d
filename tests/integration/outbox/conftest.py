from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.outbox.world import Clock, Helpdesk, World
from tests.support.databases import BACKENDS, fresh_url, with_tables


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    yield from fresh_url(request.param, tmp_path, request)


@pytest.fixture
def world(url: str) -> Iterator[World]:
    engine = with_tables(url)
    yield World(engine)
    engine.dispose()


@pytest.fixture
def clock(world: World) -> Clock:
    return world.clock


@pytest.fixture
def helpdesk() -> Helpdesk:
    return Helpdesk()
