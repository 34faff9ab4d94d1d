"""A first message that gives a number, and hardly resembles anything, asks where the parcel is."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import Heard, HeardNumber
from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.hearing.believed_intent import as_believed
from parcelbot.core.questions import Question

NUMBERS = (HeardNumber("LP00123456789012"),)


def opening(question: Question, confidence: float, text: str = "and here is what it was") -> Heard:
    return Heard(question.value, text, numbers=NUMBERS, confidence=confidence)


@pytest.mark.parametrize("question", [Question.WRONG_DESTINATION, Question.CHECK_ADDRESS, Question.ATTEMPT_CONTESTED])
def test_what_a_first_message_with_a_number_hardly_resembles_gives_way_to_the_parcel(question: Question) -> None:
    assert as_believed(opening(question, 0.4), told=False).intent == Question.WHERE_IS_MY_ORDER


def test_what_it_surely_asks_stays() -> None:
    heard = opening(Question.CHECK_ADDRESS, 0.9)
    assert as_believed(heard, told=False) is heard


def test_a_wish_in_so_many_words_stays_however_unsure_the_reading() -> None:
    heard = opening(Question.CANCEL_ORDER, 0.4, "please cancel my order")
    assert as_believed(heard, told=False) is heard


@pytest.mark.parametrize("question", [Question.ITEM_DAMAGED, Question.LATE_DELIVERY, Question.ACCOUNT_MISUSE])
def test_goods_a_plan_and_a_danger_stay(question: Question) -> None:
    heard = opening(question, 0.4)
    assert as_believed(heard, told=False) is heard


def test_a_number_that_was_asked_for_is_not_an_opening() -> None:
    heard = opening(Question.CHECK_ADDRESS, 0.4)
    assert as_believed(heard, told=False, asked=Asked.PARCEL) is heard
