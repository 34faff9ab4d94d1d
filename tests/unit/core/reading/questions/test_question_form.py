"""The form of a question: whether a plain yes or no answers it. Our own words."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.questions.asked_for import ASKED_FOR, AskedFor
from parcelbot.core.reading.questions.openness import CORRECTS, OPEN
from parcelbot.core.reading.questions.question_form import QuestionForm
from parcelbot.core.reading.questions.supposed import Asks, Event, Supposed


@pytest.mark.parametrize(
    "text",
    [
        "is it lost?",
        "Hello, does anybody have to be in for it?",
        "will it be here on Monday or not?",
        "isn't it back with you yet?",
        "Where it is I know by now. Has it left the country?",
        "so I just wait",
    ],
)
def test_a_yes_or_no_answers_it(text: str) -> None:
    assert QuestionForm(text).answered_by_yes_or_no


@pytest.mark.parametrize(
    "text",
    [
        "why does it say Rotterdam?",
        "ok and when do I have to worry",
        "so it's not lost?",
        "and you never had it back?",
        "Right. Who brings it, and how do I reach them?",
    ],
)
def test_no_plain_yes_answers_what_asks_openly_or_by_a_denial(text: str) -> None:
    assert not QuestionForm(text).answered_by_yes_or_no


def test_one_description_has_all_that_a_question_tells_of_its_form() -> None:
    form = QuestionForm("and if it goes back, when is my money here?")
    assert form.supposed == Supposed(Event.BACK, Asks.MONEY)
    assert (form.asked_for, form.answered_by_yes_or_no, form.corrects) == (None, True, False)


def test_of_another_language_it_is_what_its_phrases_found() -> None:
    form = QuestionForm("Wo bleibt es?", (OPEN, f"{ASKED_FOR}where"), english=False)
    assert (form.asked_for, form.answered_by_yes_or_no, form.supposed) == (AskedFor.WHERE, False, None)


@pytest.mark.parametrize("english", [True, False])
def test_a_button_has_no_form(english: bool) -> None:
    form = QuestionForm("/where_is_my_order", (OPEN, CORRECTS), english)
    assert form.answered_by_yes_or_no
    assert (form.corrects, form.asked_for, form.supposed) == (False, None, None)


def test_it_has_its_mark_or_begins_as_a_question_of_its_language_does() -> None:
    assert QuestionForm("my parcel?").marked
    assert QuestionForm("wo bleibt das", (Said.ASKS.value,), english=False).marked
    assert not QuestionForm("das bleibt so", english=False).marked
