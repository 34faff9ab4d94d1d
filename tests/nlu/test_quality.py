"""Cross-validation on our own training data: how well a message is understood that was not learnt from.

Held back are only messages that the encoder was not tuned on either. Each floor lies a few points below what was
measured when it was set. With the thirty kinds of the second turn among them, many of which are neighbours of one
another: 85.4 % right, macro-F1 0.829, small talk 82 %, 90 % caught at 4 % false alarms (before: 90.6 %, 0.882, 85 %,
93 % at 3 %, over half as many kinds). The examples are written to differ from each other, so these are harder than the
messages in `heldout.yml`. Falling below a floor means something has broken.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.nlu.crossval import cross_validate, report
from benchmarks.nlu.messages import read_training
from benchmarks.nlu.scores import Scores


@pytest.fixture(scope="module")
def cross_validated() -> tuple[Scores, str]:
    labelled, predicted = cross_validate(read_training())
    figures, lines = report(labelled, predicted)
    return figures, f"Cross-validation over {len(labelled)} messages: {lines}"


@pytest.fixture
def figures(cross_validated: tuple[Scores, str], measured: Callable[[str], None]) -> Scores:
    measured(cross_validated[1])
    return cross_validated[0]


def test_most_messages_are_understood_as_they_were_meant(figures: Scores):
    assert figures.accuracy >= 0.83


def test_no_intent_is_understood_at_the_cost_of_others(figures: Scores):
    assert figures.macro_f1 >= 0.80


def test_small_talk_is_understood(figures: Scores):
    assert figures.small_talk >= 0.8


def test_what_is_not_ours_is_caught_with_few_false_alarms(figures: Scores):
    assert figures.caught >= 0.89
    assert figures.false_alarms <= 0.07
