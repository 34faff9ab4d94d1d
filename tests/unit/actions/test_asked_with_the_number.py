"""What a message asks beside the number that it gives, answered before the plan. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from parcelbot.core.parcel.orders import Order
from parcelbot.core.parcel.scan_wordings import WordingReader
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.knowledge.scan_wordings import load_wordings
from tests.unit.actions.talk import LP, MONDAY, ORDER, ROOT, Chat, Told, entity, of_the_shop
from tests.unit.actions.test_second_questions import EXPORTED, knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeOrders

DELAYED = shipment(
    scan(Substatus.EXCEPTION_DELAYED, 1, "Denver, US", description="Delay. Heavy snow has closed the road"),
    status=Status.EXCEPTION,
    substatus=Substatus.EXCEPTION_DELAYED,
)
MISSED = shipment(
    scan(Substatus.DELIVERY_FAILURE_NO_BODY, 1, "Leeds, GB"),
    status=Status.DELIVERY_FAILURE,
    substatus=Substatus.DELIVERY_FAILURE_NO_BODY,
)


@cache
def wordings() -> WordingReader:
    return load_wordings(ROOT / "knowledge")


def about(parcel: Shipment, order: Order = ORDER) -> Chat:
    found = FakeProvider(Lookup(LookupOutcome.FOUND, replace(parcel, number=LP, fetched_at=MONDAY)))
    use_cases = of_the_shop(tracking=found, orders=FakeOrders((order,)))
    return Chat(replace(use_cases, knowledge=knowledge(), read_wording=wordings().read))


def asked(parcel: Shipment, text: str, intent: str = "where_is_my_order", **understood: object) -> Told:
    return about(parcel).says(f"{text} {LP}", intent, entity("tracking_number", LP), **understood)


def test_the_cause_that_was_asked_about_is_told_before_the_plan() -> None:
    told = asked(DELAYED, "is that the snow?", "tracking_exception", second="is_it_because")
    assert told.rows[0].startswith("follow_ups/is_it_because")
    assert told.rows[1].startswith("exception/")


def test_in_every_language_by_what_the_message_resembles() -> None:
    told = asked(DELAYED, "muss ich etwas tun?", "next_step", second="asked_of_me", language="de")
    assert told.rows[0] == "follow_ups/asked_of_me_nothing"


def test_a_sentence_that_the_others_drown_is_answered_as_well() -> None:
    asks = {"name": "asked_of_me", "confidence": 0.8}
    sentences = [
        {"text": "My boxes are late.", "intent": "late_delivery", "confidence": 0.9, "follow_ups": []},
        {"text": "Anything at my end?", "intent": "next_step", "confidence": 0.4, "follow_ups": [asks]},
    ]
    text = "My boxes are late. Anything at my end?"
    assert "follow_ups/asked_of_me_nothing" in asked(DELAYED, text, "late_delivery", sentences=sentences).rows
    assert "follow_ups/asked_of_me_nothing" not in asked(DELAYED, text, "late_delivery").rows


def test_what_the_plan_tells_by_itself_is_not_said_beside_it() -> None:
    assert len(asked(EXPORTED, "where is it exactly?", second="where_exactly").rows) == 1


def test_a_slight_likeness_is_chance() -> None:
    assert len(asked(EXPORTED, "and what about this?", second="is_it_because", belief=0.2).rows) == 1


def test_who_asks_nothing_is_told_the_plan_alone() -> None:
    assert len(asked(DELAYED, "here is my number", "provide_details", second="is_it_because").rows) == 1


NEIGHBOUR = shipment(
    scan(Substatus.DELIVERED_OTHER, 1, "York, GB", description="Delivered to neighbour at No 9"),
    status=Status.DELIVERED,
    substatus=Substatus.DELIVERED_OTHER,
)


def test_a_house_that_does_not_exist_is_not_sent_to() -> None:
    told = asked(NEIGHBOUR, "our road has no house with a nine", "provide_details", second="no_such_house")
    assert told.rows == ["follow_ups/no_such_house"]


@pytest.mark.parametrize(
    ("text", "intent", "second"),
    [
        ("who put their name to it?", "delivery_proof", "signature"),
        ("is there a photograph of it?", "delivery_proof", "photo"),
        ("and where should it be, then?", "where_is_my_order", "where_exactly"),
        ("it is still not here", "delivered_not_received", ""),
    ],
)
def test_and_never_named_again(text: str, intent: str, second: str) -> None:
    conversation = about(NEIGHBOUR)
    conversation.asks_where()
    conversation.says("no nine has ever been built here", "tracking_not_found", second="no_such_house")
    assert "No 9" not in conversation.says(text, intent, second=second).text


def test_after_a_try_at_the_door_a_place_that_is_named_is_where_the_shopper_is() -> None:
    told = asked(MISSED, "a slip was left, I'm in Bergen till Friday, what now", "wrong_destination", confidence=0.8)
    assert told.rows[0].startswith("delivery_failed/")
    surely = asked(MISSED, "they tried it in Bergen and I live in Oslo", "wrong_destination", confidence=0.95)
    assert surely.rows[0].startswith("wrong_destination/")
