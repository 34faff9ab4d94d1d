"""Goods that are spoilt, as a message of another language tells them."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import Heard, Memory
from parcelbot.core.dialogue.told.goods_told import at_the_counter, in_use, with_its_goods
from parcelbot.core.questions import Question


@pytest.mark.parametrize("taken_for", ["out_of_scope", "complaint", "item_wrong", "delivery_proof", "scam_message"])
def test_a_report_of_spoilt_goods_is_one_whatever_it_resembles(taken_for: str) -> None:
    heard = with_its_goods(Heard(taken_for, "…", english=False, spoilt=True))
    assert heard.intent == Question.ITEM_DAMAGED.value


def test_the_wish_for_another_one_stays_beside_it() -> None:
    heard = with_its_goods(Heard("replacement_wanted", "…", english=False, spoilt=True, also_asked=("return_item",)))
    assert (heard.intent, heard.also_asked) == ("item_damaged", ("replacement_wanted",))


@pytest.mark.parametrize("asked", ["cancel_order", "talk_to_human", "account_misuse", "item_missing"])
def test_what_is_asked_beside_spoilt_goods_is_answered_as_it_was_read(asked: str) -> None:
    assert with_its_goods(Heard(asked, "…", english=False, spoilt=True)).intent == asked


def test_other_messages_stay_as_they_are() -> None:
    heard = Heard("delivery_proof", "…", english=False)
    assert with_its_goods(heard) is heard


@pytest.mark.parametrize("taken_for", ["tracking_not_found", "provide_details", "delivered_not_received"])
def test_a_part_that_was_not_in_the_parcel_is_missing_whatever_its_number_makes_of_it(taken_for: str) -> None:
    heard = with_its_goods(Heard(taken_for, "two of the four spoons are not in the box", english=True))
    assert heard.intent == Question.ITEM_MISSING.value


def test_a_wish_beside_a_missing_part_stays_the_wish() -> None:
    heard = Heard("refund_wanted", "only three of the four spoons came, I want my money", english=True)
    assert with_its_goods(heard) is heard


@pytest.mark.parametrize(
    "text",
    [
        "yes it was delivered, I'm sat here wearing it",
        "they are literally on me",
        "I tried them on and the waist is huge",
    ],
)
def test_goods_that_are_worn_came(text: str) -> None:
    heard = Heard("delivered_not_received", text, confidence=0.9)
    assert in_use(heard, Memory()).intent == "return_item"
    assert in_use(heard, Memory(issue="return_item")).intent == "nlu_fallback"


def test_goods_that_are_worn_came_in_whatever_language_it_is_said() -> None:
    assert in_use(Heard("delivered_not_received", "…", says=("wears",)), Memory()).intent == "return_item"
    assert in_use(Heard("item_damaged", "…", says=("washed",)), Memory()).intent == "return_item"


@pytest.mark.parametrize("text", ["the sheet shrank after one wash", "it came out of the first wash too small"])
def test_what_shrank_in_the_wash_did_not_arrive_damaged(text: str) -> None:
    heard = in_use(Heard("item_damaged", text, also_asked=("refund_wanted",)), Memory())
    assert (heard.intent, heard.also_asked) == ("return_item", ("refund_wanted",))


@pytest.mark.parametrize("text", ["it says delivered and nothing is here", "the label was washed off by the rain"])
def test_what_nobody_has_in_hand_stays_missing(text: str) -> None:
    heard = Heard("delivered_not_received", text)
    assert in_use(heard, Memory()) is heard


@pytest.mark.parametrize("taken_for", ["out_of_scope", "item_wrong", "delivered_not_received", "complaint"])
def test_what_does_not_fit_goes_back_or_is_exchanged_and_is_no_wrong_item(taken_for: str) -> None:
    heard = with_its_goods(Heard(taken_for, "The blouse is too tight, I'd need a 12", says=("told_wrong_size",)))
    assert heard.intent == Question.RETURN_ITEM.value


def test_another_size_than_the_one_ordered_came_wrong() -> None:
    text = "You sent the wrong size, the blouse is too tight"
    assert with_its_goods(Heard("item_wrong", text, says=("told_wrong_size",))).intent == Question.ITEM_WRONG.value


def test_a_shut_counter_is_no_damage_whatever_it_resembles() -> None:
    shut = Heard("item_damaged", "…", english=False, says=("told_kept_from",), confidence=0.97)
    assert at_the_counter(shut, Memory()).intent == Question.AVAILABLE_FOR_PICKUP.value
    known = Memory(claims={"told": ["kept_from"]})
    assert at_the_counter(shut, known).intent == "nlu_fallback"


def test_damage_in_words_stays_damage_at_a_shut_counter() -> None:
    torn = Heard("item_damaged", "The shirt is torn and the shop is closed")
    assert at_the_counter(torn, Memory()) is torn
