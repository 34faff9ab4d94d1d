"""One turn of a conversation as an action sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from actions.turn import Turn, read_message
from parcelbot.core.answering.memory import Heard, HeardNumber
from parcelbot.core.cases.conversation import Message
from tests.unit.actions.talk import CONVERSATION, entity, tracker
from tests.unit.usecases.fakes import FakeRecord, FakeTickets, services


@dataclass
class CountingRecord(FakeRecord):
    """A record that counts how often it is read."""

    reads: int = 0

    def said(self, conversation_id: str) -> Sequence[Message]:
        self.reads += 1
        return super().said(conversation_id)


def turn(message: dict[str, Any] | None = None) -> Turn:
    return Turn(tracker(message=message), services())


def heard(*entities: dict[str, Any], text: str = "", intent: str = "provide_details") -> Heard:
    return read_message({"text": text, "intent": {"name": intent}, "entities": list(entities)})


def test_a_conversation_without_a_message_has_heard_nothing() -> None:
    fresh = turn()
    assert (fresh.message_id, fresh.heard, fresh.likely) == ("", Heard(""), ())


def test_what_was_said_and_its_tickets_are_read_once_in_a_turn() -> None:
    record, tickets = CountingRecord(), FakeTickets()
    this = Turn(tracker(), services(record=record, tickets=tickets))
    assert this.said is this.said
    assert this.tickets is this.tickets
    assert record.reads == 1


def test_a_message_is_known_by_its_id() -> None:
    assert turn({"message_id": "m-1"}).message_id == "m-1"


def test_a_message_of_the_website_has_its_place_in_the_ledger() -> None:
    assert turn({"message_id": f"{CONVERSATION}:7"}).seq == 7
    assert turn({"message_id": "an-id-of-rasas-own"}).seq is None


def test_the_likely_meanings_are_those_with_some_confidence() -> None:
    ranking = [{"name": "customs_delay", "confidence": 0.4}, {"name": "greet", "confidence": 0.01}]
    assert turn({"intent_ranking": ranking}).likely == ("customs_delay",)


def test_intent_and_text_are_heard() -> None:
    assert heard(text="where is it", intent="where_is_my_order") == Heard("where_is_my_order", "where is it")


def test_every_number_is_heard_with_its_doubts() -> None:
    message = heard(
        entity("tracking_number", "RR123456789CN", valid=False, repairs=["RR123456785CN"]),
        entity("tracking_number", "LP00123456789012", valid=None),
        entity("tracking_number", "RR123456785CN", valid=True),
    )
    assert message.numbers == (
        HeardNumber("RR123456789CN", False, ("RR123456785CN",)),
        HeardNumber("LP00123456789012"),
        HeardNumber("RR123456785CN"),
    )


@pytest.mark.parametrize("kind", ["order_number", "ambiguous_number", "number_kind", "email", "topic"])
def test_of_what_there_is_one_of_the_first_counts(kind: str) -> None:
    assert getattr(heard(entity(kind, "first"), entity(kind, "second")), kind) == "first"


@pytest.mark.parametrize("kind", ["country", "carrier", "date", "duration"])
def test_of_what_is_claimed_the_first_counts(kind: str) -> None:
    assert heard(entity(kind, "first"), entity(kind, "second")).claims == {kind: "first"}


def test_the_first_status_counts() -> None:
    assert heard(entity("status_phrase", "delivered"), entity("status_phrase", "returned")).status == "delivered"


def test_second_questions_are_heard() -> None:
    assert heard(entity("also_asked", "customs_delay")).also_asked == ("customs_delay",)


def test_entities_we_do_not_know_are_passed_over() -> None:
    assert heard(entity("colour", "red"), text="red") == Heard("provide_details", "red")


@pytest.mark.parametrize("text", ["bought on AliExpress", "from ali express", "my Ali-Express order"])
def test_the_marketplace_is_heard_by_its_name(text: str) -> None:
    assert heard(text=text).claims == {"sales_channel": "aliexpress"}


def test_a_bare_number_beside_an_email_is_an_order_number() -> None:
    message = heard(entity("email", "anna@example.com"), text="7401 anna@example.com")
    assert (message.email, message.order_number) == ("anna@example.com", "7401")


def test_a_bare_number_alone_is_left_open() -> None:
    assert heard(text="7401").order_number == ""


def test_an_order_number_that_was_named_counts_for_more_than_a_bare_one() -> None:
    message = heard(
        entity("email", "anna@example.com"), entity("order_number", "7402"), text="#7402 7401 anna@example.com"
    )
    assert message.order_number == "7402"


@pytest.mark.parametrize("message", [{}, {"text": None, "intent": {}, "entities": None}, {"intent": {"name": None}}])
def test_a_message_with_nothing_in_it_is_heard_as_nothing(message: dict[str, Any]) -> None:
    assert read_message(message) == Heard("")


def test_a_case_keeps_a_message_as_it_was_written() -> None:
    message = {"text": "请送到后门", "as_written": "請送到後門", "intent": {"name": "delivery_wish"}}
    assert read_message(message).text == "請送到後門"


#: What the classifier took for a crisis, each with the second question that it resembles.
_OFFICE_QUESTIONS = ("must I turn up there myself", "do I need to appear at customs", "shall I go there in person?")


@pytest.mark.parametrize("text", _OFFICE_QUESTIONS)
def test_a_question_that_resembles_a_second_one_is_no_danger_until_that_is_nearly_certain(text: str) -> None:
    message = {
        "text": text,
        "intent": {"name": "crisis", "confidence": 0.81},
        "intent_ranking": [{"name": "crisis", "confidence": 0.81}, {"name": "return_item", "confidence": 0.02}],
        "follow_ups": [{"name": "customs_in_person", "confidence": 0.39}],
    }
    assert read_message(message).intent == "nlu_fallback"
    assert read_message({**message, "intent": {"name": "crisis", "confidence": 0.95}}).intent == "crisis"
    assert read_message({**message, "follow_ups": []}).intent == "crisis"


@pytest.mark.parametrize("text", ["fine, I'll open one myself then", "right then, I start it on my own"])
def test_what_is_no_danger_is_what_is_likeliest_beside_it_a_courtesy_too(text: str) -> None:
    message = {
        "text": text,
        "intent": {"name": "crisis", "confidence": 0.62},
        "intent_ranking": [
            {"name": "crisis", "confidence": 0.62},
            {"name": "affirm", "confidence": 0.34},
            {"name": "delivery_wish", "confidence": 0.01},
        ],
    }
    assert read_message(message).intent == "affirm"


@pytest.mark.parametrize(("sure", "beside"), [(0.89, ()), (0.99, ("crisis",))])
def test_a_danger_in_one_clause_is_believed_no_sooner_than_in_a_whole_message(
    sure: float, beside: tuple[str, ...]
) -> None:
    message = {
        "text": "ist der Stoff dick? ich war unschlüssig",
        "intent": {"name": "item_wrong", "confidence": 0.98},
        "language": {"code": "de", "sure": True},
        "entities": [{"entity": "also_asked", "value": "crisis", "start": 0, "end": 5, "confidence_entity": sure}],
    }
    assert read_message(message).also_asked == beside
