"""Whatever is said, in whatever order, the conversation keeps its promises. Real tables and sentences, random talk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.knowledge.loading import Knowledge, load_knowledge
from tests.unit.actions.talk import ROOT, Chat, Told, entity
from tests.unit.core.builders import shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fake_watches import FakeWatches, watching
from tests.unit.usecases.fakes import FakeOrders, FakeTickets, services

NOW = datetime(2026, 11, 25, 10, tzinfo=timezone.utc)
NUMBER = "LP00123456789012"
ORDER = Order("7401", "anna@example.com", SalesChannel.SHOP, NOW - timedelta(days=20), (NUMBER,), "GB")
TURNS = 30

_STATES = {
    Status.INFO_RECEIVED: Substatus.NONE,
    Status.IN_TRANSIT: Substatus.IN_TRANSIT_DEPARTURE,
    Status.OUT_FOR_DELIVERY: Substatus.NONE,
    Status.AVAILABLE_FOR_PICKUP: Substatus.NONE,
    Status.DELIVERY_FAILURE: Substatus.DELIVERY_FAILURE_NO_BODY,
    Status.DELIVERED: Substatus.NONE,
    Status.EXCEPTION: Substatus.NONE,
    Status.RETURNED: Substatus.EXCEPTION_RETURNED,
    Status.EXPIRED: Substatus.NONE,
}
DANGERS = {
    Question.HAZARD: "the lamp you sent me started to smoke",
    Question.ACCOUNT_MISUSE: "somebody hacked my account and ordered with it",
    Question.CRISIS: "I don't want to live any more",
    Question.THREAT: "I'll come round and kill that driver",
}
_SOCIAL = ["greet", "thanks", "affirm", "deny", "no_details", "bot_challenge", "feedback_not_useful", "next_step"]
_ODD = ["out_of_scope", "nlu_fallback", "provide_details", "talk_to_human", "ticket_status", "complaint"]
_TEXTS = {"affirm": "yes", "deny": "no", "thanks": "thanks", "greet": "hello", "no_details": "I don't have it"}

messages = st.sampled_from([*(q.value for q in Question), *_SOCIAL, *_ODD])


@st.composite
def parcels(draw: st.DrawFn) -> Shipment:
    """A parcel in any state, scanned days ago."""
    status = draw(st.sampled_from(list(_STATES)))
    at = NOW - timedelta(days=draw(st.integers(0, 60)))
    scans = (Checkpoint(at, "A scan", "London, GB", _STATES[status]),)
    return shipment(*scans, status=status, substatus=_STATES[status], number=NUMBER, fetched_at=NOW)


@cache
def knowledge() -> Knowledge:
    return load_knowledge(ROOT / "knowledge")


def chat(parcel: Shipment) -> Chat:
    found = FakeProvider(Lookup(LookupOutcome.FOUND, parcel))
    cases = services(tracking=found, orders=FakeOrders((ORDER,)), tickets=FakeTickets(), now=NOW)
    return Chat(replace(cases, knowledge=knowledge(), watching=watching(FakeWatches())))


def talk(conversation: Chat, intents: Sequence[str]) -> list[Told]:
    first = conversation.says(f"where is {NUMBER}", "where_is_my_order", entity("tracking_number", NUMBER))
    return [first, *(conversation.says(_TEXTS.get(intent, f"about {intent}"), intent) for intent in intents)]


everything = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@everything
@given(parcel=parcels(), intents=st.lists(messages, min_size=TURNS, max_size=TURNS))
def test_there_is_always_an_answer(parcel: Shipment, intents: list[str]) -> None:
    assert all(turn.text for turn in talk(chat(parcel), intents))


@everything
@given(parcel=parcels(), intents=st.lists(messages, min_size=TURNS, max_size=TURNS))
def test_no_answer_is_given_twice_in_the_same_words(parcel: Shipment, intents: list[str]) -> None:
    told = talk(chat(parcel), intents)
    answers = [m for turn in told for m in turn.messages if "answer" in (m.get("custom") or {})]
    # what to do in danger is said again to whoever speaks of it again
    texts = [m["text"] for m in answers if m["custom"]["answer"]["table"] != "safety"]
    assert len(texts) == len(set(texts))


@everything
@given(parcel=parcels(), intents=st.lists(messages, min_size=TURNS, max_size=TURNS))
def test_one_scan_has_one_day_to_wait_for(parcel: Shipment, intents: list[str]) -> None:
    conversation = chat(parcel)
    days = set()
    for intent in intents:
        talk(conversation, [intent])
        plan = conversation.dialogue.plan_of(NUMBER)
        days |= {(plan.question, plan.wait_until)} if plan else set()
    assert len({day for _, day in days}) <= len({question for question, _ in days})


@everything
@given(parcel=parcels(), intents=st.lists(messages, max_size=TURNS))
def test_a_person_can_be_had_at_every_point(parcel: Shipment, intents: list[str]) -> None:
    conversation = chat(parcel)
    talk(conversation, intents)
    told = conversation.says("I want a person", "talk_to_human")
    assert re.search(r"e-mail|order number|send (it|your case)|be different|in your case|KT-", told.text, re.IGNORECASE)


@everything
@given(parcel=parcels(), intents=st.lists(messages, max_size=12), danger=st.sampled_from(list(DANGERS)))
def test_danger_is_answered_before_everything_and_goes_to_a_person_at_once(
    parcel: Shipment, intents: list[str], danger: Question
) -> None:
    conversation = chat(parcel)
    talk(conversation, intents)
    told = conversation.says(DANGERS[danger], danger.value)
    assert told.rows[0].startswith("safety/")
    assert "KT-" in told.text


@everything
@given(parcel=parcels(), intents=st.lists(messages, min_size=TURNS, max_size=TURNS))
def test_what_was_given_is_not_asked_for_again(parcel: Shipment, intents: list[str]) -> None:
    conversation = chat(parcel)
    conversation.says(
        "order 7401, anna@example.com",
        "provide_details",
        entity("order_number", "7401"),
        entity("email", "anna@example.com"),
    )
    told = talk(conversation, intents)
    assert not [turn.text for turn in told if "Which e-mail" in turn or "your order number?" in turn]
