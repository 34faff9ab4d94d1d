"""A linear classifier that is trained by scikit-learn and stored as plain numbers (no pickles)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse
from sklearn.svm import LinearSVC

#: A scipy CSR matrix; scipy has no types of its own.
Matrix = Any
Floats = npt.NDArray[np.float32]

_RANDOM_STATE = 42


@dataclass(frozen=True)
class LinearModel:
    """`weights` has a row for each of `labels` and a column for each feature; `intercepts` one each."""

    labels: tuple[str, ...]
    weights: Floats
    intercepts: Floats

    @classmethod
    def fit(cls, features: Matrix, labels: Sequence[str], strength: float) -> LinearModel:
        """Train on one row of features for each label; `strength` is scikit-learn's C, classes weigh the same.

        A linear support vector machine: as good as logistic regression here and nine times faster to train.
        """
        machine = LinearSVC(C=strength, class_weight="balanced", random_state=_RANDOM_STATE)
        machine.fit(features, labels)
        return cls(
            tuple(str(label) for label in machine.classes_),
            machine.coef_.astype(np.float32),
            machine.intercept_.astype(np.float32),
        )

    def probabilities(self, features: Matrix, temperature: float = 1.0) -> Floats:
        """A row for each row of `features`, a column for each label, each row summing to 1.

        A `temperature` above 1 evens the values out, one below 1 sharpens them; their order stays.
        """
        scores = (features @ self.weights.T + self.intercepts) / temperature
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        result: Floats = raised / raised.sum(axis=1, keepdims=True)
        return result

    def save(self, path: Path) -> None:
        """Write to a `.npz` file."""
        arrays: dict[str, Any] = {"weights": self.weights, "intercepts": self.intercepts}
        np.savez(path, labels=np.array(self.labels), **arrays)

    @classmethod
    def load(cls, path: Path) -> LinearModel:
        """Read what `save` wrote; a missing or foreign file raises OSError, KeyError or ValueError."""
        with np.load(path, allow_pickle=False) as stored:
            labels = tuple(str(label) for label in stored["labels"])
            return cls(labels, stored["weights"], stored["intercepts"])


def stacked(sparse: Any, dense: Any, dense_weight: float) -> Matrix:
    """Sparse and dense features of the same rows side by side, the dense ones times `dense_weight`."""
    blocks = [scipy.sparse.csr_matrix(sparse), scipy.sparse.csr_matrix(dense * dense_weight)]
    return scipy.sparse.hstack(blocks, format="csr", dtype=np.float32)
