from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.privacy.world import World
from tests.support.databases import BACKENDS, fresh_url, need


@pytest.fixture(params=BACKENDS)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """Ana, who is to be forgotten, and Bo, who is not."""
    need(request.param)
    for url in fresh_url(request.param, tmp_path):
        world = World(url, tmp_path)
        yield world
        world.close()
