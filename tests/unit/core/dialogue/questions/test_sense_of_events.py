"""What happens to goods, or at the door, cannot have happened to a parcel that has not arrived."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import Heard
from parcelbot.core.dialogue.hearing.dangers_told import dangers_told
from parcelbot.core.dialogue.questions.sense import cannot_have_happened, happened_for_sure
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("somebody stole it off the step", True),
        ("my box was stolen last night", True),
        ("they steal from every doorstep in this road", False),
        ("so that it is not stolen, bring it to the shop", False),
    ],
)
def test_a_theft_is_told_as_having_happened(text: str, sure: bool) -> None:
    assert happened_for_sure(Question.PARCEL_STOLEN, Heard("parcel_stolen", text, confidence=0.95)) is sure


def test_nothing_happened_to_goods_on_their_way() -> None:
    assert cannot_have_happened(Question.ITEM_DAMAGED, Status.IN_TRANSIT)
    assert not cannot_have_happened(Question.ITEM_DAMAGED, Status.DELIVERED)
    assert not cannot_have_happened(Question.LATE_DELIVERY, Status.IN_TRANSIT)


def test_money_taken_twice_is_asked_of_an_order_that_was_told_of() -> None:
    heard = Heard("refund_status", "there are two payments on my statement, is one given back?")
    assert dangers_told(heard, (), told=True) == ()
    assert dangers_told(heard, (), told=False) == (Question.ACCOUNT_MISUSE,)
    misused = Heard("account_misuse", "someone used my card, two payments I never made")
    assert dangers_told(misused, (), told=True) == (Question.ACCOUNT_MISUSE,)
