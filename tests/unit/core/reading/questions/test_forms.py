"""The form of a question: whether a plain yes or no answers it. Our own words."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.forms import answered_by_yes_or_no, english_forms


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
    assert answered_by_yes_or_no(english_forms().says(text))


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
    assert not answered_by_yes_or_no(english_forms().says(text))
