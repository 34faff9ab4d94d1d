"""Codes, prices, bills, sizes: one honest line on the matter itself comes first, and its case is called by it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import ORDER, Chat, entity
from tests.unit.actions.test_second_turn import chat
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

CAME = shipment(scan(Substatus.DELIVERED_OTHER, 3, "Leeds, GB"), status=Status.DELIVERED)
MATTERS = [
    ("the spring code was not taken off", "item_damaged", "coupon_missing", "A discount that wasn't taken off"),
    ("the shop took the money two times", "refund_status", "charged_twice", "Charged twice"),
    ("my bank has taken nine more than you wrote", "customs_payment", "bank_rate", "The sum my bank took"),
    ("what about the second rate in March", "out_of_scope", "instalments", "Instalments or paying later"),
]


def begun() -> Chat:
    return chat(CAME, tickets=FakeTickets())


@pytest.mark.parametrize(("text", "intent", "second", "title"), MATTERS)
def test_a_first_message_is_answered_before_anything_is_asked_for(
    text: str, intent: str, second: str, title: str
) -> None:
    told = begun().says(text, intent, second=second, confidence=0.6)
    assert told.rows == [f"follow_ups/{second}"]
    assert not [card for card in told.cards if "number" in card]


@pytest.mark.parametrize(("text", "intent", "second", "title"), MATTERS)
def test_its_case_is_called_by_it(text: str, intent: str, second: str, title: str) -> None:
    conversation = begun()
    conversation.says(text, intent, second=second, confidence=0.6)
    conversation.says("yes please", "affirm")
    drafted = conversation.gives_order()
    assert title in drafted.text


def test_inside_a_talk_it_is_not_read_as_the_parcels() -> None:
    conversation = begun()
    conversation.asks_where()
    told = conversation.says(
        "one thing more, the spring code was not taken off", "refund_wanted", second="coupon_missing"
    )
    assert told.rows == ["follow_ups/coupon_missing"]
    assert conversation.dialogue.notes


def test_before_dispatch_the_piece_to_leave_out_goes_to_a_person_at_once() -> None:
    conversation = chat(orders=FakeOrders((replace(ORDER, parcels=()),)), tickets=FakeTickets())
    conversation.gives_order()
    told = conversation.says("please leave the runner out", "cancel_order", second="drop_one")
    assert told.rows == ["follow_ups/drop_one_unsent"]
    assert conversation.dialogue.case is not None


@pytest.mark.parametrize(("intent", "second"), [("change_address", "corrects_address"), ("check_address", "")])
def test_the_name_that_a_bill_shall_bear_is_no_new_address(intent: str, second: str) -> None:
    conversation = begun()
    conversation.says("a bill please", "customs_payment", second="invoice", confidence=0.7)
    told = conversation.says("on the guild of weavers, Mill Lane 3", intent, second=second, belief=0.5)
    assert told.rows == ["follow_ups/invoice_details"]


def test_where_the_parcel_is_named_the_address_is_its_own() -> None:
    conversation = begun()
    conversation.says("a bill please", "customs_payment", second="invoice", confidence=0.7)
    told = conversation.says("and please deliver the parcel to Mill Lane 3", "change_address")
    assert "follow_ups/invoice_details" not in told.rows


@pytest.mark.parametrize(
    "text",
    [
        "please send the parcel to Mill Lane 3",
        "the driver should ring at Mill Lane 3",
        "ship it to my office in Mill Lane",
        "is the label right, it should read Mill Lane 3",
    ],
)
def test_what_is_said_of_the_way_stays_of_the_way(text: str) -> None:
    conversation = begun()
    conversation.says("a bill please", "customs_payment", second="invoice", confidence=0.7)
    assert "follow_ups/invoice_details" not in conversation.says(text, "change_address").rows


def test_after_another_matter_an_address_is_an_address() -> None:
    conversation = begun()
    conversation.says("the spring code was not taken off", "item_damaged", second="coupon_missing", confidence=0.6)
    assert "follow_ups/invoice_details" not in conversation.says("it is Mill Lane 3", "change_address").rows


def test_one_who_tells_of_a_stranger_besides_is_warned() -> None:
    text = "they charged me twice and somebody ordered with my card"
    told = begun().says(text, "account_misuse", second="charged_twice")
    assert told.rows == ["safety/account_misuse"]


def test_the_order_that_is_given_to_the_offer_takes_it_up() -> None:
    conversation = begun()
    conversation.says("the spring code was not taken off", "out_of_scope", second="coupon_missing", confidence=0.6)
    told = conversation.gives_order()
    assert conversation.dialogue.case is not None
    assert not [card for card in told.cards if "number" in card]


def test_the_order_that_was_asked_for_to_send_goods_back_takes_the_offer_up() -> None:
    conversation = begun()
    conversation.says("can I send the runner back", "return_item")
    told = conversation.gives_order()
    assert conversation.dialogue.case is not None
    assert "neighbours/return_item" not in told.rows


def test_what_is_asked_on_of_the_money_stays_with_it() -> None:
    conversation = begun()
    conversation.asks_where()
    conversation.says("my bank has taken nine more than you wrote", "out_of_scope", second="bank_rate")
    told = conversation.says("is that theirs or yours?", "customs_payment", second="bank_rate", belief=0.25)
    assert told.rows == ["follow_ups/bank_rate"]
    told = conversation.says("so whom do I ask?", "carrier_contact", second="who_to_ask", belief=0.6)
    assert told.rows == ["follow_ups/bank_rate"]


@pytest.mark.parametrize("text", ["you charged me twice for order 7401", "order 7401 was double charged"])
def test_money_taken_twice_for_an_own_order_is_no_fraud(text: str) -> None:
    assert begun().says(text, "account_misuse", entity("order_number", "7401")).rows == ["follow_ups/charged_twice"]


def test_money_taken_twice_where_no_order_is_named_stays_a_warning() -> None:
    assert begun().says("my card was charged twice", "account_misuse").rows == ["safety/account_misuse"]


@pytest.mark.parametrize("told", ["one of the two is green by now and one is still blue", "I had pressed on it twice"])
def test_what_is_told_of_it_is_noted_though_no_parcel_is_known(told: str) -> None:
    conversation = begun()
    conversation.says("the shop took the money two times", "refund_status", second="charged_twice", confidence=0.6)
    said = conversation.says(told, "all_parcels", confidence=0.62)
    assert "a person gets all of it" in said.text
    assert told in " ".join(conversation.dialogue.notes)
