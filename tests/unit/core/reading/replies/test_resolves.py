"""What somebody says they will do now is taken for that: nothing is asked, wished or reproached."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.partings import is_parting, thanks_and_leaves
from parcelbot.core.reading.replies.resolves import turns_elsewhere, waits_on


@pytest.mark.parametrize(
    "text",
    [
        "no, I'd rather wait until Thursday",
        "nah, we'll give it the weekend",
        "No thank you, I shall hold off for now.",
        "ok then I'll just sit tight",
        "gonna wait till next week",
        "not yet, i will look again on monday",
    ],
)
def test_whoever_waits_says_no_more(text: str) -> None:
    assert waits_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "I can't wait any longer",
        "I'll wait until Friday, then I open a dispute",
        "wait a minute",
        "I'll wait, but where is it?",
        "I'll see you in court",
        "I will wait for your colleague",
        "how long shall I wait",
    ],
)
def test_a_threat_a_condition_and_a_question_are_no_waiting(text: str) -> None:
    assert not waits_on(text)


@pytest.mark.parametrize(
    "text",
    ["I'll write to the shop, cheers", "ok, I will ring the depot", "thanks, I'm going to ask the seller"],
)
def test_whoever_turns_elsewhere_asks_us_nothing(text: str) -> None:
    assert turns_elsewhere(text)


@pytest.mark.parametrize(
    "text", ["Should I write to the seller?", "I'll tell the bank if you don't pay", "I wrote to the seller"]
)
def test_a_question_a_threat_and_a_report_are_more(text: str) -> None:
    assert not turns_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "I thank you. Good day.",
        "Many thanks for your trouble, and good evening to you.",
    ],
)
def test_thanks_and_a_good_day_take_leave(text: str) -> None:
    assert thanks_and_leaves(text)
    assert is_parting(text)


@pytest.mark.parametrize(
    "text", ["Good evening, and thank you in advance", "Thanks. It is still not here. Good day", "Danke"]
)
def test_a_greeting_and_a_report_take_none(text: str) -> None:
    assert not thanks_and_leaves(text)
