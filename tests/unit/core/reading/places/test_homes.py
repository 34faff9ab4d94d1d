"""Where a shopper lives, and where the parcel is seen."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.places.homes import find_home, find_sighting, is_only_for_now


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


@pytest.mark.parametrize(
    "text",
    [
        "I'm in Oslo until Friday, going to Bergen after that",
        "I am near Denver now driving to Omaha, back on the ninth",
        "my wife is in Porto for the week",
        "my brother's going to Hanoi",
    ],
)
def test_where_somebody_is_for_a_time_is_neither_home_nor_the_parcels_place(text: str) -> None:
    assert (find_home(text), find_sighting(text)) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "it says out for delivery in Kent but I'm in Leeds",
        "it is going to Berlin and I am in Leeds",
        "I'm in Leeds and it's going to Berlin until Friday",
    ],
)
def test_who_says_where_they_are_lives_there_all_the_same(text: str) -> None:
    home = find_home(text)
    assert home is not None
    assert home.value == "Leeds"


@pytest.mark.parametrize(
    ("text", "for_now"),
    [
        ("my partner is in Portugal for work", True),
        ("I'm travelling in Portugal", True),
        ("I live in Portugal and travel a lot", False),
        ("my sister is in Portugal, do you send there", False),
        ("I am back today, it is in Portugal", False),
    ],
)
def test_a_country_where_somebody_is_for_a_time_is_no_parcels_country(text: str, for_now: bool) -> None:
    assert is_only_for_now(text, text.index("Portugal")) is for_now
