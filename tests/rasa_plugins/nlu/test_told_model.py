"""Facts that are told: what a lesson keeps, what a model finds in it, and from which score on it is believed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from parcelbot.core.answering.tellings import Telling
from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.told_examples import ToldRules
from parcelbot.rasa_plugins.nlu.terms import WORD_PAIRS
from parcelbot.rasa_plugins.nlu.told_model import (
    ToldExample,
    ToldModel,
    a_few,
    believed,
    evenly,
    together,
    told_lesson,
)

MOVED, DIED = "told_moved", "told_died"
RULES = ToldRules(
    tells={"somebody_died": DIED},
    may_tell={"change_address": frozenset({MOVED})},
    with_it={DIED: frozenset({MOVED})},
)
NO_MEANING = np.zeros(4, dtype=np.float32)


def example(text: str, *labels: str, unsure: str = "") -> ToldExample:
    return ToldExample(text, frozenset(labels), frozenset(filter(None, [unsure])))


def test_a_lesson_has_what_tells_facts_and_what_was_written_for_something_else() -> None:
    tellings = [Telling("we moved", frozenset({MOVED})), Telling("has it moved?")]
    others = [Phrase("he has died", "somebody_died"), Phrase("new address please", "change_address")]
    assert told_lesson(tellings, others, RULES) == [
        example("we moved", MOVED),
        example("has it moved?"),
        example("he has died", DIED, unsure=MOVED),
        example("new address please", unsure=MOVED),
    ]


def test_what_stands_in_both_counts_once() -> None:
    lesson = told_lesson([Telling("we moved", frozenset({MOVED}))], [Phrase("we moved", "change_address")], RULES)
    assert lesson == [example("we moved", MOVED)]


def test_of_second_questions_that_tell_a_fact_more_are_kept() -> None:
    phrases = [Phrase(f"{kind} {n}", kind) for kind in ("somebody_died", "lost") for n in range(10)]
    assert len(a_few(phrases, 2, RULES, 5)) == 7
    assert len(evenly(phrases, 4)) == 4


@pytest.fixture(scope="module")
def model() -> ToldModel:
    moved = ["we have moved to leeds", "i have moved house", "we have moved away", "moved last week"]
    died = ["my mother has died", "he has died", "she died on friday", "my uncle died"]
    lesson = [
        *(example(text, MOVED) for text in moved),
        *(example(text, DIED) for text in died),
        example("my uncle died and we have moved", DIED, MOVED),
        *(example(text) for text in ("where is my order", "has my order been sent", "my order on friday")),
    ]
    vectors = np.zeros((len(lesson), len(NO_MEANING)), dtype=np.float32)
    return ToldModel.fit(lesson, vectors, 10.0, 1.0, WORD_PAIRS)


def found(model: ToldModel, text: str) -> set[str]:
    return set(believed(text, model.scores(text, NO_MEANING), {MOVED: -0.1, DIED: -0.1}))


def test_a_text_may_tell_several_facts_or_none(model: ToldModel) -> None:
    assert found(model, "we have moved") == {MOVED}
    assert found(model, "my uncle died and we have moved") == {MOVED, DIED}
    assert found(model, "where is my order") == set()


def test_it_reads_what_it_wrote(model: ToldModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    assert ToldModel.load(tmp_path).scores("he died", NO_MEANING) == model.scores("he died", NO_MEANING)


def test_what_nobody_looked_for_is_no_example_against_it() -> None:
    lesson = [example("a", MOVED), example("b", unsure=MOVED), example("c"), example("d", DIED)]
    vectors = np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], dtype=np.float32)
    scores = ToldModel.of_vectors(lesson, vectors, 10.0, 3).scores("b", vectors[1])
    assert scores[MOVED] > 0 > scores[DIED]


def test_only_what_passes_its_least_score_is_believed() -> None:
    least = {MOVED: 0.25, DIED: 0.2}
    assert believed("we moved", {MOVED: 0.5, DIED: 0.1}, least) == pytest.approx({MOVED: 0.15})
    assert believed("we moved", {MOVED: 0.3}, least) == {}
    assert believed("we moved", {MOVED: 9.0}, {}) == {}


def test_a_short_question_tells_no_fact() -> None:
    assert believed("who moved here?", {MOVED: 0.9}, {MOVED: 0.25}) == {}
    told = "we moved to Leeds in spring, so where does it go now?"
    assert set(believed(told, {MOVED: 0.9}, {MOVED: 0.25})) == {MOVED}


def test_of_a_message_and_its_sentences_the_surest_counts() -> None:
    assert together([{MOVED: 0.1}, {MOVED: 0.4, DIED: 0.2}, {}]) == {MOVED: 0.4, DIED: 0.2}
