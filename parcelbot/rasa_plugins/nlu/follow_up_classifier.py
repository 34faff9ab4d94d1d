"""Rank the second questions that a message may be: whether one of them can be asked where it stands, the planner tells.

They are finer than intents ("what if I don't pay it?", "who pays if it's lost?") and mean something only after an
answer, so they are not intents: a message has its intent as well, and may be read as either.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.encoder import EncoderKind, shared_encoder
from parcelbot.knowledge.loading import follow_ups_digest, read_follow_ups
from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.linear import LinearModel, ranked
from parcelbot.rasa_plugins.nlu.vectors import dense

#: The message's attribute: the likeliest second questions with a confidence each, likeliest first.
FOLLOW_UPS = "follow_ups"

_MODEL_FILE = "follow_ups.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FollowUpClassifier(StoredComponent, IntentClassifier):
    """Sets the attribute `follow_ups`, from the sentence vector that the message has already."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set C, the temperature that makes confidences honest, and how many are passed on."""
        return {"strength": 1.0, "temperature": 0.35, "most": 3}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Name the examples that are learnt from, so that Rasa does not take old weights for them out of its cache."""
        return follow_ups_digest(KNOWLEDGE_FOLDER)

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._model: LinearModel | None = None

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._model = LinearModel.load(folder / _MODEL_FILE)

    def train(self, training_data: TrainingData) -> Resource:  # noqa: ARG002 - Rasa hands it in
        """Fit the classifier on the examples of `knowledge/follow_ups.yml`, and store it."""
        examples = read_follow_ups(KNOWLEDGE_FOLDER)
        vectors = shared_encoder(EncoderKind.TUNED).encode([example.text for example in examples])
        labels = [example.value for example in examples]
        self._model = LinearModel.fit(scipy.sparse.csr_matrix(vectors), labels, self._config["strength"])
        with self.stored() as folder:
            self._model.save(folder / _MODEL_FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the likeliest second questions of each message in English."""
        if self._model is None:
            raise RuntimeError("the classifier of second questions was neither trained nor loaded")
        for message in in_english(messages):
            vector = dense(message)
            found = self._model.probabilities(np.arange(len(vector)), vector, self._config["temperature"])
            best = ranked(self._model.labels, found)[: self._config["most"]]
            message.set(FOLLOW_UPS, best, add_to_output=True)
        return messages
