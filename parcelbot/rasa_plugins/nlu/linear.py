"""Classify linearly: trained by scikit-learn, stored as plain numbers (no pickles)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import numpy.typing as npt
import scipy.sparse
from sklearn.svm import LinearSVC

#: A scipy CSR matrix; scipy has no types of its own.
Matrix = Any
Indices = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float32]

_RANDOM_STATE = 42
_EXACT = 1e-4
#: Where only the sign and rough size of a score count.
_ROUGH = 1e-2
_ALL_CORES = -1


@dataclass(frozen=True)
class LinearModel:
    """`by_feature` has a row for each feature and a column for each of `labels`; `intercepts` one each."""

    labels: tuple[str, ...]
    by_feature: Floats
    intercepts: Floats

    @classmethod
    def fit(
        cls, features: Matrix, labels: Sequence[str], strength: float, balance: float = 1.0, exact: bool = True
    ) -> LinearModel:
        """Train on one row of features for each label; `strength` is scikit-learn's C.

        With `balance` 1 every class weighs the same, with 0 every example. A linear support vector machine:
        as good as logistic regression here and nine times faster to train. Not `exact` takes a third of the time.
        """
        weights = _weights(labels, balance)
        names = sorted(weights)
        own = {name: np.array([label == name for label in labels]) for name in names}
        tasks = [_Task(own[name], strength, weights[name], _EXACT if exact else _ROUGH) for name in names]
        return cls(tuple(names), *_fitted(features, tasks))

    @classmethod
    def fit_each(cls, features: Matrix, labels: Sequence[frozenset[str]], strength: float) -> LinearModel:
        """Train one machine for each label, on rows that may have several labels or none: see `scores`."""
        names = sorted(frozenset().union(*labels))
        tasks = [_Task(np.array([name in some for some in labels]), strength, 1.0, _ROUGH) for name in names]
        return cls(tuple(names), *_fitted(features, tasks))

    def scores(self, columns: Indices, values: Floats) -> Floats:
        """Score each label by its distance from the machine's border, above 0 for those it takes for given.

        From the `columns` of the features that are not 0 and their `values`: reading the few rows that
        count takes a tenth of a sparse matrix product's time.
        """
        result: Floats = values @ self.by_feature[columns] + self.intercepts
        return result

    def probabilities(self, columns: Indices, values: Floats, temperature: float = 1.0) -> Floats:
        """Make the `scores` comparable: one probability for each label, summing to 1.

        A `temperature` above 1 evens the result out, one below 1 sharpens it; the order stays.
        """
        scores = self.scores(columns, values) / temperature
        raised = np.exp(scores - scores.max())
        result: Floats = raised / raised.sum()
        return result

    def save(self, path: Path) -> None:
        """Write to a `.npz` file."""
        arrays: dict[str, Any] = {"by_feature": self.by_feature, "intercepts": self.intercepts}
        np.savez(path, labels=np.array(self.labels), **arrays)

    @classmethod
    def load(cls, path: Path) -> LinearModel:
        """Read what `save` wrote; a missing or foreign file raises OSError, KeyError or ValueError."""
        with np.load(path, allow_pickle=False) as stored:
            labels = tuple(str(label) for label in stored["labels"])
            return cls(labels, stored["by_feature"], stored["intercepts"])


@dataclass(frozen=True)
class _Task:
    """Lesson of one machine: which rows are its own, scikit-learn's C, their weight, and the tolerance."""

    own: npt.NDArray[np.bool_]
    strength: float
    weight: float
    tolerance: float

    def learn(self, features: Matrix) -> LinearSVC:
        """Fit a machine that tells its own rows from all others."""
        machine = LinearSVC(
            C=self.strength,
            class_weight={True: self.weight, False: 1.0},
            tol=self.tolerance,
            random_state=_RANDOM_STATE,
        )
        return machine.fit(features, self.own)


def _fitted(features: Matrix, tasks: Sequence[_Task]) -> tuple[Floats, Floats]:
    """Fit a machine for each task on all cores; gives the weights by feature, and the intercepts."""
    # liblinear computes in 64 bit: scikit-learn would copy the whole matrix anew for each machine
    features = features.astype(np.float64)
    # scikit-learn tidies a sparse matrix in place while it checks it; several threads at once would spoil it
    if scipy.sparse.issparse(features):
        features.sum_duplicates()
    # liblinear needs no interpreter lock, and threads copy nothing
    machines = joblib.Parallel(_ALL_CORES, prefer="threads")(joblib.delayed(task.learn)(features) for task in tasks)
    by_feature = np.ascontiguousarray(np.vstack([machine.coef_ for machine in machines]).T, dtype=np.float32)
    return by_feature, np.concatenate([machine.intercept_ for machine in machines]).astype(np.float32)


def _weights(labels: Sequence[str], balance: float) -> dict[str, float]:
    """Weigh an example of each class: rare classes more, by `balance`."""
    counts = Counter(labels)
    usual = len(labels) / len(counts)
    return {label: (usual / count) ** balance for label, count in counts.items()}


def ranked(labels: Sequence[str], probabilities: Floats) -> list[dict[str, Any]]:
    """Rank in Rasa's form: name and confidence, most likely first."""
    pairs = sorted(zip(labels, probabilities.tolist(), strict=True), key=lambda pair: -pair[1])
    return [{"name": label, "confidence": probability} for label, probability in pairs]
