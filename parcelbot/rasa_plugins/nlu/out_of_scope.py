"""Decide whether to believe the likeliest intent: three signs weighed together, not its probability alone."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.core.intents import AFFIRM, BOT_CHALLENGE, COMPLAINT, DENY, GOODBYE, GREET, OUT_OF_SCOPE, THANKS
from parcelbot.core.questions import QUESTIONS, QuestionRole
from parcelbot.core.reading.text.unread import FAMILIAR_ENOUGH, is_never_unread
from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.spelling import KNOWN_SHARE
from parcelbot.rasa_plugins.nlu.vectors import dense, stacked

#: Message attribute, also in what Rasa reports, where somebody asks it: the cosine to the nearest example of whatever
#: intent, or that of the likeliest intent's where it is familiar enough already.
FAMILIAR = "familiar"
#: Answers that do no harm where they are not wanted, so less belief is enough for them.
SMALL_TALK = frozenset({GREET, GOODBYE, THANKS, AFFIRM, DENY, BOT_CHALLENGE})
#: Refusing one of these does more harm than a calm answer to something else.
NEVER_WAVED_OFF = frozenset(
    {*(question.value for question, traits in QUESTIONS.items() if traits.role is QuestionRole.SAFETY), COMPLAINT}
)
_EXAMPLES_FILE = "examples.npz"
_SMALL = 1e-3
_MOST_OF_8_BIT = 127
#: More than a dialogue can offer; the rest only makes trackers longer.
RANKING_LENGTH = 10


@dataclass(frozen=True)
class Signs:
    """Three signs that a message is one of ours.

    `in_scope`: log-odds of not being out_of_scope by the classifier. `nearest`: cosine to the nearest
    example of the likeliest intent. `known`: share of words that the training data has.
    """

    in_scope: float
    nearest: float
    known: float


class _Near:
    """Unit vectors of one intent, each in 8 bit with a scale of its own: their cosines are right to a thousandth."""

    def __init__(self, vectors: Vectors) -> None:
        self._scales = np.maximum(np.abs(vectors).max(axis=1), _SMALL).astype(np.float32) / _MOST_OF_8_BIT
        self._rows = np.rint(vectors / self._scales[:, None]).astype(np.int8)

    def cosine(self, vector: Vectors) -> float:
        """Give the cosine to the nearest of them."""
        return float(((self._rows.astype(np.float32) @ vector) * self._scales).max())


class ExampleVectors:
    """The training examples' sentence vectors and intents."""

    def __init__(self, vectors: Vectors, intents: Any) -> None:
        self._by_intent = {str(intent): _Near(vectors[intents == intent]) for intent in set(intents.tolist())}

    def nearest(self, vector: Vectors, intent: str) -> float:
        """Give the cosine to the nearest example of `intent`; 0 when it has none."""
        examples = self._by_intent.get(intent)
        return 0.0 if examples is None else examples.cosine(vector)

    def familiar(self, vector: Vectors) -> float:
        """Give the cosine to the nearest example of whatever intent."""
        return max((examples.cosine(vector) for examples in self._by_intent.values()), default=0.0)


def likeliest(ranking: list[dict[str, Any]]) -> str:
    """Give the first in-scope intent of a ranking that has one."""
    return str(next(entry["name"] for entry in ranking if entry["name"] != OUT_OF_SCOPE))


def log_odds_in_scope(ranking: list[dict[str, Any]]) -> float:
    """Give the classifier's log-odds that a message is not out of scope, about -7 to 7."""
    outside = next((entry["confidence"] for entry in ranking if entry["name"] == OUT_OF_SCOPE), 0.0)
    return math.log((1 - outside + _SMALL) / (outside + _SMALL))


def belief(signs: Signs, weights: Mapping[str, float]) -> float:
    """Estimate how likely the message is one of ours, 0 to 1: the logistic of the weighted signs and `bias`."""
    score = weights["bias"] + sum(weights[name] * value for name, value in asdict(signs).items())
    return 1 / (1 + math.exp(-score))


