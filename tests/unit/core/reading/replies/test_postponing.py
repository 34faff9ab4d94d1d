"""Who wants time first, or sets a condition, wants nothing done today."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.postponing import does_something_first, wants_time


@pytest.mark.parametrize(
    "text",
    [
        "nah, two more weeks",
        "give me till the weekend",
        "ok gimme a couple of days",
        "another month",
        "leave it, I give them one week",
        "I need until Monday",
    ],
)
def test_who_wants_time_says_so(text: str) -> None:
    assert wants_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "let me ring the depot first",
        "back in an hour",
        "I'll try the locker first",
        "right, let me try it, thanks",
        "I will write again tomorrow",
    ],
)
def test_who_does_something_first_says_so(text: str) -> None:
    assert does_something_first(text)


@pytest.mark.parametrize(
    "text",
    [
        "give me a refund",
        "two more weeks?",
        "how about another day",
        "I need two more curtains",
        "give me a person",
        "one more thing",
    ],
)
def test_who_wants_something_else_does_not(text: str) -> None:
    assert not any(reads(text) for reads in (wants_time, does_something_first))
