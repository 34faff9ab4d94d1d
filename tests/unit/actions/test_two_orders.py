"""Two orders in one message, each with its own trouble: both are answered, and neither is taken for the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.reply import ActionReply
from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import ORDER, Chat, Told, entity, of_the_shop
from tests.unit.actions.test_second_turn import knowledge
from tests.unit.actions.test_several_parcels import Provider
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

LATE, BROKEN = "RR200000022CN", "RR100000011CN"
STATES = {
    LATE: shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 9, "Shanghai, CN"), substatus=Substatus.IN_TRANSIT_DEPARTURE),
    BROKEN: shipment(scan(Substatus.DELIVERED_OTHER, 1, "Leeds, GB"), status=Status.DELIVERED),
}
ORDERS = (replace(ORDER, parcels=(LATE,)), replace(ORDER, order_number="7402", parcels=(BROKEN,)))
EMAIL = entity("email", "anna@example.com")


def chat() -> Chat:
    parts = {"tracking": Provider(STATES), "orders": FakeOrders(ORDERS), "tickets": FakeTickets()}
    return Chat(replace(of_the_shop(**parts), knowledge=knowledge()))


def says(conversation: Chat, text: str, parts: Sequence[tuple[str, str]], *entities: dict[str, Any]) -> Told:
    """Send a message that the NLU understood part by part."""
    conversation.turns += 1
    message = {
        "text": text,
        "intent": {"name": "item_damaged", "confidence": 0.9},
        "entities": list(entities),
        "message_id": f"m-{conversation.turns}",
        "metadata": {},
        "sentences": [{"text": part, "intent": intent, "confidence": 0.9} for part, intent in parts],
    }
    dispatcher = CollectingDispatcher()
    conversation._take(ActionReply().perform(conversation._turn(message), dispatcher))
    return Told(dispatcher.messages)


PARTS = [
    ("Order 7401 has not moved for two weeks,", "tracking_not_updating"),
    ("and order 7402 came with a bent pan.", "item_damaged"),
]
TEXT = " ".join(part for part, _ in PARTS)


def both_told() -> tuple[Chat, Told]:
    conversation = chat()
    return conversation, says(conversation, TEXT, PARTS, entity("order_number", "7401"), EMAIL)


def drafted_for(conversation: Chat) -> str:
    case = conversation.dialogue.case
    return (case.order if case else "") or ""


def test_both_are_answered_and_the_case_is_about_the_broken_one() -> None:
    conversation, told = both_told()
    assert [row.split("/")[0] for row in told.rows] == ["in_transit", "goods"]
    assert [card["number"] for card in told.cards if "number" in card][:2] == [LATE, BROKEN]
    assert drafted_for(conversation) == "7402"
    assert "Order 7401 has not moved" in told.messages[-1]["text"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("when does that arrive?", "arrival_date"),
        ("and where is the other order?", "where_is_my_order"),
        ("so what about the late one?", "all_parcels"),
    ],
)
def test_what_is_asked_of_the_other_is_answered_beside_the_case(text: str, intent: str) -> None:
    conversation, _ = both_told()
    told = conversation.says(text, intent)
    assert told.rows[0].split("/")[0] in ("in_transit", "arrival")
    assert drafted_for(conversation) == "7402"
    assert conversation.slots["parcel"] == BROKEN


def test_a_thing_is_known_by_the_words_it_was_told_of_with() -> None:
    conversation, _ = both_told()
    conversation.says("where is order 7401 now?", "where_is_my_order", entity("order_number", "7401"))
    assert conversation.slots["parcel"] == BROKEN
    assert drafted_for(conversation) == "7402"


def test_both_wait_for_the_e_mail_that_opens_them() -> None:
    conversation = chat()
    first = says(conversation, TEXT, PARTS, entity("order_number", "7401"))
    assert "e-mail" in first.text
    told = conversation.says("anna@example.com", "provide_details", EMAIL)
    assert told.rows == ["in_transit/exported_normal"]
    assert "7402" in told.messages[-1]["text"]


def test_a_courtesy_for_one_order_leaves_the_other_alone() -> None:
    told = says(
        chat(),
        "Thanks for order 7402! But order 7401 is not here.",
        [("Thanks for order 7402!", "thanks"), ("But order 7401 is not here.", "where_is_my_order")],
        EMAIL,
    )
    assert [row.split("/")[0] for row in told.rows] == ["in_transit"]


def test_a_number_that_is_no_order_of_theirs_splits_nothing() -> None:
    told = says(
        chat(),
        "order 7402 came bent, and it has 1200 pieces",
        [("order 7402 came bent,", "item_damaged"), ("and it has 1200 pieces", "out_of_scope")],
        entity("order_number", "7402"),
        EMAIL,
    )
    assert [row.split("/")[0] for row in told.rows] == ["goods"]


@pytest.mark.parametrize("listed", ["orders 7401 (coat) and 7402 (jug)", "orders 7402 and 7401"])
def test_of_orders_in_one_breath_the_one_that_came_has_the_wrong_goods(listed: str) -> None:
    conversation, text = chat(), f"my coat is late and the jug is bent, {listed}"
    told = says(conversation, text, [], entity("order_number", "7401"), EMAIL)
    assert [row.split("/")[0] for row in told.rows] == ["in_transit", "goods"]
    assert drafted_for(conversation) == "7402"


@pytest.mark.parametrize("intent", ["all_parcels", "out_of_scope"])
def test_of_orders_that_are_listed_each_is_told_of(intent: str) -> None:
    conversation = chat()
    text = "I follow up two orders of our cafe, 7401 and 7402, anna@example.com"
    told = conversation.says(text, intent, entity("order_number", "7401"), EMAIL)
    assert {row.split("/")[0] for row in told.rows} == {"in_transit", "delivered"}


def test_the_orders_of_a_case_that_is_asked_for_are_told_apart() -> None:
    conversation = chat()
    conversation.says("one parcel came with a dent, the other is late", "item_damaged")
    conversation.says("7402 and 7401, anna@example.com", "provide_details", entity("order_number", "7402"), EMAIL)
    assert drafted_for(conversation) == "7402"


def told_by_its_number() -> Chat:
    """Tell of a parcel by its tracking number alone, then of another order whose number is named."""
    conversation = chat()
    conversation.says(LATE, "where_is_my_order", entity("tracking_number", LATE))
    named = entity("order_number", "7402")
    conversation.says("and the other one, 7402, how is that?", "item_wrong", named, confidence=0.6)
    conversation.says("anna@example.com", "provide_details", EMAIL)
    return conversation


def test_another_order_named_by_its_number_is_asked_of_whatever_the_message_resembles() -> None:
    conversation = told_by_its_number()
    assert conversation.dialogue.parcel == BROKEN
    assert "item_wrong" not in conversation.dialogue.matters


def test_who_goes_back_to_the_first_is_told_of_that_one() -> None:
    conversation = told_by_its_number()
    conversation.says("no, I mean the first one. will customs ask for anything?", "customs_payment")
    assert conversation.dialogue.parcel == LATE
    conversation.says("de andere dan", "where_is_my_order", said={"says": ["the_other"]}, language="nl")
    assert conversation.dialogue.parcel == BROKEN


def test_the_number_of_the_order_that_is_talked_of_stays_one_more_detail_of_it() -> None:
    conversation = chat()
    conversation.says(LATE, "where_is_my_order", entity("tracking_number", LATE))
    conversation.says("my order is 7401, if that helps", "provide_details", entity("order_number", "7401"))
    assert conversation.dialogue.parcel == LATE


def test_goods_that_are_told_of_another_order_stay_what_they_are() -> None:
    conversation = chat()
    conversation.says("7401", "where_is_my_order", entity("order_number", "7401"), EMAIL)
    conversation.says("and in 7402 the pan is bent?", "item_damaged", entity("order_number", "7402"))
    assert "item_damaged" in conversation.dialogue.matters
