"""How sure a classifier has to be of a danger that no rule sees."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.danger_belief import least_sure_of_danger

_CONFIDENCE = 0.82


@pytest.mark.parametrize(
    "text",
    [
        "what becomes of it over there?",
        "where do they put it now?",
        "will it stay in that place?",
        "what do they do to it",
    ],
)
def test_a_question_that_no_rule_finds_threatening_threatens_hardly(text: str) -> None:
    assert least_sure_of_danger("threat", text, english=True, second=0.1) > _CONFIDENCE


def test_a_question_of_despair_is_believed_as_before() -> None:
    assert least_sure_of_danger("crisis", "what is the point of going on?", english=True, second=0.1) < _CONFIDENCE
