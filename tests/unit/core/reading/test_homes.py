"""Where a shopper lives, and where the parcel is seen."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.homes import find_home, find_sighting


@pytest.mark.parametrize(
    ("text", "home", "seen"),
    [
        ("it went to Hamburg and my address is in Kiel", "Kiel", "Hamburg"),
        ("its out for delivery in porto, i live in braga", "braga", "porto"),
        ("Delivered in St Ives but I’m based in Newcastle upon Tyne", "Newcastle upon Tyne", "St Ives"),
        ("we live in Norway", "Norway", ""),
        ("tracking shows it in Lyon", "", "Lyon"),
    ],
)
def test_both_places_are_told_apart(text: str, home: str, seen: str) -> None:
    found = (find_home(text), find_sighting(text))
    assert tuple(mention.value if mention else "" for mention in found) == (home, seen)


@pytest.mark.parametrize(
    "text",
    ["I was in all day", "it is stuck in customs", "I'm in a hurry", "it is in transit", "is it in town"],
)
def test_what_only_sounds_like_a_place_is_none(text: str) -> None:
    assert (find_home(text), find_sighting(text)) == (None, None)
