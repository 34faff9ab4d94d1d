from __future__ import annotations

import pytest

from parcelbot.core.reading.orders.which_one import (
    ParcelStanding,
    asks_for_all,
    misses_from_the_box,
    names_the_other,
    number_ending,
    place_named,
    standing_named,
)

NUMBERS = ("YT2632500000000055", "YT2632500000000155", "RR700455417CN")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second one, please", 1),
        ("what of box 3", 2),
        ("parcel two is late", 1),
        ("the last one", 2),
        ("2nd", 1),
        ("box five", None),
        ("first of all, thanks", None),
        ("which arrives first?", None),
        ("the last scan is old", None),
        ("I have waited two weeks", None),
    ],
)
def test_a_place_is_read_where_a_parcel_is_named_by_it(text: str, place: int | None) -> None:
    assert place_named(text, 3) == place


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("…0055", NUMBERS[0]),
        ("the one that ends in 155", NUMBERS[1]),
        ("417cn", NUMBERS[2]),
        ("the one with 55", ""),
        ("I paid 120", ""),
        (NUMBERS[0], ""),
    ],
)
def test_a_number_is_known_by_its_end(text: str, number: str) -> None:
    assert number_ending(text, NUMBERS) == number


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("the one that hasn't arrived", ParcelStanding.OPEN),
        ("the parcel stuck in customs", ParcelStanding.CUSTOMS),
        ("that one which was delivered", ParcelStanding.DELIVERED),
        ("the one that is on the van", ParcelStanding.ON_THE_VAN),
        ("it was delivered", None),
    ],
)
def test_a_parcel_is_told_by_where_it_stands(text: str, standing: ParcelStanding | None) -> None:
    assert standing_named(text) is standing


def test_the_other_one_the_others_and_what_was_not_in_the_box_are_three_things() -> None:
    assert names_the_other("and the other one?")
    assert not names_the_other("on the other hand")
    assert asks_for_all("what about the others")
    assert asks_for_all("which of them comes last")
    assert not asks_for_all("which one do I pay for")
    assert misses_from_the_box("a cushion is missing from my order")
    assert not misses_from_the_box("my parcel is missing")
