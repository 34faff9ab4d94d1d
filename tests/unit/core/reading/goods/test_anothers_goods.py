"""Somebody else's things in a parcel, and what is wanted of their owner."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.goods.anothers_goods import gives_their_number, holds_anothers_goods, turns_to_the_owner


@pytest.mark.parametrize(
    "text",
    [
        "there are someone else's napkins in my parcel",
        "the delivery note names another customer",
        "that isn't my stuff at all",
        "I got another person's order",
        "the invoice in it is made out to a stranger",
    ],
)
def test_anothers_things_are_told_by_what_lies_inside(text: str) -> None:
    assert holds_anothers_goods(text)


@pytest.mark.parametrize(
    "text",
    [
        "my parcel went to somebody else's house",
        "the neighbour picked up someone else's parcel",
        "another person in my house opened the door",
        "that's not my order number",
        "wrong colour of rug",
    ],
)
def test_a_parcel_at_anothers_door_holds_nothing_of_theirs(text: str) -> None:
    assert not holds_anothers_goods(text)


@pytest.mark.parametrize(
    "text",
    [
        "should I write to her",
        "I could drop it off at his place",
        "shall I post the rug to the man",
        "I could drive over",
    ],
)
def test_the_owner_is_turned_to(text: str) -> None:
    assert turns_to_the_owner(text)


@pytest.mark.parametrize("text", ["can I keep the rug?", "can you ask them to hurry", "when will I hear from you"])
def test_the_team_is_no_owner(text: str) -> None:
    assert not turns_to_the_owner(text)


def test_a_number_of_theirs_is_told_from_ones_own() -> None:
    assert gives_their_number("her order is 6120, have a look")
    assert not gives_their_number("mine is 6121")
