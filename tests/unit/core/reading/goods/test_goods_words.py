"""Which piece of the goods is meant, and what is wrong with it."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.goods.goods_words import asks_for_another_number, names_a_piece, troubles_told


@pytest.mark.parametrize(
    "text",
    [
        "the mug is cracked",
        "one shirt is missing",
        "a lamp out of three is smashed",
        "my jeans are torn",
    ],
)
def test_a_piece_is_named(text: str) -> None:
    assert names_a_piece(text)


@pytest.mark.parametrize(
    "text",
    ["my order arrived damaged", "the item is broken", "the wrong thing came", "the whole parcel is wet", "it is torn"],
)
def test_an_item_or_a_parcel_is_no_piece(text: str) -> None:
    assert not names_a_piece(text)


def test_each_trouble_of_a_message_is_told_of() -> None:
    assert troubles_told("the scarf came in red rather than blue and the jug is cracked") == (
        Question.ITEM_DAMAGED,
        Question.ITEM_WRONG,
    )
    assert troubles_told("the lid is missing and the pot has a dent") == (Question.ITEM_DAMAGED, Question.ITEM_MISSING)
    assert troubles_told("it fits perfectly") == ()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("has it got a new tracking number", True),
        ("is there another label for it?", True),
        ("send me another one with a new number", False),
        ("I want a replacement", False),
    ],
)
def test_a_new_number_is_no_other_goods(text: str, is_one: bool) -> None:
    assert asks_for_another_number(text) is is_one
