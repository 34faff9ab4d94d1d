"""Classify linearly: stored as plain numbers (no pickles)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from parcelbot.encoder.rows_on_disk import RowsOnDisk
from parcelbot.rasa_plugins.nlu.machines import Floats, Matrix, one_against_the_rest, yes_or_no

Indices = npt.NDArray[np.intp]
Halves = npt.NDArray[np.float16]


@dataclass(frozen=True)
class LinearModel:
    """`by_feature` has a row for each feature and a column for each of `labels`, in 16 bit; `intercepts` one each.

    Loaded again, its rows stay on disk: a message needs some hundred of fifty thousand.
    """

    labels: tuple[str, ...]
    by_feature: Halves | RowsOnDisk
    intercepts: Floats

    @classmethod
    def fit(cls, features: Matrix, labels: Sequence[str], strength: float, balance: float = 1.0) -> LinearModel:
        """Train on one row of features for each label; `strength` is scikit-learn's C.

        With `balance` 1 every class weighs the same, with 0 every example. A linear support vector machine:
        as good as logistic regression here, and most of its examples drop out of the sum.
        """
        weights = _weights(labels, balance)
        by_feature, intercepts = one_against_the_rest(features, labels, weights, strength)
        return cls(tuple(sorted(weights)), by_feature.astype(np.float16), intercepts)

    @classmethod
    def fit_each(cls, features: Matrix, labels: Sequence[frozenset[str]], strength: float) -> LinearModel:
        """Train one machine for each label, on rows that may have several labels or none: see `scores`."""
        names = sorted(frozenset().union(*labels))
        own = [np.array([name in some for some in labels]) for name in names]
        by_feature, intercepts = yes_or_no(features, own, strength)
        return cls(tuple(names), by_feature.astype(np.float16), intercepts)

    def scores(self, columns: Indices, values: Floats) -> Floats:
        """Score each label by its distance from the machine's border, above 0 for those it takes for given.

        From the `columns` of the features that are not 0 and their `values`: reading the few rows that
        count takes a tenth of a sparse matrix product's time.
        """
        result: Floats = values @ self._rows(columns).astype(np.float32) + self.intercepts
        return result

    @property
    def learnt(self) -> Halves:
        """All rows of a model that was learnt just now; TypeError for a loaded one."""
        if isinstance(self.by_feature, RowsOnDisk):
            raise TypeError("the rows of a loaded model stay on disk")
        return self.by_feature

    def _rows(self, columns: Indices) -> Halves:
        if isinstance(self.by_feature, RowsOnDisk):
            return self.by_feature.rows(columns)
        rows: Halves = self.by_feature[columns]
        return rows

    def probabilities(self, columns: Indices, values: Floats, temperature: float = 1.0) -> Floats:
        """Make the `scores` comparable: one probability for each label, summing to 1.

        A `temperature` above 1 evens the result out, one below 1 sharpens it; the order stays.
        """
        scores = self.scores(columns, values) / temperature
        raised = np.exp(scores - scores.max())
        result: Floats = raised / raised.sum()
        return result

    def save(self, path: Path) -> None:
        """Write to a `.npz` file, packed: Rasa packs what is not with five times the effort, for 1 % less."""
        arrays: dict[str, Any] = {"by_feature": self.by_feature, "intercepts": self.intercepts}
        np.savez_compressed(path, labels=np.array(self.labels), **arrays)

    @classmethod
    def load(cls, path: Path) -> LinearModel:
        """Read what `save` wrote; a missing or foreign file raises OSError, KeyError or ValueError."""
        with np.load(path, allow_pickle=False) as stored:
            labels = tuple(str(label) for label in stored["labels"])
            return cls(labels, RowsOnDisk.put(stored["by_feature"]), stored["intercepts"])


def _weights(labels: Sequence[str], balance: float) -> dict[str, float]:
    """Weigh an example of each class: rare classes more, by `balance`."""
    counts = Counter(labels)
    usual = len(labels) / len(counts)
    return {label: (usual / count) ** balance for label, count in counts.items()}


def ranked(labels: Sequence[str], probabilities: Floats) -> list[dict[str, Any]]:
    """Rank in Rasa's form: name and confidence, most likely first."""
    order = np.argsort(-probabilities, kind="stable")
    likely = zip(order.tolist(), probabilities[order].tolist(), strict=True)
    return [{"name": labels[place], "confidence": probability} for place, probability in likely]
