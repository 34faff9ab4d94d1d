"""Whoever says that nothing is damaged has no damaged goods; an unharmed box says nothing of them."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_words import taken_back


@pytest.mark.parametrize(
    "text",
    [
        "nothing is broken, the counter is shut",
        "sorry, there's no damage, I only can't get in",
    ],
)
def test_a_denied_damage_is_taken_back(text: str) -> None:
    assert Question.ITEM_DAMAGED in taken_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "the box is not damaged",
        "nothing is torn but the vase is broken",
        "I don't know if it is damaged",
        "is nothing damaged?",
        "no, broken",
    ],
)
def test_whatever_else_is_said_takes_no_damage_back(text: str) -> None:
    assert Question.ITEM_DAMAGED not in taken_back(text)