def decided(ranking: list[dict[str, Any]], believed: float, config: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Put the decision first, then the in-scope intents by their share of what is in scope."""
    inside = [entry for entry in ranking if entry["name"] != OUT_OF_SCOPE]
    total = max(sum(entry["confidence"] for entry in inside), _SMALL)
    inside = [{"name": entry["name"], "confidence": entry["confidence"] / total} for entry in inside]
    top = inside[0]["confidence"]
    if believed < _least_belief(inside[0]["name"], config):
        return [{"name": OUT_OF_SCOPE, "confidence": 1 - believed}, *inside]
    if top < config["min_top"]:
        return [{"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 1 - top}, *inside]
    return [{"name": inside[0]["name"], "confidence": math.sqrt(believed * top)}, *inside[1:]]


def _least_belief(intent: str, config: Mapping[str, Any]) -> float:
    """Give the belief that an intent needs: grave matters least, what does no harm little."""
    if intent in NEVER_WAVED_OFF:
        return float(config["min_belief_grave"])
    return float(config["min_belief_small_talk" if intent in SMALL_TALK else "min_belief"])


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class OutOfScopeDecision(StoredComponent, IntentClassifier):
    """Turns a message that is not ours into out_of_scope, and one that is torn between ours into nlu_fallback.

    The ranking stays, the decision first, so that the dialogue can offer the likely choices.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set the signs' weights and the thresholds; `python -m benchmarks.nlu.thresholds` finds them."""
        return {
            "weights": {"bias": -7.16, "in_scope": 0.66, "nearest": 5.48, "known": 1.78},
            "min_belief": 0.22,
            "min_belief_small_talk": 0.17,
            "min_belief_grave": 0.12,
            "min_top": 0.2,
        }

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._examples: ExampleVectors | None = None

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        with np.load(folder / _EXAMPLES_FILE) as stored:
            self._examples = ExampleVectors(stored["vectors"], stored["intents"])

    def train(self, training_data: TrainingData) -> Resource:
        """Store the examples' vectors and intents."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        vectors = stacked(examples)
        intents = np.array([m.get(INTENT) for m in examples])
        self._examples = ExampleVectors(vectors, intents)
        with self.stored() as folder:
            np.savez_compressed(folder / _EXAMPLES_FILE, vectors=vectors.astype(np.float16), intents=intents)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking anew."""
        for message in in_english(messages):
            self._decide(message)
        return messages

    def _decide(self, message: Message) -> None:
        ranking = message.get(INTENT_RANKING_KEY)
        signs = self.signs(message)
        believed = belief(signs, self._config["weights"])
        decision = decided(ranking, believed, self._config)
        message.set(INTENT, decision[0], add_to_output=True)
        message.set(INTENT_RANKING_KEY, decision[:RANKING_LENGTH], add_to_output=True)
        if not is_never_unread(message.get(TEXT) or ""):
            message.set(FAMILIAR, self._familiar(message, signs.nearest), add_to_output=True)

    def _familiar(self, message: Message, nearest: float) -> float:
        """Give the cosine to the nearest example: to compare with all of them costs a quarter of a turn."""
        if nearest >= FAMILIAR_ENOUGH or self._examples is None:
            return nearest
        return self._examples.familiar(dense(message))

    def signs(self, message: Message) -> Signs:
        """Read the signs of a message that carries its full ranking, its vector and KNOWN_SHARE."""
        if self._examples is None:
            raise RuntimeError("the out-of-scope decision was neither trained nor loaded")
        ranking = message.get(INTENT_RANKING_KEY)
        nearest = self._examples.nearest(dense(message), likeliest(ranking))
        return Signs(log_odds_in_scope(ranking), nearest, message.get(KNOWN_SHARE, 1.0))
