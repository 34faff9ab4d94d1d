"""Second questions beside intents: what is believed, and what a lesson keeps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from parcelbot.rasa_plugins.nlu.second_question_model import NAME, SecondQuestionModel, beside_intents
from parcelbot.rasa_plugins.nlu.terms import WORD_PAIRS
from parcelbot.rasa_plugins.nlu.text_model import Lesson, TextModel, main_directions
from parcelbot.rasa_plugins.nlu.vector_model import VectorModel

NO_MEANING = np.zeros(4, dtype=np.float32)


def lesson(**texts: list[str]) -> Lesson:
    """A lesson of words alone: every vector is empty."""
    labelled = [(text, label) for label, some in texts.items() for text in some]
    vectors = np.zeros((len(labelled), len(NO_MEANING)), dtype=np.float32)
    return Lesson([text for text, _ in labelled], vectors, [label for _, label in labelled])


@pytest.fixture(scope="module")
def model() -> SecondQuestionModel:
    follow_ups = lesson(
        lost=["is it lost", "so it is lost", "has it been lost"], signature=["who signed", "who signed for it"]
    )
    intents = lesson(
        refund_wanted=["i want my money back", "give me my money back"], thanks=["thank you", "thank you all"]
    )
    return SecondQuestionModel(TextModel.fit(beside_intents(follow_ups, intents), WORD_PAIRS, 1.0, 1.0, balance=1.0))


def best(model: SecondQuestionModel, text: str) -> tuple[str, float]:
    first = model.ranking(text, NO_MEANING, temperature=0.25)[0]
    return first["name"], first["confidence"]


def test_a_second_question_is_named_and_believed(model: SecondQuestionModel) -> None:
    name, belief = best(model, "who signed")
    assert name == "signature"
    assert belief > 0.5


def test_what_an_intent_says_is_not_believed_to_be_a_second_question(model: SecondQuestionModel) -> None:
    assert best(model, "i want my money back")[1] < 0.25


def test_intents_are_never_named(model: SecondQuestionModel) -> None:
    assert {entry["name"] for entry in model.ranking("thank you", NO_MEANING, 0.25)} == {"lost", "signature"}


def test_it_reads_what_it_wrote(model: SecondQuestionModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    read = SecondQuestionModel(TextModel.load(tmp_path, NAME, dense_weight=1.0))
    assert best(read, "has it been lost") == best(model, "has it been lost")


def test_it_reads_what_it_wrote_of_a_vectors_main_directions(tmp_path: Path) -> None:
    texts = lesson(lost=["is it lost", "so it is lost"], signature=["who signed", "who signed for it"])
    model = TextModel.fit(texts, WORD_PAIRS, 1.0, 1.0, balance=1.0, most_directions=2)
    SecondQuestionModel(model).save(tmp_path)
    read = TextModel.load(tmp_path, NAME, dense_weight=1.0)
    assert read.directions is not None
    assert read.directions.shape == (4, 2)


def test_what_is_learnt_of_vectors_alone_tells_them_apart_and_is_read_as_it_was_written(tmp_path: Path) -> None:
    learnt = three_apart()
    SecondQuestionModel(VectorModel.fit(learnt)).save(tmp_path)
    read = SecondQuestionModel(VectorModel.load(tmp_path, NAME))
    assert [read.ranking("other words", vector, 1.0)[0]["name"] for vector in learnt.vectors[:2]] == ["lost", "signed"]
    assert len(read.ranking("", learnt.vectors[2], 1.0)) == 2


def three_apart() -> Lesson:
    """Two second questions and an intent, each with a vector of its own."""
    vectors = np.eye(3, 4, dtype=np.float32)
    follow_ups = Lesson(["one", "two"], vectors[:2], ["lost", "signed"])
    return beside_intents(follow_ups, Lesson(["three"], vectors[2:], ["refund_wanted"]))


@pytest.mark.parametrize(("count", "kept"), [(3, 3), (4, 4), (9, 4), (40, 4)])
def test_a_thinned_lesson_keeps_so_many_of_a_label_from_all_over(count: int, kept: int) -> None:
    thinned = lesson(many=[f"text {place}" for place in range(count)]).thinned(4)
    assert len(thinned.texts) == kept
    assert thinned.texts[0] == "text 0"
    assert thinned.vectors.shape[0] == kept


def test_along_their_main_directions_texts_stay_as_alike_as_they_are() -> None:
    dice = np.random.default_rng(7)
    vectors = (dice.normal(size=(40, 10)) @ dice.normal(size=(10, 384))).astype(np.float32)
    fewer = vectors @ main_directions(vectors, 128)
    assert fewer.shape == (40, 128)
    assert np.allclose(fewer @ fewer.T, vectors @ vectors.T, rtol=1e-3, atol=1e-1)
