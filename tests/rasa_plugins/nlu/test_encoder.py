from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from rasa.shared.exceptions import InvalidConfigException

from parcelbot.encoder import DIMENSIONS, EncoderKind, EncoderMissing, MiniLm, shared_encoder
from parcelbot.rasa_plugins.nlu.sentence_encoder import SentenceEncoder

both = pytest.mark.parametrize("kind", EncoderKind)


@both
def test_vectors_have_length_one_also_for_no_words(kind: EncoderKind):
    vectors = shared_encoder(kind).encode(["where is my parcel", "", "😡", "x " * 3000])
    assert vectors.shape == (4, DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)


@both
def test_no_texts_give_no_rows(kind: EncoderKind):
    assert shared_encoder(kind).encode([]).shape == (0, DIMENSIONS)


def test_what_means_the_same_is_nearer_than_what_does_not():
    parcel, package, weather = shared_encoder(EncoderKind.PUBLISHED).encode(
        ["where is my parcel", "my package has not arrived", "will it rain in paris"]
    )
    assert parcel @ package > parcel @ weather + 0.2


_STUCK = ["hasn't moved since tuesday", "stuck at the same scan for two weeks", "no news of it for days now"]
_GONE = [
    "it says delivered but I have nothing",
    "dropped off, they claim, my porch is empty",
    "marked as handed over, not to me",
]


def test_the_tuned_encoder_draws_together_what_asks_the_same_and_keeps_the_rest_apart():
    assert _gap(EncoderKind.TUNED) > 2 * _gap(EncoderKind.PUBLISHED)


def _gap(kind: EncoderKind) -> float:
    """How much nearer two ways of asking the same are, on average, than ways of asking one thing and the other."""
    stuck, gone = (shared_encoder(kind).encode(texts) for texts in (_STUCK, _GONE))
    alike = np.mean([(ways @ ways.T)[np.triu_indices(len(ways), 1)] for ways in (stuck, gone)])
    return float(alike - (stuck @ gone.T).mean())


@both
def test_a_text_has_the_same_vector_whatever_it_is_encoded_with(kind: EncoderKind):
    alone = shared_encoder(kind).encode(["hello"])
    together = shared_encoder(kind).encode(["a much longer text about something else altogether", "hello"])
    assert np.array_equal(alone[0], together[1])


def test_a_missing_encoder_says_how_to_get_one(tmp_path: Path):
    with pytest.raises(EncoderMissing, match=r"python -m parcelbot\.encoder"):
        MiniLm.from_folder(tmp_path, EncoderKind.TUNED)


def test_the_pipeline_can_have_either_encoder_and_no_other():
    config = SentenceEncoder.get_default_config()
    SentenceEncoder.validate_config({**config, "encoder": "published"})
    with pytest.raises(InvalidConfigException, match="large"):
        SentenceEncoder.validate_config({**config, "encoder": "large"})
