"""Find the out-of-scope weights and thresholds for `config.yml`: `python -m benchmarks.nlu.thresholds`.

Everything is read off messages that were held back from training. Out-of-scope messages are held back by
subject (clusters of like sentences), since those that come in a chat are about what nobody thought of.
Prints suggestions and curves; changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from statistics import mean

import numpy as np
from sklearn.cluster import KMeans
from sklearn.linear_model import LogisticRegression

from benchmarks.nlu.messages import SEED, LabelledMessage, folds, read_training, split
from benchmarks.nlu.understanding import Understanding, Understood
from parcelbot.core.intents import OUT_OF_SCOPE
from parcelbot.encoder import EncoderKind, shared_encoder
from parcelbot.rasa_plugins.nlu.out_of_scope import belief
from parcelbot.rasa_plugins.nlu.text import normalised

FOLDS = 4
SUBJECTS = 24
TOP_STEPS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 0.9, 1.01)


@dataclass(frozen=True)
class Case:
    """A held-back message and what was understood."""

    message: LabelledMessage
    understood: Understood

    @property
    def inside(self) -> dict[str, float]:
        """The in-scope intents' shares of what is in scope, likeliest first."""
        kept = {name: p for name, p in self.understood.ranking.items() if name != OUT_OF_SCOPE}
        total = max(sum(kept.values()), 1e-9)
        return {name: p / total for name, p in kept.items()}


def main() -> None:
    """Train on each fold, then print."""
    cases = list(_held_back(read_training()))
    weights = _fit(cases)
    print("weights:", {name: round(value, 2) for name, value in weights.items()})
    _print_beliefs(cases, weights)
    _print_tops([case for case in cases if case.message.intent != OUT_OF_SCOPE])


def _held_back(messages: Sequence[LabelledMessage]) -> Iterator[Case]:
    inside = [m for m in messages if m.intent != OUT_OF_SCOPE]
    subjects = _by_subject([m for m in messages if m.intent == OUT_OF_SCOPE])
    for index, (training, held_back) in enumerate(folds(inside, FOLDS)):
        others = [m for number, subject in enumerate(subjects) if number % FOLDS != index for m in subject]
        unseen = [m for number, subject in enumerate(subjects) if number % FOLDS == index for m in split(subject)[1]]
        understanding = Understanding([*training, *others])
        for message in [*held_back, *unseen]:
            yield Case(message, understanding.read(message.text))


def _by_subject(messages: Sequence[LabelledMessage]) -> list[list[LabelledMessage]]:
    vectors = shared_encoder(EncoderKind.PUBLISHED).encode([normalised(m.text).lower() for m in messages])
    clusters = KMeans(SUBJECTS, random_state=SEED, n_init=3).fit_predict(vectors)
    subjects = [[m for m, c in zip(messages, clusters, strict=True) if c == n] for n in range(SUBJECTS)]
    return sorted(subjects, key=len)


def _fit(cases: Sequence[Case]) -> dict[str, float]:
    signs = [asdict(case.understood.signs) for case in cases]
    rows = np.array([list(sign.values()) for sign in signs])
    ours = [case.message.intent != OUT_OF_SCOPE for case in cases]
    regression = LogisticRegression(class_weight="balanced").fit(rows, ours)
    named = zip(signs[0], regression.coef_[0].tolist(), strict=True)
    return {"bias": float(regression.intercept_[0]), **dict(named)}


def _print_beliefs(cases: Sequence[Case], weights: dict[str, float]) -> None:
    beliefs = [belief(case.understood.signs, weights) for case in cases]
    ours = [b for case, b in zip(cases, beliefs, strict=True) if case.message.intent != OUT_OF_SCOPE]
    theirs = [b for case, b in zip(cases, beliefs, strict=True) if case.message.intent == OUT_OF_SCOPE]
    print("\nmin_belief  false alarms  caught")
    for step in range(4, 17):
        threshold = step * 0.05
        print(f"{threshold:10.2f}  {_below(ours, threshold):12.1%}  {_below(theirs, threshold):6.1%}")


def _print_tops(cases: Sequence[Case]) -> None:
    """Print how often the first in-scope intent is right, by its share: below a half, offering choices helps more."""
    print("\nshare of the first   messages   right   right among the first three")
    for low, high in pairwise(TOP_STEPS):
        here = [case for case in cases if low <= next(iter(case.inside.values())) < high]
        if here:
            first = mean(next(iter(case.inside)) == case.message.intent for case in here)
            three = mean(case.message.intent in list(case.inside)[:3] for case in here)
            print(f"{low:6.2f} to {min(high, 1):4.2f}  {len(here):12}  {first:6.1%}  {three:6.1%}")


def _below(values: Sequence[float], threshold: float) -> float:
    return mean(value < threshold for value in values)


if __name__ == "__main__":
    main()
