from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.tracker_store.talks import Stores
from tests.support.databases import BACKENDS, fresh_url


@pytest.fixture(params=BACKENDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database."""
    (tmp_path / "new" / "folder").mkdir(parents=True)
    yield from fresh_url(request.param, tmp_path, request)


@pytest.fixture
def stores(url: str) -> Iterator[Stores]:
    stores = Stores(url)
    yield stores
    stores.close()
