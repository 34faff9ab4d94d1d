"""Rank the intents: one linear classifier over TF-IDF and the sentence vector."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.linear import LinearModel, ranked
from parcelbot.rasa_plugins.nlu.vectors import matrix, row

_MODEL_FILE = "intents.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(StoredComponent, IntentClassifier):
    """Ranks the intents of a message; whether to believe the first is for the next component to say."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set C, how much rare intents are made up for (1: wholly), the sentence vector's weight beside TF-IDF,
        and the temperature that makes confidences honest."""
        return {"strength": 0.6, "balance": 0.25, "dense_weight": 0.3, "temperature": 0.2}

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._model: LinearModel | None = None

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._model = LinearModel.load(folder / _MODEL_FILE)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the classifier on all examples with an intent, and store it."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        self._model = LinearModel.fit(
            matrix(examples, self._config["dense_weight"]),
            [example.get(INTENT) for example in examples],
            self._config["strength"],
            self._config["balance"],
        )
        with self.stored() as folder:
            self._model.save(folder / _MODEL_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking, most likely first."""
        if self._model is None:
            raise RuntimeError("the intent classifier was neither trained nor loaded")
        for message in in_english(messages):
            columns, values = row(message, self._config["dense_weight"])
            probabilities = self._model.probabilities(columns, values, self._config["temperature"])
            ranking = ranked(self._model.labels, probabilities)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages
