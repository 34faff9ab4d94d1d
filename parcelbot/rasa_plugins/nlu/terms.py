"""TF-IDF that scikit-learn fits and plain Python applies: eight times faster for one message, stored as JSON."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer


@dataclass(frozen=True)
class Terms:
    """One kind of term: how texts are cut (`settings` of scikit-learn's vectorizer) and what each term weighs.

    `columns` maps a term to its place in `weights`.
    """

    settings: dict[str, Any]
    columns: dict[str, int]
    weights: list[float]
    _cut: Callable[[str], list[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_cut", _vectorizer(self.settings).build_analyzer())

    @classmethod
    def fit(cls, texts: Iterable[str], settings: dict[str, Any]) -> Terms:
        """Learn the terms that occur in two texts at least; ValueError when there are none."""
        fitted = _vectorizer(settings).fit(texts)
        columns = {term: int(column) for term, column in fitted.vocabulary_.items()}
        return cls(settings, columns, [float(weight) for weight in fitted.idf_])

    def row(self, text: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The columns of the known terms of `text` and their values, of length 1; empty when it has none."""
        counts = Counter(column for term in self._cut(text) if (column := self.columns.get(term)) is not None)
        values = np.array([(1 + math.log(n)) * self.weights[column] for column, n in counts.items()], dtype=np.float32)
        length = np.linalg.norm(values) if len(values) else 1.0
        return np.fromiter(counts, dtype=np.int64, count=len(counts)), (values / length).astype(np.float32)


def _vectorizer(settings: dict[str, Any]) -> TfidfVectorizer:
    ngrams = tuple(settings["ngram_range"])
    return TfidfVectorizer(**{**settings, "ngram_range": ngrams}, sublinear_tf=True, min_df=2)
