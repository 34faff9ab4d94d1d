"""Find a second question in a message: "it says delivered but it's not here, and can I change my address too"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.core.questions import QUESTIONS, SECOND_QUESTIONS, TEAM_REQUESTS
from parcelbot.encoder import DIMENSIONS, EncoderKind, shared_encoder
from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.linear import LinearModel
from parcelbot.rasa_plugins.nlu.machines import Floats, Matrix
from parcelbot.rasa_plugins.nlu.pairs import Pair, pairs
from parcelbot.rasa_plugins.nlu.said_besides import as_written
from parcelbot.rasa_plugins.nlu.spelling import meaning
from parcelbot.rasa_plugins.nlu.text import normalised, words
from parcelbot.rasa_plugins.nlu.vectors import matrix, row, side_by_side, stacked, terms

ALSO_ASKED = "also_asked"

_QUESTIONS_FILE = "questions.npz"
_CLAUSES_FILE = "clauses.npz"
_MORE = (
    r"\b(?:also|another (?:thing|question)|second(?:ly| question)|on top of that|by the way|btw|plus|besides)\b[,:]?"
)
_BREAK = re.compile(
    rf"(?<=[.!?;\n])\s+|,?\s+(?:and\s+)?{_MORE}"
    r"|,\s*(?:and|but)\s+|\s+and\s+(?=(?:can|could|how|where|what|when|why|is|do|does|i want|i need|i'd like)\b)",
    re.IGNORECASE,
)
_MIN_CLAUSE_WORDS = 3
#: Two questions take at least this many words; each is short where it stands beside another.
_MIN_WORDS = 6
_LONGEST_OF_A_PAIR = 25
_DENSE_WEIGHT = 0.85
_ALL = np.arange(DIMENSIONS)
#: Intents beside which a second question is looked for.
FIRST_QUESTIONS = frozenset({*(question.value for question in QUESTIONS), *TEAM_REQUESTS})


def clauses(text: str) -> list[str]:
    """Split `text` into parts that may hold a question each: sentences, and what follows "also" and its like."""
    parts = (part.strip() for part in _BREAK.split(text) if part)
    return [part for part in parts if len(words(part)) >= _MIN_CLAUSE_WORDS]


@dataclass(frozen=True)
class _Learnt:
    """Two classifiers: which questions a whole message holds, and what a single clause asks."""

    questions: LinearModel
    clauses: LinearModel

    def save(self, folder: Path) -> None:
        self.questions.save(folder / _QUESTIONS_FILE)
        self.clauses.save(folder / _CLAUSES_FILE)

    @classmethod
    def load(cls, folder: Path) -> _Learnt:
        return cls(LinearModel.load(folder / _QUESTIONS_FILE), LinearModel.load(folder / _CLAUSES_FILE))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SecondQuestion(StoredComponent, IntentClassifier):
    """Component that adds the entity `also_asked` with the intent of a second question.

    Two signs speak for one: what the whole message holds, by a classifier that has learned from messages
    with two questions, and one clause that asks it by itself beside another that asks the first. Clauses are
    read only where the first sign gives hope, since each costs as much as a message.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set how many pairs to learn from, the least first sign, the other's weight, and the least sum."""
        return {
            "pairs": 3000,
            "strength": 2.0,
            "min_hope": -0.8,
            "clause_weight": 1.2,
            "min_sum": 0.33,
            "clause_strength": 1.0,
            "temperature": 0.3,
            "max_clauses": 4,
        }

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._learnt: _Learnt | None = None

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._learnt = _Learnt.load(folder)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit both classifiers and store them."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        written = as_written(examples)
        intents = [m.get(INTENT) for m in written]
        in_clauses = LinearModel.fit(stacked(written), intents, self._config["clause_strength"])
        self._learnt = _Learnt(self._fit_questions(examples), in_clauses)
        with self.stored() as folder:
            self._learnt.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add `also_asked` where a message clearly asks something else as well."""
        if self._learnt is None:
            raise RuntimeError("the second question's classifiers were neither trained nor loaded")
        for message in in_english(messages):
            second = self._second(message, self._learnt)
            if second:
                message.set(ENTITIES, [*(message.get(ENTITIES) or []), second], add_to_output=True)
        return messages

    def _fit_questions(self, examples: Sequence[Message]) -> LinearModel:
        asking = [m for m in as_written(examples) if m.get(INTENT) in SECOND_QUESTIONS]
        short = [m for m in asking if len(words(meaning(m))) <= _LONGEST_OF_A_PAIR]
        made = pairs([meaning(m) for m in short], [m.get(INTENT) for m in short], self._config["pairs"])
        asked = [SECOND_QUESTIONS & {m.get(INTENT)} for m in examples]
        both = [frozenset({short[pair.first].get(INTENT), short[pair.second].get(INTENT)}) for pair in made]
        rows = [matrix(examples, _DENSE_WEIGHT), *([_rows_of_pairs(short, made)] if made else [])]
        return LinearModel.fit_each(scipy.sparse.vstack(rows).tocsr(), [*asked, *both], self._config["strength"])

    def _second(self, message: Message, learnt: _Learnt) -> dict[str, Any] | None:
        text, first = message.get(TEXT) or "", message.get(INTENT)["name"]
        if first not in FIRST_QUESTIONS or len(words(text)) < _MIN_WORDS:
            return None
        hopes = {intent: hope for intent, hope in self._hopes(message, learnt.questions).items() if intent != first}
        in_clauses = self._in_clauses(text, first, learnt.clauses) if hopes else {}
        sums = {intent: hope + self._config["clause_weight"] * in_clauses[intent] for intent, hope in hopes.items()}
        best = max(sums, key=sums.__getitem__, default="")
        if not best or sums[best] < self._config["min_sum"]:
            return None
        return whole_message(ALSO_ASKED, best, 1 / (1 + math.exp(-sums[best])), len(text), type(self).__name__)

    def _hopes(self, message: Message, questions: LinearModel) -> dict[str, float]:
        """Return the questions that the message as a whole may hold, each with its first sign."""
        scores = questions.scores(*row(message, _DENSE_WEIGHT)).tolist()
        found = zip(questions.labels, scores, strict=True)
        return {intent: score for intent, score in found if score > self._config["min_hope"]}

    def _in_clauses(self, text: str, first: str, intents: LinearModel) -> dict[str, float]:
        """Return how likely one clause asks each intent and another one `first`, the less likely of both counting.

        0 throughout for a single clause.
        """
        parts = clauses(text)[-self._config["max_clauses"] :]
        if len(parts) < 2:
            return dict.fromkeys(intents.labels, 0.0)
        vectors = shared_encoder(EncoderKind.TUNED).encode([normalised(part).lower() for part in parts])
        likely = np.stack([intents.probabilities(_ALL, vector, self._config["temperature"]) for vector in vectors])
        beside = _elsewhere(likely[:, intents.labels.index(first)])
        return dict(zip(intents.labels, np.minimum(likely, beside[:, None]).max(axis=0).tolist(), strict=True))


def whole_message(entity: str, value: str, confidence: float, length: int, extractor: str) -> dict[str, Any]:
    """Make an entity that a message of `length` characters stands for as a whole."""
    place = {"entity": entity, "value": value, "start": 0, "end": length}
    return {**place, "confidence_entity": confidence, "extractor": extractor}


def _elsewhere(values: Floats) -> Floats:
    """Give for each of two or more values the largest of the others."""
    second, largest = np.sort(values)[-2:]
    result: Floats = np.where(np.arange(len(values)) == values.argmax(), second, largest)
    return result


def _rows_of_pairs(examples: Sequence[Message], made: Sequence[Pair]) -> Matrix:
    """Build the pairs' features: vectors, and TF-IDF rows summed to length 1, in which longer texts weigh more."""
    weights = np.sqrt([len(words(meaning(m))) or 1 for m in examples])
    weighted = scipy.sparse.diags(weights) @ terms(examples)
    summed = weighted[[pair.first for pair in made]] + weighted[[pair.second for pair in made]]
    lengths = np.sqrt(np.asarray(summed.multiply(summed).sum(axis=1)).ravel())
    vectors = shared_encoder(EncoderKind.TUNED).encode_lesson([pair.text for pair in made], "pairs")
    return side_by_side(scipy.sparse.diags(1 / lengths) @ summed, vectors, _DENSE_WEIGHT)
