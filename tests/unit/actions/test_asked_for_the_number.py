"""What is said while a number is asked for: answered, and the number is not asked for after every answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.answering.open_question import Asked
from tests.unit.actions.talk import Chat, of_the_shop
from tests.unit.actions.test_second_turn import knowledge

REQUEST = "order number"


def asked() -> Chat:
    conversation = Chat(replace(of_the_shop(), knowledge=knowledge()))
    conversation.says("where's my stuff", "where_is_my_order")
    return conversation


def test_what_needs_no_parcel_is_answered_and_the_number_stays_asked_for() -> None:
    conversation = asked()
    told = conversation.says("may I get a bill from you?", "nlu_fallback", second="invoice", belief=0.6)
    assert told.rows == ["follow_ups/invoice"]
    assert len(told.messages) == 1
    opened = conversation.dialogue.open
    assert opened is not None
    assert opened.asked is Asked.PARCEL


def test_so_it_is_in_other_languages() -> None:
    told = asked().says("bekomme ich eine Rechnung von euch?", "nlu_fallback", second="invoice", language="de")
    assert told.rows == ["follow_ups/invoice"]


@pytest.mark.parametrize("second", ["lost", "then_what", "still_coming", "told_already", "understood_right"])
def test_what_is_asked_of_a_parcel_or_an_answer_waits_for_one(second: str) -> None:
    told = asked().says("and what becomes of it?", "where_is_my_order", second=second, belief=0.95)
    assert told.rows == []
    assert REQUEST in told.text


def test_little_belief_is_not_enough_there() -> None:
    assert asked().says("may I get a bill from you?", "nlu_fallback", second="invoice", belief=0.3).rows == []


def test_the_number_is_asked_for_again_after_some_answers_only() -> None:
    conversation = asked()
    first = conversation.says("how does one follow a parcel", "how_to_track")
    second = conversation.says("are you a machine", "bot_challenge")
    third = conversation.says("hello there again", "greet")
    assert [len(told.messages) for told in (first, second)] == [1, 1]
    assert REQUEST in third.messages[-1]["text"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [("that one with six digits?", "out_of_scope"), ("hm, could be on the receipt", "nlu_fallback")],
)
def test_what_is_not_understood_may_be_of_the_number_and_only_that_is_asked_for(text: str, intent: str) -> None:
    told = asked().says(text, intent)
    assert len(told.messages) == 1
    assert "tracking number" in told.text


def test_what_is_far_from_it_is_still_outside() -> None:
    assert "can't answer that one" in asked().says("who won the cup final", "out_of_scope").text


def test_who_was_not_helped_there_is_offered_a_person() -> None:
    told = asked().says("that was no help whatsoever", "feedback_not_useful")
    assert "person" in told.messages[-1]["text"]
