"""What other languages say in their own words, after an answer and about a case. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.questions import Question
from tests.unit.actions.talk import Chat, entity
from tests.unit.actions.test_in_other_languages import DELIVERED, EXPORTED, chat


def told_of(code: str, parcel: object = EXPORTED) -> Chat:
    conversation = chat([], parcel)
    conversation.says("…", "where_is_my_order", entity("tracking_number", EXPORTED.number), language=code)
    return conversation


def with_a_draft(code: str) -> Chat:
    conversation = told_of(code)
    conversation.presses("/talk_to_human")
    conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    return conversation


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ja", "もう一つ送ってほしいです"),
        ("tr", "yenisini gönderin bari"),
        ("fr", "renvoyez-m'en un"),
        ("en", "send a new one then"),
    ],
)
def test_a_wish_for_another_parcel_stands_in_the_case_that_follows(code: str, text: str) -> None:
    conversation = told_of(code)
    conversation.says(text, "replacement_wanted", language=code, second="resend")
    assert Question.REPLACEMENT_WANTED in conversation.dialogue.matters


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "pone entregado pero no me ha llegado nada"),
        ("ar", "مكتوب تم التسليم وما وصلني شي"),
    ],
)
def test_delivered_but_nothing_came_is_answered_once(code: str, text: str) -> None:
    told = told_of(code, DELIVERED).says(text, "delivered_not_received", language=code)
    assert len(told.rows) == 1, told.rows


@pytest.mark.parametrize(
    ("code", "text"), [("uk", "ви мене обманюєте?"), ("de", "wollt ihr mich betrügen?"), ("es", "¿esto es una estafa?")]
)
def test_a_reproach_is_no_fraud_that_somebody_met(code: str, text: str) -> None:
    told = told_of(code).says(text, "scam_message", language=code)
    assert not any(row.startswith("reach_us/scam") for row in told.rows)


@pytest.mark.parametrize(
    ("code", "text"), [("de", "ich soll 2 € über einen Link zahlen"), ("pl", "przyszedł sms z linkiem")]
)
def test_a_message_that_asks_for_money_is_one(code: str, text: str) -> None:
    told = told_of(code).says(text, "scam_message", language=code, said={"says": ["names_a_message"]})
    assert told.rows[0].startswith("reach_us/scam")


@pytest.mark.parametrize(
    ("code", "text"), [("es", "¿se ha roto por el camino?"), ("de", "wurde das zerstört?"), ("ja", "壊れたのですか？")]
)
def test_whoever_fears_damage_on_the_way_has_no_broken_goods(code: str, text: str) -> None:
    moving = replace(EXPORTED, status=Status.IN_TRANSIT, substatus=Substatus.IN_TRANSIT_OTHER)
    conversation = told_of(code, moving)
    told = conversation.says(text, "item_damaged", language=code, second="what_happened")
    assert told.rows[0].startswith("follow_ups/what_happened")
    assert conversation.dialogue.case is None


@pytest.mark.parametrize(
    ("code", "text"), [("es", "no, mejor otro igual"), ("nl", "nee, liever een andere"), ("it", "no, meglio un altro")]
)
def test_a_no_that_says_more_changes_the_case(code: str, text: str) -> None:
    conversation = with_a_draft(code)
    told = conversation.says(text, "deny", language=code, said={"opens_with": "deny"})
    assert text in told.text
    assert conversation.dialogue.case is not None


@pytest.mark.parametrize(
    ("code", "text"), [("nl", "laat maar, ik ga er zelf heen"), ("tr", "yok vazgeçtim, biraz daha beklerim")]
)
def test_whoever_does_it_alone_leaves_the_case(code: str, text: str) -> None:
    conversation = with_a_draft(code)
    conversation.says(text, "delivery_wish", language=code, said={"says": ["drops_it"]})
    assert conversation.dialogue.case is None
    assert not conversation.dialogue.ticket


def test_a_yes_at_the_end_sends_the_case_with_what_was_said_before() -> None:
    conversation = with_a_draft("es")
    said = {"says": ["agrees_last"]}
    conversation.says("nunca me llegó nada de eso. Sí, mándalo", "unanswered", language="es", said=said)
    assert conversation.dialogue.ticket
