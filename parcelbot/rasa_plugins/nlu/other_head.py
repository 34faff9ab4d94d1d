"""Rank the intents of a message in any language: a linear classifier over letter groups and multilingual encoders."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.linear import LinearModel, ranked
from parcelbot.rasa_plugins.nlu.terms import Terms
from parcelbot.rasa_plugins.nlu.vectors import side_by_side

_MODEL_FILE, _SECOND_FILE, _TERMS_FILE = "intents.npz", "follow_ups.npz", "terms.json"
_LETTER_GROUPS = {"ngram_range": [2, 5], "analyzer": "char_wb"}
#: Letter groups and each encoder's vector have length 1 and count the same.
_DENSE_WEIGHT = 1.0


@dataclass(frozen=True)
class Lesson:
    """Texts to learn from (none where only their meaning counts), their vectors, a row each, and what each is."""

    texts: Sequence[str]
    vectors: Vectors
    labels: Sequence[str]


@dataclass(frozen=True)
class OtherHead:
    """Classifier learnt from all languages' examples together: what one says helps to understand the others."""

    terms: Terms
    model: LinearModel
    second: LinearModel

    @classmethod
    def fit(cls, intents: Lesson, follow_ups: Lesson, strength: float) -> OtherHead:
        """Learn intents from every language's texts; of second questions, English ones too, the meaning only.

        `strength` is scikit-learn's C.
        """
        terms = Terms.fit(intents.texts, _LETTER_GROUPS)
        features = side_by_side(_rows(terms, intents.texts), intents.vectors, _DENSE_WEIGHT)
        model = LinearModel.fit(features, intents.labels, strength, balance=0.0, exact=False)
        vectors = scipy.sparse.csr_matrix(follow_ups.vectors)
        return cls(terms, model, LinearModel.fit(vectors, follow_ups.labels, strength, exact=False))

    def ranking(self, text: str, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the intents in Rasa's form: name and confidence, most likely first."""
        columns, values = self.terms.row(text)
        behind = np.arange(len(self.terms.weights), len(self.terms.weights) + len(vector))
        columns, values = np.concatenate([columns, behind]), np.concatenate([values, vector * _DENSE_WEIGHT])
        return ranked(self.model.labels, self.model.probabilities(columns, values, temperature))

    def follow_ups(self, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the second questions that a message may be, likewise."""
        return ranked(self.second.labels, self.second.probabilities(np.arange(len(vector)), vector, temperature))

    def save(self, folder: Path) -> None:
        """Write into `folder`."""
        self.model.save(folder / _MODEL_FILE)
        self.second.save(folder / _SECOND_FILE)
        (folder / _TERMS_FILE).write_text(json.dumps(self.terms.plain()), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> OtherHead | None:
        """Read what `save` wrote; None where nothing was learnt."""
        if not (folder / _MODEL_FILE).is_file():
            return None
        plain = json.loads((folder / _TERMS_FILE).read_text(encoding="utf-8"))
        models = (LinearModel.load(folder / name) for name in (_MODEL_FILE, _SECOND_FILE))
        return cls(Terms.from_plain(**plain), *models)


def _rows(terms: Terms, texts: Sequence[str]) -> scipy.sparse.csr_matrix:
    found = [terms.row(text) for text in texts]
    lengths = np.cumsum([0, *(len(columns) for columns, _ in found)])
    columns, values = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return scipy.sparse.csr_matrix((values, columns, lengths), shape=(len(texts), len(terms.weights)))
