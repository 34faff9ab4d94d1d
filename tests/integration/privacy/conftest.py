from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.privacy.world import World
from tests.support.databases import BACKENDS, fresh_url


@pytest.fixture(params=BACKENDS)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """Ana, who is to be forgotten, and Bo, who is not."""
    for url in fresh_url(request.param, tmp_path, request):
        world = World(url, tmp_path)
        yield world
        world.close()
