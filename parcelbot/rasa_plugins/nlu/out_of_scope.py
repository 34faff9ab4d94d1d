"""Whether to believe the likeliest intent: five signs weighed together, not its probability alone."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.spelling import KNOWN_SHARE

OUT_OF_SCOPE = "out_of_scope"
_EXAMPLES_FILE = "examples.npz"


@dataclass(frozen=True)
class Signs:
    """What speaks for a message being one of ours, each between 0 and 1 unless said otherwise.

    `in_scope`: 1 less the probability of out_of_scope. `top`: the likeliest in-scope intent's share of that.
    `margin`: by how much it leads the next. `nearest`: cosine to the nearest example of that intent.
    `apart`: `nearest` less the cosine to the nearest out-of-scope example (-1 to 1). `known`: share of
    words that the training data has.
    """

    in_scope: float
    top: float
    margin: float
    nearest: float
    apart: float
    known: float


class Examples:
    """The training examples' sentence vectors and intents."""

    def __init__(self, vectors: Vectors, intents: Any) -> None:
        self._vectors = vectors
        self._rows = {str(intent): np.flatnonzero(intents == intent) for intent in set(intents.tolist())}
        self._intents = intents

    def nearest(self, vector: Vectors) -> dict[str, float]:
        """For each intent the cosine to its nearest example."""
        cosines = self._vectors @ vector.ravel()
        return {intent: float(cosines[rows].max()) for intent, rows in self._rows.items()}


def signs_of(ranking: list[dict[str, Any]], nearest: Mapping[str, float], known: float) -> Signs:
    """Gather the signs from a full ranking of intents; the ranking needs one in-scope intent at least."""
    inside = [entry for entry in ranking if entry["name"] != OUT_OF_SCOPE]
    outside = next((entry["confidence"] for entry in ranking if entry["name"] == OUT_OF_SCOPE), 0.0)
    total = max(sum(entry["confidence"] for entry in inside), 1e-9)
    top = inside[0]["confidence"] / total
    second = inside[1]["confidence"] / total if len(inside) > 1 else 0.0
    here = nearest.get(inside[0]["name"], 0.0)
    return Signs(1 - outside, top, top - second, here, here - nearest.get(OUT_OF_SCOPE, 0.0), known)


def belief(signs: Signs, weights: Mapping[str, float]) -> float:
    """How likely the message is one of ours, 0 to 1: the logistic of the weighted signs and `bias`."""
    values = asdict(signs) | {"in_scope": math.log((signs.in_scope + 1e-3) / (1 - signs.in_scope + 1e-3))}
    score = weights["bias"] + sum(weights[name] * value for name, value in values.items())
    return 1 / (1 + math.exp(-score))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class OutOfScopeDecision(IntentClassifier, GraphComponent):
    """Turns a message that is not ours into out_of_scope, and one that is torn between ours into nlu_fallback.

    The ranking stays, the decision first, so that the dialogue can offer the likely choices.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Weights of the signs and both thresholds; `python -m benchmarks.nlu.thresholds` finds them."""
        return {
            "weights": {
                "bias": -3.0, "in_scope": 0.6, "top": 1.0, "margin": 1.0, "nearest": 4.0, "apart": 3.0, "known": 1.0
            },
            "min_belief": 0.5,
            "min_top": 0.2,
        }  # fmt: skip

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._examples: Examples | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> OutOfScopeDecision:
        """Make an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> OutOfScopeDecision:
        """Make the component from what `train` stored."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / _EXAMPLES_FILE) as stored:
            component._examples = Examples(stored["vectors"], stored["intents"])
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Store the examples' vectors and intents."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        vectors = np.vstack([m.get_dense_features(TEXT)[1].features for m in examples])
        intents = np.array([m.get(INTENT) for m in examples])
        self._examples = Examples(vectors, intents)
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / _EXAMPLES_FILE, vectors=vectors, intents=intents)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking anew."""
        for message in messages:
            self._decide(message)
        return messages

    def _decide(self, message: Message) -> None:
        ranking = message.get(INTENT_RANKING_KEY)
        signs = self._signs(message, ranking)
        believed = belief(signs, self._config["weights"])
        inside = [entry for entry in ranking if entry["name"] != OUT_OF_SCOPE]
        if believed < self._config["min_belief"]:
            first = {"name": OUT_OF_SCOPE, "confidence": 1 - believed}
        elif signs.top < self._config["min_top"]:
            first = {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 1 - signs.top}
        else:
            first = {"name": inside[0]["name"], "confidence": float(math.sqrt(believed * signs.top))}
            inside = inside[1:]
        message.set(INTENT, first, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [first, *inside], add_to_output=True)

    def _signs(self, message: Message, ranking: list[dict[str, Any]]) -> Signs:
        if self._examples is None:
            raise RuntimeError("the out-of-scope decision was neither trained nor loaded")
        vector = message.get_dense_features(TEXT)[1].features
        return signs_of(ranking, self._examples.nearest(vector), message.get(KNOWN_SHARE, 1.0))
