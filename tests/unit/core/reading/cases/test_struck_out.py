"""A line of the case is struck out by whoever says so; a thing that somebody left outside is not."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.struck_out import struck_out
from parcelbot.core.reading.questions.sentences import denied


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Then send it, but take the damaged bit off please", Question.ITEM_DAMAGED),
        ("strike out the wrong size, I never meant that", Question.ITEM_WRONG),
        ("with the receipt in and the refund out", Question.REFUND_WANTED),
        ("please remove the customs fee", Question.CUSTOMS_PAYMENT),
        ("leave the late part out", Question.LATE_DELIVERY),
    ],
)
def test_a_line_is_struck_out(text: str, gone: Question) -> None:
    assert struck_out(text) == {gone}


@pytest.mark.parametrize(
    "text",
    ["they left the wrong one out in the rain", "there is a scratch on it, it is damaged", "get my money out of them"],
)
def test_a_thing_left_outside_is_not(text: str) -> None:
    assert struck_out(text) == frozenset()


def test_a_trouble_that_is_none_is_denied() -> None:
    assert struck_out("it isn't late, I only want a receipt") == {Question.LATE_DELIVERY}
    assert Question.ITEM_WRONG in denied("nothing wrong came")
