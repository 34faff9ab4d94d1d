"""What a message says on its own: numbers that are no parcel's and no order's, money or goods that are named."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import FollowUp, Heard
from parcelbot.core.answering.open_matters import SecondMatters
from parcelbot.core.dialogue.hearing.dangers_told import dangers_told
from parcelbot.core.dialogue.hearing.mistaken import without_mistakes
from parcelbot.core.dialogue.hearing.own_question import (
    matter_of_the_order,
    matters_beside,
    settlement_named,
    without_false_numbers,
)

MATTERS = SecondMatters(cases={"charged_twice": "charged_twice"})


@pytest.mark.parametrize(
    "text",
    [
        "can you correct this number: 0612345678",
        "I gave the wrong phone number, 0612345678 is right",
        "I changed my number in May, 0612345678",
    ],
)
def test_a_number_that_is_to_be_put_right_is_a_telephones(text: str) -> None:
    heard = without_false_numbers(Heard(text=text, intent="nlu_fallback", ambiguous_number="0612345678"))
    assert (heard.phone, heard.ambiguous_number) == ("0612345678", "")


def test_a_number_that_nothing_is_said_of_stays_ambiguous() -> None:
    heard = Heard(text="where is 123456789012", intent="where_is_my_order", ambiguous_number="123456789012")
    assert without_false_numbers(heard) == heard


@pytest.mark.parametrize("text", ["i got a side gate, code is 8812", "the door code is 8812"])
def test_the_code_of_a_gate_is_no_order(text: str) -> None:
    assert without_false_numbers(Heard(text=text, intent="delivery_wish", order_number="8812")).order_number == ""


def test_a_choice_that_is_named_is_made() -> None:
    heard = Heard(
        "deny", "The money. What more do you need?", follow_ups=(FollowUp("money_or_goods", 0.6),), english=True
    )
    assert settlement_named(heard) == "refund_wanted"


def test_who_asks_which_of_the_two_comes_has_chosen_none() -> None:
    text = "will I get money or a new one?"
    heard = Heard("deny", text, follow_ups=(FollowUp("money_or_goods", 0.6),), english=True)
    assert settlement_named(heard) == ""


def test_who_waits_for_money_argues_with_no_seller() -> None:
    heard = Heard("seller_wait_or_dispute", "does my money wait for the ship, too", english=True)
    assert settlement_named(heard) == "refund_wanted"


def test_money_taken_twice_beside_a_missing_piece_is_told_of_beside_it() -> None:
    heard = Heard("item_missing", "One towel is missing, and you charged me twice for the set")
    assert matter_of_the_order(heard, MATTERS) == ""
    assert matters_beside(heard, MATTERS) == ["charged_twice"]
    assert dangers_told(heard, (), told=False) == ()


def test_money_taken_twice_alone_is_the_matter() -> None:
    assert matter_of_the_order(Heard("nlu_fallback", "You charged me twice for the set"), MATTERS) == "charged_twice"


def test_a_bill_on_paper_that_is_doubted_is_a_charge_and_no_false_message() -> None:
    bill = Heard("customs_payment", "A letter from the courier wants 20 euros of import tax. Is that genuine?")
    assert without_mistakes(bill, ("customs_payment", "scam_message")) == ("customs_payment",)


def test_a_link_that_asks_for_a_charge_may_be_false() -> None:
    link = Heard("customs_payment", "I got a text with a link to pay import tax. Is that genuine?")
    assert "scam_message" in without_mistakes(link, ("customs_payment", "scam_message"))
