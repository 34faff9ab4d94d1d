"""Two questions in one message: held-out messages put together in twos, and those that hold one question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from benchmarks.nlu.messages import LabelledMessage, read_held_out
from parcelbot.core.questions import SECOND_QUESTIONS
from parcelbot.rasa_plugins.nlu.pairs import Pair, pairs
from parcelbot.rasa_plugins.nlu.second_question import ALSO_ASKED
from tests.nlu.conftest import Understand

_PAIRS = 400
_LONGEST = 25


@dataclass(frozen=True)
class Figures:
    """Shares: of pairs of which both or one were found, and of single questions that were given a wrong second."""

    both: float
    one: float
    invented: float


@pytest.fixture(scope="module")
def told_apart(understand: Understand) -> Figures:
    messages = read_held_out()
    short = [m for m in messages if m.intent in SECOND_QUESTIONS and len(m.text.split()) <= _LONGEST]
    made = pairs([m.text for m in short], [m.intent for m in short], _PAIRS)
    of_pairs = [asked(parsed) for parsed in understand([pair.text for pair in made])]
    of_singles = [asked(parsed) for parsed in understand([m.text for m in messages])]
    wanted = [_intents(pair, short) for pair in made]
    return Figures(
        both=sum(found == want for found, want in zip(of_pairs, wanted, strict=True)) / len(made),
        one=sum(bool(found & want) for found, want in zip(of_pairs, wanted, strict=True)) / len(made),
        invented=sum(_invented(found, m) for found, m in zip(of_singles, messages, strict=True)) / len(messages),
    )


@pytest.fixture
def figures(told_apart: Figures, measured: Callable[[str], None]) -> Figures:
    measured(
        f"Two questions: both found {told_apart.both:.1%}, one {told_apart.one:.1%}; invented {told_apart.invented:.1%}"
    )
    return told_apart


def asked(parsed: dict[str, Any]) -> set[str]:
    second = {entity["value"] for entity in parsed["entities"] if entity["entity"] == ALSO_ASKED}
    return {parsed["intent"]["name"], *second}


def _intents(pair: Pair, messages: list[LabelledMessage]) -> set[str]:
    return {messages[pair.first].intent, messages[pair.second].intent}


def _invented(found: set[str], message: LabelledMessage) -> bool:
    return len(found) == 2 and not found <= {message.intent, *message.also}


def test_of_two_questions_one_is_nearly_always_found(figures: Figures):
    assert figures.one >= 0.9


def test_of_two_questions_both_are_found_in_two_messages_of_five_at_least(figures: Figures):
    assert figures.both >= 0.4


def test_a_single_question_is_hardly_ever_taken_for_two(figures: Figures):
    assert figures.invented <= 0.03
