"""What is refused is no wish, and what is wished in so many words is one."""

from __future__ import annotations

from datetime import date

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.questions.sentences import denied, wants_money
from parcelbot.core.reading.times.dates import find_dates
from parcelbot.core.reading.times.durations import find_durations
from parcelbot.core.reading.wanted.wishes import damage_told, wished_matters

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("I don't want to return it, I want to have it", Question.RETURN_ITEM),
        ("i dont want it resent", Question.REPLACEMENT_WANTED),
        ("we never asked for a refund", Question.REFUND_WANTED),
        ("I don't want to change the address", Question.CHANGE_ADDRESS),
        ("no dont cancel", Question.CANCEL_ORDER),
    ],
)
def test_a_wish_that_is_refused_is_denied(said: str, question: Question) -> None:
    assert question in denied(said)
    assert question not in wished_matters(said)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("I would like it to be sent out once more please", Question.REPLACEMENT_WANTED),
        ("after that i want a refund", Question.REFUND_WANTED),
        ("please cancel the whole thing", Question.CANCEL_ORDER),
    ],
)
def test_a_wish_in_so_many_words_is_one(said: str, question: Question) -> None:
    assert wished_matters(said) == [question]


def test_what_is_only_spoken_of_is_no_wish() -> None:
    assert wished_matters("it was a replacement already") == []


@pytest.mark.parametrize("said", ["i want my money back", "the refund is what i want", "I'd rather have my money"])
def test_money_wished_is_not_a_refund_that_was_promised(said: str) -> None:
    assert wants_money(said)


@pytest.mark.parametrize(
    "said", ["where is my refund", "I want to know when my refund comes", "the refund isn't there"]
)
def test_a_refund_that_is_asked_after_is_no_wish(said: str) -> None:
    assert not wants_money(said)


@pytest.mark.parametrize(
    "said",
    [
        "otherwise in 5 days I file a dispute",
        "I demand a solution in five days",
        "the exhibition is in 12 days",
        "I have only 5 days left to open a dispute",
        "5 days and then I call my bank",
        "otherwise I stop the payment with my bank in 3 days",
        "its 12 days to my exhibition",
        "within the next 10 days please send the money",
    ],
)
def test_a_deadline_is_no_silence_of_the_parcel(said: str) -> None:
    assert find_durations(said) == ()


@pytest.mark.parametrize(("said", "days"), [("no movement in 12 days", "12d"), ("hasn't moved in 6 days", "6d")])
def test_a_silence_is_one(said: str, days: str) -> None:
    assert [mention.value for mention in find_durations(said)] == [days]


def test_a_day_that_is_waited_for_is_no_day_that_has_passed() -> None:
    assert find_dates("i can wait til the 12th but after that i want a refund", TODAY) == ()


def test_a_case_that_was_opened_is_no_opened_parcel() -> None:
    assert damage_told(["I opened a case with the carrier"]) == ""
    assert damage_told(["the box was already opened and wet"]) == "box was already opened, wet"


@pytest.mark.parametrize("said", ["nothing is missing inside", "Nothing's missing, I only ask", "nothing was missing"])
def test_nothing_missing_denies_that_something_is(said: str) -> None:
    assert Question.ITEM_MISSING in denied(said)


@pytest.mark.parametrize(
    "said",
    ["nothing else is missing, only the belt", "nothing missing but my jacket", "nothing is missing except one sock"],
)
def test_nothing_missing_but_one_thing_denies_nothing(said: str) -> None:
    assert Question.ITEM_MISSING not in denied(said)


@pytest.mark.parametrize("said", ["will they call me?", "do I have to send it back?", "I never asked for a refund"])
def test_what_is_asked_or_was_never_said_is_no_wish(said: str) -> None:
    assert wished_matters(f"please, {said}") == []


def test_what_somebody_would_rather_have_done_is_wished() -> None:
    assert wished_matters("I'd rather have it sent again") == [Question.REPLACEMENT_WANTED]
