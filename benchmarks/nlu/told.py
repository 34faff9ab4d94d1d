"""Find from which score on each fact that is told is believed: `python -m benchmarks.nlu.told`.

Writes `knowledge/told_beliefs.yml` and prints what is found from there on. Every score is of an example that was held
back; the least score of a label is the lowest from which on at most one of fifteen that pass does not have it. A label
of which hardly any would pass is left out, and never believed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import yaml

from benchmarks.nlu.messages import SEED, read_training
from parcelbot.core.reading.questions.supposed import ASKS, SUPPOSES
from parcelbot.core.reading.told.telling import TOLD
from parcelbot.encoder import EncoderKind, shared_encoder
from parcelbot.encoder.multilingual import shared_multilingual
from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.told_examples import read_told_rules
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.rasa_plugins.nlu.other_languages import OtherLanguages, plain
from parcelbot.rasa_plugins.nlu.told_elsewhere import lesson_elsewhere
from parcelbot.rasa_plugins.nlu.told_facts import TERMS, ToldFacts, english_lesson
from parcelbot.rasa_plugins.nlu.told_model import ToldExample, ToldModel
from parcelbot.reading.language_examples import load_examples
from parcelbot.settings.variables import locales

TABLE = KNOWLEDGE_FOLDER / "told_beliefs.yml"
FOLDS = 3
#: Of what is believed at least this share is right.
PRECISION = 0.93
#: Of the examples of a label at least this share has to pass, and so many.
_LEAST_FOUND, _FEWEST = 0.04, 3
#: Whoever asks for a human must not be taken for somebody who wants none, nor a call for one that cannot be: whatever
#: was found, they need so much. With less, 23 conversations in which a person is wanted ended without one.
_AT_LEAST: Mapping[str, Mapping[str, float]] = {
    "english": {f"{TOLD}no_person": 0.285, f"{TOLD}cannot_call": 0.096},
    "elsewhere": {f"{TOLD}no_person": 0.285},
}

_HEAD = """\
# From which score on what was learnt is believed: of examples that were held back 93 of 100 that pass are right.
# `python -m benchmarks.nlu.told` finds these; what is not listed is never believed.
"""
_PARTS = {"told": TOLD, "asked": ASKS, "supposed": SUPPOSES}

Scores = npt.NDArray[np.float64]
Fit = Callable[[Sequence[ToldExample], npt.NDArray[np.float32]], ToldModel]


@dataclass(frozen=True)
class HeldBack:
    """A lesson with the scores that each example has from a model that did not see it."""

    lesson: Sequence[ToldExample]
    labels: Sequence[str]
    scores: Scores

    def of(self, label: str) -> tuple[Scores, npt.NDArray[np.bool_]]:
        """Give the scores of a label, and which examples have it; without those that may have it unseen."""
        sure = [n for n, example in enumerate(self.lesson) if label in example.labels or label not in example.unsure]
        own = np.array([label in self.lesson[n].labels for n in sure])
        return self.scores[sure, self.labels.index(label)], own


def main() -> None:
    """Cross-validate both models, write the table and print."""
    table = {}
    for name, held_back in {"english": english(), "elsewhere": elsewhere()}.items():
        found = {label: cut for label in held_back.labels if (cut := least_score(*held_back.of(label))) is not None}
        least = {label: max(cut, _AT_LEAST[name].get(label, cut)) for label, cut in found.items()}
        table[name] = {part: _named(least, head) for part, head in _PARTS.items()}
        _print(name, held_back, least)
    TABLE.write_text(_HEAD + yaml.safe_dump(table, sort_keys=False, width=118), encoding="utf-8")


def least_score(scores: Scores, own: npt.NDArray[np.bool_]) -> float | None:
    """Give the lowest score from which on enough is right; None where hardly any of the own would pass."""
    order = np.argsort(-scores)
    right = np.cumsum(own[order])
    good = np.flatnonzero(right >= PRECISION * np.arange(1, len(order) + 1))
    if not len(good) or right[good[-1]] < max(_FEWEST, _LEAST_FOUND * own.sum()):
        return None
    return round(float(scores[order[good[-1]]]), 3)


def english() -> HeldBack:
    """Score the English lesson."""
    lesson = english_lesson([Phrase(message.text, message.intent) for message in read_training()])
    vectors = shared_encoder(EncoderKind.TUNED).encode_lesson([example.text for example in lesson], "told")
    settings = ToldFacts.get_default_config()
    return _held_back(lesson, vectors, lambda some, their: ToldModel.fit(some, their, **settings, kind=TERMS))


def elsewhere() -> HeldBack:
    """Score the lesson of all other languages."""
    lesson = lesson_elsewhere(load_examples(locales()), read_told_rules(KNOWLEDGE_FOLDER))
    vectors = shared_multilingual().encode_lesson([plain(example.text) for example in lesson])
    settings = OtherLanguages.get_default_config()
    strength, directions = settings["told_strength"], settings["told_directions"]
    return _held_back(lesson, vectors, lambda some, their: ToldModel.of_vectors(some, their, strength, directions))


def _held_back(lesson: Sequence[ToldExample], vectors: npt.NDArray[np.float32], fit: Fit) -> HeldBack:
    labels = sorted(frozenset().union(*(example.labels for example in lesson)))
    scores, places = np.zeros((len(lesson), len(labels))), np.random.default_rng(SEED).permutation(len(lesson))
    for part in np.array_split(places, FOLDS):
        rest = np.setdiff1d(places, part)
        model = fit([lesson[n] for n in rest], vectors[rest])
        for n in part:
            found = model.scores(lesson[n].text, vectors[n])
            scores[n] = [found.get(label, -np.inf) for label in labels]
    return HeldBack(lesson, labels, scores)


def _named(least: Mapping[str, float], head: str) -> dict[str, float]:
    longer = tuple(other for other in _PARTS.values() if other != head and other.startswith(head))
    return {
        label.removeprefix(head): cut
        for label, cut in sorted(least.items())
        if label.startswith(head) and not (longer and label.startswith(longer))
    }


def _print(name: str, held_back: HeldBack, least: Mapping[str, float]) -> None:
    print(f"\n{name}: {len(held_back.lesson)} examples\n{'':34}examples  found  right")
    for label in held_back.labels:
        scores, own = held_back.of(label)
        passes = scores >= least.get(label, np.inf)
        right = (passes & own).sum()
        share = f"{right / passes.sum():.0%}" if passes.any() else "-"
        print(f"{label:34}{own.sum():8}  {right / own.sum():5.0%}  {share:>5}")


if __name__ == "__main__":
    main()
