"""Classify a text by its terms and by its sentence vector beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.linear import Indices, LinearModel, ranked
from parcelbot.rasa_plugins.nlu.terms import Terms
from parcelbot.rasa_plugins.nlu.vectors import side_by_side


@dataclass(frozen=True)
class Lesson:
    """Texts to learn from, their vectors, a row each, and what each is."""

    texts: Sequence[str]
    vectors: Vectors
    labels: Sequence[str]

    def beside(self, others: Lesson) -> Lesson:
        """Put the texts of another lesson after these."""
        vectors = np.vstack([self.vectors, others.vectors])
        return Lesson([*self.texts, *others.texts], vectors, [*self.labels, *others.labels])

    def thinned(self, most: int) -> Lesson:
        """Keep at most this many texts of each label, spread over all it has."""
        return self.part(spread(self.labels, most))

    def part(self, places: Sequence[int]) -> Lesson:
        """Keep the texts at these places."""
        texts, labels = [self.texts[place] for place in places], [self.labels[place] for place in places]
        return Lesson(texts, self.vectors[list(places)], labels)


def spread(labels: Sequence[str], most: int) -> list[int]:
    """Give the places of at most this many of each label, spread over all it has."""
    counts, seen, kept = Counter(labels), Counter[str](), []
    for place, label in enumerate(labels):
        step = max(1, counts[label] / most)
        kept += [place] if seen[label] % step < 1 else []
        seen[label] += 1
    return kept


@dataclass(frozen=True)
class TextModel:
    """Linear classifier over terms and vector; the vector counts `dense_weight` times as much as the terms.

    Of the vector only its `directions` count, a column each: those along which the texts learnt from differ most. All
    of it where there are none.
    """

    terms: Terms
    directions: Vectors | None
    model: LinearModel
    dense_weight: float

    @classmethod
    def fit(
        cls,
        lesson: Lesson,
        kind: dict[str, Any],
        strength: float,
        dense_weight: float,
        balance: float,
        most_directions: int | None = None,
    ) -> TextModel:
        """Learn from a lesson; `kind` sets its terms; `strength` and `balance` are for `LinearModel`."""
        terms = Terms.fit(lesson.texts, kind)
        directions = main_directions(lesson.vectors, most_directions) if most_directions else None
        features = side_by_side(terms.rows(lesson.texts), _along(directions, lesson.vectors), dense_weight)
        model = LinearModel.fit(features, lesson.labels, strength, balance)
        return cls(terms, directions, model, dense_weight)

    def ranking(self, text: str, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the labels in Rasa's form: name and confidence, most likely first."""
        columns, values = self._features(text, vector)
        return ranked(self.model.labels, self.model.probabilities(columns, values, temperature))

    def _features(self, text: str, vector: Vectors) -> tuple[Indices, Vectors]:
        weighed = _along(self.directions, vector) * np.float32(self.dense_weight)
        columns, values = self.terms.row(text)
        places = np.arange(len(weighed)) + self.terms.width
        return np.concatenate([columns, places]), np.concatenate([values, weighed])

    def save(self, folder: Path, name: str) -> None:
        """Write a file of this name into `folder`, one for the terms, and one for the directions, if any."""
        self.model.save(folder / f"{name}.npz")
        if self.directions is not None:
            np.save(folder / _directions_file(name), self.directions)
        self.terms.save(folder / _terms_file(name))

    @classmethod
    def load(cls, folder: Path, name: str, dense_weight: float) -> TextModel:
        """Read what `save` wrote; a missing file raises OSError."""
        terms = Terms.load(folder / _terms_file(name))
        kept = folder / _directions_file(name)
        directions = np.load(kept, allow_pickle=False) if kept.is_file() else None
        return cls(terms, directions, LinearModel.load(folder / f"{name}.npz"), dense_weight)


def main_directions(vectors: Vectors, most: int) -> Vectors:
    """Give at most so many directions along which rows differ most, a column each, in 32 bit."""
    _, directions = np.linalg.eigh(vectors.T.astype(np.float64) @ vectors)
    return np.ascontiguousarray(directions[:, -most:], dtype=np.float32)


def _along(directions: Vectors | None, vectors: Vectors) -> Vectors:
    return vectors if directions is None else vectors @ directions


def _directions_file(name: str) -> str:
    return f"{name}-directions.npy"


def _terms_file(name: str) -> str:
    return f"{name}-terms.npz"
