"""The second turn: what is asked around a plan, and what a short answer means. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Status, Substatus, WantedDetail
from parcelbot.knowledge.loading import Knowledge
from tests.unit.actions.talk import LP, MONDAY, ORDER, Chat, entity, of_the_shop, real_knowledge
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

EXPORTED = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 7, "Shanghai, CN"), substatus=Substatus.IN_TRANSIT_DEPARTURE)
DELIVERED = shipment(scan(Substatus.DELIVERED_OTHER, 4, "Leeds, GB"), status=Status.DELIVERED)


@cache
def knowledge() -> Knowledge:
    return real_knowledge()


def chat(parcel: Shipment = EXPORTED, **parts: object) -> Chat:
    found = FakeProvider(Lookup(LookupOutcome.FOUND, replace(parcel, number=LP, fetched_at=MONDAY)))
    return Chat(replace(of_the_shop(tracking=found, **parts), knowledge=knowledge()))


def test_one_parcel_keeps_one_day_however_it_is_asked_about() -> None:
    conversation = chat()
    conversation.asks_where()
    plan = conversation.dialogue.plan_of(LP)
    for intent in ("tracking_not_updating", "customs_delay", "late_delivery", "next_step", "where_is_my_order", "why"):
        conversation.says(f"about {intent}", intent)
    assert conversation.dialogue.plan_of(LP) == plan


def test_a_plan_that_changes_says_why() -> None:
    conversation = chat()
    conversation.asks_where()
    told = conversation.says("it was promised for Friday", "late_delivery", entity("date", "2026-11-20"))
    assert told.text.startswith("What you tell me changes what to do.")


def test_a_question_beside_the_plan_is_answered_around_it() -> None:
    conversation = chat()
    conversation.asks_where()
    told = conversation.says("and when will it arrive", "arrival_date")
    assert told.rows[0].startswith("arrival/")
    assert told.cards == []


def test_a_parcel_not_seen_yet_is_shown_before_what_is_asked_beside_its_plan() -> None:
    told = chat().says(f"who has {LP}", "carrier_contact", entity("tracking_number", LP))
    assert len(told.cards) == 1
    assert told.rows[-1].startswith("carrier/")


def test_marked_delivered_the_invited_answer_is_understood() -> None:
    conversation = chat(DELIVERED)
    assert "it isn't here" in conversation.asks_where()
    told = conversation.says("nope nothing", "deny")
    assert told.rows == ["delivered/look_around"]


def test_the_checklist_takes_what_was_done_already_and_goes_on() -> None:
    conversation = chat(DELIVERED)
    conversation.says(f"{LP} isn't here", "delivered_not_received", entity("tracking_number", LP))
    told = conversation.says("I asked all my neighbours already", "delivered_not_received")
    assert told.rows == []
    assert conversation.slots["people_asked"] is True


def test_two_parcels_are_told_in_one_go() -> None:
    two = replace(ORDER, parcels=(LP, "LP00000000000122"))
    told = chat(orders=FakeOrders((two,))).gives_order()
    assert told.text.count("•") == 2
    assert set(told.buttons) == {LP, "LP00000000000122"}


def test_goods_that_came_broken_go_to_a_person_even_when_the_order_does_not_open() -> None:
    told = chat(orders=FakeOrders()).says(
        "order 7401, anna@example.com came broken",
        "item_damaged",
        entity("order_number", "7401"),
        entity("email", "anna@example.com"),
    )
    assert told.rows[0].startswith("goods/")
    assert "Shall I send it?" in told


def test_danger_is_a_case_at_once() -> None:
    tickets = FakeTickets()
    told = chat(tickets=tickets).says("the lamp you sent me caught fire", "out_of_scope")
    assert told.rows == ["safety/hazard"]
    assert len(tickets.kept) == 1


def test_a_feeling_has_its_word_once() -> None:
    conversation = chat()
    assert "sorry" in conversation.says("I'm so disappointed in you", "complaint").text.split("\n\n")[0]
    second = conversation.says(f"still disappointed. {LP}", "complaint", entity("tracking_number", LP))
    assert "let you down" not in second


@pytest.mark.parametrize("detail", ["SW1A 1AA", "sw1a1aa", "it's SW1A 1AA"])
def test_what_the_carrier_wants_to_be_told_is_asked_for_and_passed_on(detail: str) -> None:
    wants = Lookup(LookupOutcome.NEEDS_DETAIL, wanted=WantedDetail.POSTCODE)
    tracking = FakeProvider(wants)
    conversation = Chat(replace(of_the_shop(tracking=tracking), knowledge=knowledge()))
    assert "postcode" in conversation.asks_where()
    tracking.answer = Lookup(LookupOutcome.FOUND, replace(EXPORTED, number=LP, fetched_at=MONDAY))
    told = conversation.says(detail, "provide_details")
    assert conversation.slots["detail"] == "SW1A 1AA"
    assert told.rows == ["in_transit/exported_normal"]


def test_a_plan_whose_day_has_passed_is_told_anew() -> None:
    conversation = chat()
    conversation.asks_where()
    later = MONDAY + timedelta(days=40)
    conversation.use_cases = replace(conversation.use_cases, clock=lambda: later)
    assert "has passed" in conversation.says("where is it", "where_is_my_order")


@pytest.mark.parametrize(
    ("text", "language", "second"),
    [
        ("did a carrier ever get it? show me", "en", ""),
        ("und wo ist der Einlieferungsbeleg?", "de", "prove_it"),
        ("gibt es eine Quittung vom Versand?", "de", "fake_number"),
        ("¿hay comprobante de que salió?", "es", ""),
    ],
)
def test_of_a_number_that_nobody_knows_no_proof_of_a_delivery_is_asked(text: str, language: str, second: str) -> None:
    unknown = FakeProvider(Lookup(LookupOutcome.NOT_FOUND, None))
    conversation = Chat(replace(of_the_shop(tracking=unknown), knowledge=knowledge()))
    conversation.asks_where()
    told = conversation.says(text, "delivery_proof", second=second, language=language)
    assert told.rows == ["follow_ups/was_sent_unknown"]
