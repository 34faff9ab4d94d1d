"""Add dense features: one sentence vector a message, from the encoder that set-up prepares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.encoder import EncoderKind, Vectors, shared_encoder
from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.spelling import meaning


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(PlainComponent, DenseFeaturizer):
    """Adds the sentence vector of what a message means; has nothing to learn."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Choose the encoder, `tuned` or `published`; ENCODER_FOLDER says where its files are."""
        return {**DenseFeaturizer.get_default_config(), "encoder": "tuned"}

    def __init__(self, config: dict[str, Any], name: str) -> None:
        DenseFeaturizer.__init__(self, name, config)
        PlainComponent.__init__(self, config, name)
        self._encoder = shared_encoder(EncoderKind[config["encoder"].upper()])

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Check the encoder's name: InvalidConfigException for an unknown one; a missing folder is reported later."""
        if config["encoder"] not in {kind.name.lower() for kind in EncoderKind}:
            raise InvalidConfigException(f"no encoder is called {config['encoder']!r}")

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vector to every example; those of the training before are read from disk."""
        examples = [message for message in training_data.training_examples if message.get(TEXT)]
        self._add(examples, self._encoder.encode_lesson([meaning(example) for example in examples], "examples"))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector to every message in English, also to an empty one."""
        english = in_english(messages)
        self._add(english, self._encoder.encode([meaning(message) for message in english]))
        return messages

    def _add(self, messages: Sequence[Message], vectors: Vectors) -> None:
        for message, vector in zip(messages, vectors, strict=True):
            message.add_features(Features(vector[np.newaxis], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
