"""Questions and statements, what is denied, feared or called off."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.questions.sentences import asks_something, denied, is_only_feared, speaks_of_cancelling


@pytest.mark.parametrize(
    "text",
    ["where is it", "ok and when does it move", "Could you look", "tell me the day", "so?", "¿qué?", "本当？"],
)
def test_what_asks_is_heard_with_and_without_its_mark(text: str) -> None:
    assert asks_something(text)


@pytest.mark.parametrize("text", ["my flat is 7b", "I'd rather have the blue one", "the bell is broken"])
def test_a_statement_asks_nothing(text: str) -> None:
    assert not asks_something(text)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("no, it isn't missing", Question.ITEM_MISSING),
        ("this is no fraud, I looked it up myself", Question.SCAM_MESSAGE),
        ("it was never stolen", Question.PARCEL_STOLEN),
        ("that's not about the address", Question.CHECK_ADDRESS),
        ("no calls please", Question.CALL_ME),
    ],
)
def test_what_is_denied_is_not_asked(text: str, question: Question) -> None:
    assert question in denied(text)


def test_a_wish_with_a_not_in_it_denies_nothing() -> None:
    assert Question.ITEM_DAMAGED not in denied("I don't want a damaged one")


@pytest.mark.parametrize("text", ["what if somebody took it", "maybe it was stolen"])
def test_what_is_feared_has_not_happened(text: str) -> None:
    assert is_only_feared(text)


@pytest.mark.parametrize(
    ("text", "calls_off"),
    [
        ("please cancel it", True),
        ("I don't want it any more", True),
        ("I ordered it twice", True),
        ("was it cancelled by you", False),
        ("I'm not paying for that", False),
        ("please don't cancel the grey one", False),
        ("don't cancel that, cancel the other order", True),
    ],
)
def test_an_order_is_called_off_in_so_many_words(text: str, calls_off: bool) -> None:
    assert speaks_of_cancelling(text) is calls_off


@pytest.mark.parametrize(
    "text",
    ["am not going to dress it up, my son cut it", "please do not try the bell", "so dont tell me to look again"],
)
def test_what_is_said_or_forbidden_is_no_question(text: str) -> None:
    assert not asks_something(text)
