"""That a place is no stop on the way is read in its words."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.places.stops import denies_a_stop


@pytest.mark.parametrize(
    "text",
    [
        "Finland is not a transit country",
        "that isn't a stop on the way, I live in Lyon",
        "it doesn't go through there",
        "Chile is nowhere near me",
        "Denmark isn't on the way to Spain",
        "no, that's exactly where it is stuck, my home is in Wales",
    ],
)
def test_who_knows_the_way_is_heard(text: str) -> None:
    assert denies_a_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "it isn't on the way to me yet",
        "why is it not in transit?",
        "it's not through customs",
        "is it stuck?",
        "the number is not going through",
    ],
)
def test_a_parcel_that_only_stands_still_is_no_such_word(text: str) -> None:
    assert not denies_a_stop(text)


@pytest.mark.parametrize("text", ["couldn't they stop on the way here?", "why do you not stop along the road?"])
def test_who_asks_for_a_stop_denies_none(text: str) -> None:
    assert not denies_a_stop(text)
