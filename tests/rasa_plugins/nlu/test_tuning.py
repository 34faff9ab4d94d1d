"""The encoder's tuning, on a network of two narrow layers."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import tensorflow as tf

from parcelbot.encoder import EncoderKind, adapter, shared_encoder
from parcelbot.tuning.examples import TuningExamples, batches, filled, is_shown, read_labelled, read_second_questions
from parcelbot.tuning.network import Network
from parcelbot.tuning.training import Recipe, tune

LAYERS, WIDTH, INNER, WORDS = 2, 24, 48, 40
RECIPE = Recipe(epochs=30, batch_size=16, rank=4, adapter_rate=0.02, dropout=0.0, drawing=1.0)
#: Two texts with each question.
UNSEEN = [(30, 7, 31), (12, 13, 14, 7), (8, 30, 31), (12, 13, 8, 14)]


def small_weights() -> dict[str, npt.NDArray[np.float32]]:
    dice = np.random.default_rng(1)

    def some(*shape: int) -> npt.NDArray[np.float32]:
        return dice.normal(0, 0.3, shape).astype(np.float32)

    def norm(name: str) -> dict[str, npt.NDArray[np.float32]]:
        return {f"{name}.weight": np.ones(WIDTH, np.float32), f"{name}.bias": np.zeros(WIDTH, np.float32)}

    def linear(name: str, inputs: int, outputs: int) -> dict[str, npt.NDArray[np.float32]]:
        return {f"{name}.weight": some(outputs, inputs), f"{name}.bias": some(outputs)}

    weights = {
        "embeddings.word_embeddings.weight": some(WORDS, WIDTH),
        "embeddings.position_embeddings.weight": some(16, WIDTH),
        "embeddings.token_type_embeddings.weight": some(2, WIDTH),
        **norm("embeddings.LayerNorm"),
    }
    for layer in (f"encoder.layer.{number}" for number in range(LAYERS)):
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            weights |= linear(f"{layer}.attention.{part}", WIDTH, WIDTH)
        weights |= linear(f"{layer}.intermediate.dense", WIDTH, INNER) | linear(f"{layer}.output.dense", INNER, WIDTH)
        weights |= norm(f"{layer}.attention.output.LayerNorm") | norm(f"{layer}.output.LayerNorm")
    return weights


def vectors(network: Network, texts: list[tuple[int, ...]]) -> npt.NDArray[np.float32]:
    ids, mask = filled(texts)
    found: npt.NDArray[np.float32] = network.vectors(tf.constant(ids), tf.constant(mask), 0.0).numpy()
    return found


def two_questions() -> TuningExamples:
    """Texts of random words; what is asked is told by one word, 7 or 8, somewhere among them."""
    dice = random.Random(3)
    labels = tuple(number % 2 for number in range(64))
    pieces = []
    for label in labels:
        words = [dice.randrange(10, WORDS) for _ in range(dice.randrange(2, 6))]
        words.insert(dice.randrange(len(words) + 1), 7 + label)
        pieces.append(tuple(words))
    return TuningExamples(tuple(pieces), labels, ("one", "other"))


@dataclass(frozen=True)
class Tuned:
    network: Network
    losses: list[float]


@pytest.fixture(scope="module")
def tuned() -> Tuned:
    network = Network(small_weights(), RECIPE.rank, RECIPE.seed)
    return Tuned(network, [progress.loss for progress in tune(network, two_questions(), RECIPE)])


def test_before_tuning_the_adapters_change_nothing():
    one, other = (Network(small_weights(), rank=2, seed=seed) for seed in (1, 2))
    assert np.array_equal(vectors(one, [(5, 6, 7)]), vectors(other, [(5, 6, 7)]))


def test_vectors_have_length_one_and_do_not_depend_on_what_they_are_filled_up_to():
    network = Network(small_weights(), rank=2, seed=1)
    alone, together = vectors(network, [(5, 6, 7)])[0], vectors(network, [(5, 6, 7), tuple(range(12))])[0]
    assert np.linalg.norm(alone) == pytest.approx(1)
    assert alone == pytest.approx(together, abs=1e-5)


def test_tuning_draws_one_questions_texts_together_and_others_apart(tuned: Tuned):
    before = vectors(Network(small_weights(), RECIPE.rank, RECIPE.seed), UNSEEN)
    after = vectors(tuned.network, UNSEEN)
    assert _apartness(after) > _apartness(before) + 0.2


def test_the_less_is_kept_the_nearer_vectors_stay_to_the_published_ones(tuned: Tuned):
    plain, little = (Network(small_weights(), RECIPE.rank, RECIPE.seed) for _ in range(2))
    list(tune(little, two_questions(), replace(RECIPE, kept=0.2)))
    far, near = (float((vectors(plain, UNSEEN) * vectors(n, UNSEEN)).sum()) for n in (tuned.network, little))
    assert far < near < len(UNSEEN)


def test_the_loss_falls_while_tuning(tuned: Tuned):
    assert tuned.losses[-1] < tuned.losses[0] * 0.8


def test_what_was_learnt_has_two_thin_matrices_for_each_adapted_one(tuned: Tuned):
    learnt = tuned.network.adapters()
    assert len(learnt) == LAYERS * 6 * 2
    assert learnt["encoder.layer.0.intermediate.dense.down"].shape == (WIDTH, RECIPE.rank)
    assert learnt["encoder.layer.0.intermediate.dense.up"].shape == (RECIPE.rank, INNER)


def test_every_example_is_learnt_from_once_in_each_round():
    examples = two_questions()
    labels = [label for batch in batches(examples, 10, random.Random(1)) for label in batch.labels.tolist()]
    assert sorted(labels) == sorted(examples.labels)


def test_a_quarter_of_the_training_data_is_kept_from_the_encoder():
    labelled = [*read_labelled(Path("data")), *read_second_questions(Path("knowledge"))]
    assert np.mean([is_shown(text) for text, _ in labelled]) == pytest.approx(0.75, abs=0.03)


def test_a_second_question_is_another_label_than_the_intent_of_its_name():
    intents = {intent for _, intent in read_labelled(Path("data"))}
    assert not intents & {label for _, label in read_second_questions(Path("knowledge"))}


@pytest.mark.parametrize("kind", EncoderKind)
def test_the_prepared_encoders_give_the_vectors_that_were_learnt(kind: EncoderKind):
    assert (adapter.probed(kind) * shared_encoder(kind).encode(adapter.PROBES)).sum(axis=1).min() > 0.97


def test_an_adapter_keeps_the_vectors_of_its_probes(tmp_path: Path):
    path, probed = tmp_path / "adapter.npz", np.eye(5, 24, dtype=np.float32)
    adapter.write(
        {"some.down": np.ones((3, 2), np.float16)}, {EncoderKind.PUBLISHED: probed, EncoderKind.TUNED: -probed}, path
    )
    assert np.array_equal(adapter.probed(EncoderKind.TUNED, path), -probed)


def _apartness(rows: npt.NDArray[np.float32]) -> float:
    """How much nearer rows 0 and 1, 2 and 3 are to each other than to the rest."""
    near = rows @ rows.T
    return float((near[0, 1] + near[2, 3]) / 2 - near[:2, 2:].mean())
