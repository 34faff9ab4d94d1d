"""Money that is waited for, and a marketplace that would have to pay it."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.contact.contact_words import waits_for_money
from parcelbot.core.reading.wanted.wishes import replaced_by, wished_matters


@pytest.mark.parametrize("text", ["how long until I see my money", "do I wait with the refund until it is with you"])
def test_money_alone_is_ours_to_pay(text: str) -> None:
    assert waits_for_money(text)


@pytest.mark.parametrize(
    "text", ["the seller keeps my money", "shall I open a dispute to get my money", "I still wait"]
)
def test_a_seller_or_a_dispute_is_something_else(text: str) -> None:
    assert not waits_for_money(text)


@pytest.mark.parametrize("text", ["Money, please.", "no more boxes, just the money", "The money. That's final."])
def test_the_bare_word_for_money_is_a_wish(text: str) -> None:
    assert [matter.value for matter in wished_matters(text)] == ["refund_wanted"]


@pytest.mark.parametrize("text", ["the money was taken twice", "who has the money now"])
def test_money_that_is_only_spoken_of_is_none(text: str) -> None:
    assert wished_matters(text) == []


def test_send_the_missing_piece_wishes_for_goods() -> None:
    assert [matter.value for matter in wished_matters("please send the missing one")] == ["replacement_wanted"]


def test_who_asks_when_somebody_writes_prefers_nothing_to_a_call() -> None:
    assert not replaced_by("when will she write me?")
    assert replaced_by("please write me, don't ring")


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("I'd take the money", ["refund_wanted"]),
        ("ok then let's do the refund", ["refund_wanted"]),
        ("I'd go with the replacement", ["replacement_wanted"]),
        ("I'd take a refund if that's quicker", []),
        ("I'd go with another carrier", []),
    ],
)
def test_a_choice_is_a_wish_and_a_condition_none(text: str, wished: list[str]) -> None:
    assert [matter.value for matter in wished_matters(text)] == wished
