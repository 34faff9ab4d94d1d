from __future__ import annotations

import pytest
from sqlalchemy.engine import Engine

from tests.integration.watching.world import World


@pytest.fixture
def world(engine: Engine) -> World:
    return World(engine)
