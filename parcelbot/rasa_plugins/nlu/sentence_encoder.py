"""Dense features: one sentence vector a message, from the encoder that set-up prepares."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.encoder import Vectors, shared_encoder
from parcelbot.rasa_plugins.nlu.spelling import meaning


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Adds the sentence vector of what a message means; has nothing to learn."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Nothing of its own: where the encoder's files are is the environment's to say."""
        return DenseFeaturizer.get_default_config()

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        self._encoder = shared_encoder()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        """Load the encoder; EncoderMissing says how to prepare it."""
        return cls(config, execution_context.node_name)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check: a missing folder is reported when the encoder is loaded."""

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vector to every example; equal texts are encoded once."""
        vectors: dict[str, Vectors] = {}
        for message in training_data.training_examples:
            if message.get(TEXT):
                text = meaning(message)
                vectors.setdefault(text, self._encoder.encode([text]))
                self._add(message, vectors[text])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector to every message, also to an empty one."""
        for message in messages:
            self._add(message, self._encoder.encode([meaning(message)]))
        return messages

    def _add(self, message: Message, vector: Vectors) -> None:
        message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
