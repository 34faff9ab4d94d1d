"""Classify a text by its terms and its sentence vector together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.linear import LinearModel, ranked
from parcelbot.rasa_plugins.nlu.terms import TermBlocks
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
        counts, seen, kept = Counter(self.labels), Counter[str](), []
        for place, label in enumerate(self.labels):
            step = max(1, counts[label] / most)
            kept += [place] if seen[label] % step < 1 else []
            seen[label] += 1
        return self.part(kept)

    def part(self, places: Sequence[int]) -> Lesson:
        """Keep the texts at these places."""
        texts, labels = [self.texts[place] for place in places], [self.labels[place] for place in places]
        return Lesson(texts, self.vectors[list(places)], labels)


@dataclass(frozen=True)
class TextModel:
    """Linear classifier over terms and vector; the vector counts `dense_weight` times as much as a block of terms."""

    terms: TermBlocks
    model: LinearModel
    dense_weight: float

    @classmethod
    def fit(
        cls, lesson: Lesson, kinds: Sequence[dict[str, Any]], strength: float, dense_weight: float, balance: float
    ) -> TextModel:
        """Learn from a lesson; `kinds` are settings of terms, `strength` and `balance` are those of `LinearModel`."""
        terms = TermBlocks.fit(lesson.texts, kinds)
        features = side_by_side(terms.rows(lesson.texts), lesson.vectors, dense_weight)
        return cls(terms, LinearModel.fit(features, lesson.labels, strength, balance, exact=False), dense_weight)

    def ranking(self, text: str, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the labels in Rasa's form: name and confidence, most likely first."""
        columns, values = self.terms.row(text)
        behind = np.arange(self.terms.width, self.terms.width + len(vector))
        columns, values = np.concatenate([columns, behind]), np.concatenate([values, vector * self.dense_weight])
        return ranked(self.model.labels, self.model.probabilities(columns, values, temperature))

    def save(self, folder: Path, name: str) -> None:
        """Write two files of this name into `folder`."""
        self.model.save(folder / f"{name}.npz")
        self.terms.save(folder / f"{name}.json")

    @classmethod
    def load(cls, folder: Path, name: str, dense_weight: float) -> TextModel:
        """Read what `save` wrote; a missing file raises OSError."""
        return cls(TermBlocks.load(folder / f"{name}.json"), LinearModel.load(folder / f"{name}.npz"), dense_weight)
