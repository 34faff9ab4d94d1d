"""Who wants time first, or sets a condition, wants nothing done today."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.postponing import does_something_first, sets_a_condition, wants_time


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


@pytest.mark.parametrize(
    "text",
    [
        "if nothing has moved by Tuesday, cancel the lot",
        "cancel it if it still isn't scanned by the weekend",
        "I'll wait till Monday, otherwise I want a refund",
        "pass it on if there is still nothing in two days",
    ],
)
def test_a_condition_is_none_for_today(text: str) -> None:
    assert sets_a_condition(text)


@pytest.mark.parametrize(
    "text",
    [
        "nothing has moved since Tuesday, cancel it",
        "if it doesn't come, do I get a refund by Friday?",
        "cancel it today",
        "I ordered on Monday and want my money back",
    ],
)
def test_what_is_wanted_now_is_no_condition(text: str) -> None:
    assert not sets_a_condition(text)
