from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from tests.integration.radar.world import RadarWorld
from tests.support.databases import BACKENDS, fresh_url, with_tables


@pytest.fixture(params=BACKENDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    for url in fresh_url(str(request.param), tmp_path, request):
        engine = with_tables(url)
        yield engine
        engine.dispose()


@pytest.fixture
def world(engine: Engine) -> RadarWorld:
    return RadarWorld(engine)
