"""The inbox as it is served, over a database of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.inbox import Clock
from tests.support.office import Office


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    office = Office(tmp_path, clock)
    yield office
    office.close()
