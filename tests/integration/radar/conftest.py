from __future__ import annotations

import pytest
from sqlalchemy.engine import Engine

from tests.integration.radar.world import RadarWorld


@pytest.fixture
def world(engine: Engine) -> RadarWorld:
    return RadarWorld(engine)
