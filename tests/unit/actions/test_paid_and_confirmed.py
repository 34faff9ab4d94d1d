"""Paid and no order, receipt confirmed too early, an ID number that customs want: what was done decides."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.shipment import Substatus
from tests.unit.actions.talk import Chat
from tests.unit.actions.test_goods import DELIVERED, ON_ITS_WAY
from tests.unit.actions.test_second_turn import chat
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeTickets

AT_CUSTOMS = shipment(
    scan(Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION, 2, "Cape Town, ZA"),
    substatus=Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION,
)
PAID = {"says": ["told_paid_no_order"]}
CONFIRMED = {"says": ["told_receipt_confirmed"]}
ID = {"says": ["told_id_asked"]}


def paid() -> Chat:
    conversation = chat(DELIVERED, tickets=FakeTickets())
    conversation.says("my card was charged, then the page froze, I got no number at all", "out_of_scope", said=PAID)
    return conversation


@pytest.mark.parametrize("intent", ["out_of_scope", "nlu_fallback", "where_is_my_order", "refund_status"])
def test_who_paid_and_has_no_order_is_asked_for_none(intent: str) -> None:
    conversation = chat(DELIVERED, tickets=FakeTickets())
    told = conversation.says("charged, page froze, no number at all", intent, said=PAID)
    assert "don't pay a second time" in told.text
    assert "order number" not in told.text.replace("the order", "")
    assert "racking number" not in told.text


def test_the_case_of_a_payment_asks_for_the_email_alone() -> None:
    conversation = paid()
    told = conversation.says("mia@example.com", "provide_details", _email())
    assert "Which order" not in told.text
    assert "Shall I send it?" in told.text


def _email() -> dict[str, str]:
    return {"entity": "email", "value": "mia@example.com"}


@pytest.mark.parametrize(("intent", "second"), [("replacement_wanted", "order_again"), ("refund_wanted", "")])
def test_nobody_is_told_to_pay_again_before_the_payment_is_looked_up(intent: str, second: str) -> None:
    told = paid().says("can't I simply buy it once more, and you pay the first back?", intent, second=second)
    assert "not yet" in told.text or "I'd wait" in told.text


@pytest.mark.parametrize("intent", ["where_is_my_order", "tracking_not_found"])
def test_whether_it_went_through_is_answered_and_no_number_asked_for(intent: str) -> None:
    told = paid().says("is there an order of mine or is there none", intent, confidence=0.97)
    assert "I don't know whether that order stands" in told.text
    assert "number" not in told.text


def test_a_number_that_opens_no_order_is_no_reason_to_ask_for_another() -> None:
    told = paid().gives_order("9999", "mia@example.com")
    assert "check both" not in told.text
    assert "racking number" not in told.text


def test_receipt_confirmed_too_early_does_not_end_in_the_advice_not_to_press() -> None:
    conversation = chat(ON_ITS_WAY, tickets=FakeTickets())
    conversation.gives_order()
    told = conversation.says(
        "I hit confirm by accident and nothing is here",
        "seller_wait_or_dispute",
        second="confirm_received",
        said=CONFIRMED,
    )
    assert "don't press" not in told.text
    assert "today" in told.text
    assert "goes on all the same" in told.text


def test_receipt_confirmed_in_the_first_message_is_answered_beside_the_parcel() -> None:
    conversation = chat(ON_ITS_WAY, tickets=FakeTickets())
    conversation.says("I hit confirm by accident, can it be undone", "cancel_order", said=CONFIRMED)
    told = conversation.gives_order()
    assert "AliExpress's alone" in told.text


def test_an_id_number_never_belongs_here_and_a_person_finds_out_whose_it_is() -> None:
    conversation = chat(AT_CUSTOMS, tickets=FakeTickets())
    conversation.says("customs want my passport number, shall I write it here", "customs_payment", said=ID)
    told = conversation.gives_order()
    assert "never belongs in this chat" in told.text
    assert "proof of what you paid" not in told.text
    again = conversation.says("who is it then that clears it", "carrier_contact", confidence=0.95)
    assert "the scans" in again.text


def test_an_id_card_that_is_offered_is_no_bank_card() -> None:
    conversation = chat(AT_CUSTOMS, tickets=FakeTickets())
    conversation.says("customs want my ID number", "customs_payment", said=ID)
    conversation.gives_order()
    assert "PIN" not in conversation.says("I can type it now from my card details", "speed_up").text
