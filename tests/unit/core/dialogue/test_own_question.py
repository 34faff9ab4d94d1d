"""Numbers in a message that are no parcel's and no order's."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import Heard
from parcelbot.core.dialogue.own_question import without_false_numbers


@pytest.mark.parametrize(
    "text", ["can you correct this number: 0612345678", "I gave the wrong phone number, 0612345678 is right"]
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
