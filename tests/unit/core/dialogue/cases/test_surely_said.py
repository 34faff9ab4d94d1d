"""The head of a case needs the shopper's words, or high belief."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.memory import Heard, Sentence
from parcelbot.core.dialogue.cases.surely_said import surely_said
from parcelbot.core.questions import Question


def heard(text: str, intent: str, belief: float, *sentences: Sentence) -> Heard:
    return Heard(intent=intent, text=text, confidence=belief, sentences=sentences)


@pytest.mark.parametrize(
    ("text", "question", "belief", "stands"),
    [
        ("the post takes it home again", Question.RETURN_ITEM, 0.7, False),
        ("the post takes it home again", Question.RETURN_ITEM, 0.95, True),
        ("I'd like to send it back", Question.RETURN_ITEM, 0.3, True),
        ("it hangs in the hall", Question.ITEM_DAMAGED, 0.7, False),
        ("it arrived torn", Question.ITEM_DAMAGED, 0.8, True),
    ],
)
def test_a_likeness_alone_makes_no_wish_and_no_later_problem(
    text: str, question: Question, belief: float, stands: bool
) -> None:
    assert surely_said(heard(text, question, belief), question, is_first=False) is stands


def test_what_opens_a_talk_tells_its_trouble() -> None:
    assert surely_said(heard("one seam is gone", "item_damaged", 0.6), Question.ITEM_DAMAGED, is_first=True)


def test_what_was_understood_earlier_or_is_pressed_stands() -> None:
    assert surely_said(heard("order 7401", "provide_details", 0.9), Question.ITEM_WRONG, is_first=False)
    assert surely_said(heard("/refund_wanted", "refund_wanted", 0.0), Question.REFUND_WANTED, is_first=False)


def test_a_sentence_of_its_own_counts() -> None:
    part = Sentence("cash would do", "refund_wanted", 0.95)
    said = heard("it is late. cash would do", "late_delivery", 0.9, part)
    assert surely_said(said, Question.REFUND_WANTED, is_first=False)
