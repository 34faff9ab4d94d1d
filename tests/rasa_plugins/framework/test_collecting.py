"""What is loaded when the server has started is not looked through again."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from parcelbot.rasa_plugins.framework.collecting import spare_the_model


@pytest.fixture
def spared() -> Iterator[list[object]]:
    model: list[object] = [[]]
    spare_the_model()
    yield model
    gc.unfreeze()


def test_what_is_there_is_out_of_the_collectors_sight(spared: list[object]) -> None:
    assert gc.get_freeze_count() > 0
    assert not any(each is spared for each in gc.get_objects())


def test_what_comes_later_is_collected_as_ever(spared: list[object]) -> None:
    later: list[object] = []
    later.append(later)
    assert any(each is later for each in gc.get_objects())
    del later
    assert gc.collect() > 0
