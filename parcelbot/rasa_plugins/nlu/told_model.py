"""Learn which facts a text tells and what it supposes: a linear machine for each, since a text may tell several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from parcelbot.core.answering.tellings import Telling
from parcelbot.core.reading.text.plain_text import count_said
from parcelbot.core.reading.told.telling import TOLD as TOLD_LABEL
from parcelbot.encoder import Vectors
from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.told_examples import ToldRules
from parcelbot.rasa_plugins.nlu.linear import LinearModel
from parcelbot.rasa_plugins.nlu.machines import Matrix
from parcelbot.rasa_plugins.nlu.terms import Terms
from parcelbot.rasa_plugins.nlu.text_model import main_directions, spread
from parcelbot.rasa_plugins.nlu.vectors import side_by_side

#: The message's attribute: by how much each label that is believed passes the least score that it needs.
TOLD = "told"

#: Stories that open a talk resemble more facts than what was held back: a fact needs so much more than the least.
_MARGIN = 0.1
_MARKS, _SHORT_QUESTION = ("?", "？", "؟"), 8
_NAME, _TERMS_FILE = "told", "told-terms.npz"


@dataclass(frozen=True)
class ToldExample:
    """Text to learn from, its labels, and those that nobody has looked for in it: it is no example against them."""

    text: str
    labels: frozenset[str]
    unsure: frozenset[str] = frozenset()


def told_lesson(tellings: Sequence[Telling], others: Sequence[Phrase], rules: ToldRules) -> list[ToldExample]:
    """Make a lesson of what was written to tell facts, and of what was written for something else: that is no fact.

    Each of the `others` has the intent or the second question that it stands for. What stands in both counts once.
    """
    known = {telling.text for telling in tellings}
    own = [ToldExample(telling.text, telling.labels, rules.beside(telling.labels)) for telling in tellings]
    return own + [_other(phrase, rules) for phrase in others if phrase.text not in known]


def a_few(phrases: Sequence[Phrase], most: int, rules: ToldRules, most_telling: int = 0) -> list[Phrase]:
    """Keep at most so many examples of each kind, and so many of those second questions that tell a fact."""
    telling = [phrase for phrase in phrases if phrase.value in rules.tells]
    rest = [phrase for phrase in phrases if phrase.value not in rules.tells]
    return [*_spread(telling, most_telling), *_spread(rest, most)] if most_telling else _spread(rest, most)


def evenly(phrases: Sequence[Phrase], most: int) -> list[Phrase]:
    """Keep at most so many, spread over all there are."""
    return [phrases[place] for place in spread([""] * len(phrases), most)]


@dataclass(frozen=True)
class ToldModel:
    """One machine a label over terms, if there are any, and over the vector, which counts `dense_weight` times."""

    terms: Terms | None
    model: LinearModel
    dense_weight: float

    @classmethod
    def fit(
        cls,
        lesson: Sequence[ToldExample],
        vectors: Vectors,
        strength: float,
        dense_weight: float = 1.0,
        kind: dict[str, Any] | None = None,
    ) -> ToldModel:
        """Learn from a lesson's terms, of the `kind` of `Terms`, and from its vectors, a row each."""
        texts = [example.text for example in lesson]
        terms = Terms.fit(texts, kind) if kind else None
        features = vectors if terms is None else side_by_side(terms.rows(texts), vectors, dense_weight)
        return cls(terms, _machines(features, lesson, strength), dense_weight)

    @classmethod
    def of_vectors(
        cls, lesson: Sequence[ToldExample], vectors: Vectors, strength: float, most_directions: int
    ) -> ToldModel:
        """Learn from vectors alone, and of them from the directions along which they differ most: that takes less time.

        What was learnt along them is told by the whole vector just as well.
        """
        directions = main_directions(vectors, most_directions)
        along = _machines(vectors @ directions, lesson, strength)
        whole = (directions @ along.learnt.astype(np.float32)).astype(np.float16)
        return cls(None, LinearModel(along.labels, whole, along.intercepts), 1.0)

    def scores(self, text: str, vector: Vectors) -> dict[str, float]:
        """Score each label: above 0 the machine takes it for given."""
        columns, values = np.arange(len(vector)), vector
        if self.terms is not None:
            of_terms, weights = self.terms.row(text)
            columns = np.concatenate([of_terms, columns + self.terms.width])
            values = np.concatenate([weights, vector * np.float32(self.dense_weight)])
        return dict(zip(self.model.labels, self.model.scores(columns, values).tolist(), strict=True))

    def save(self, folder: Path) -> None:
        """Write into `folder`."""
        self.model.save(folder / f"{_NAME}.npz")
        if self.terms is not None:
            self.terms.save(folder / _TERMS_FILE)

    @classmethod
    def load(cls, folder: Path, dense_weight: float = 1.0) -> ToldModel:
        """Read what `save` wrote; a missing file raises OSError."""
        kept = folder / _TERMS_FILE
        terms = Terms.load(kept) if kept.is_file() else None
        return cls(terms, LinearModel.load(folder / f"{_NAME}.npz"), dense_weight)


def believed(text: str, scores: Mapping[str, float], least: Mapping[str, float]) -> dict[str, float]:
    """Give the labels whose score is high enough, and by how much it passes; one without a least is never believed.

    A short question tells no fact, however much it resembles one: "who has my things?".
    """
    asks = text.rstrip().endswith(_MARKS) and count_said(text) <= _SHORT_QUESTION
    passes = ((label, score - least[label] - _MARGIN) for label, score in scores.items() if label in least)
    return {label: margin for label, margin in passes if margin >= 0 and not (asks and label.startswith(TOLD_LABEL))}


def together(parts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Put together what was believed of a message and of its sentences: the surest counts."""
    found: dict[str, float] = {}
    for part in parts:
        for label, margin in part.items():
            found[label] = max(margin, found.get(label, margin))
    return found


def _machines(features: Matrix, lesson: Sequence[ToldExample], strength: float) -> LinearModel:
    """Fit a machine for each label, on all examples that are for it or against it; none where there is no label."""
    labels = sorted(frozenset().union(*(example.labels for example in lesson)))
    if not labels:
        return LinearModel((), np.zeros((features.shape[1], 0), np.float16), np.zeros(0, np.float32))
    each = [_machine(features, lesson, label, strength) for label in labels]
    by_feature = np.hstack([machine.learnt for machine in each])
    return LinearModel(tuple(labels), by_feature, np.concatenate([machine.intercepts for machine in each]))


def _machine(features: Matrix, lesson: Sequence[ToldExample], label: str, strength: float) -> LinearModel:
    sure = [place for place, example in enumerate(lesson) if label in example.labels or label not in example.unsure]
    return LinearModel.fit_each(features[sure], [lesson[place].labels & {label} for place in sure], strength)


def _other(phrase: Phrase, rules: ToldRules) -> ToldExample:
    told = rules.tells.get(phrase.value)
    labels = frozenset([told] if told else [])
    return ToldExample(phrase.text, labels, rules.may_tell.get(phrase.value, frozenset()) | rules.beside(labels))


def _spread(phrases: Sequence[Phrase], most: int) -> list[Phrase]:
    return [phrases[place] for place in spread([phrase.value for phrase in phrases], most)]
