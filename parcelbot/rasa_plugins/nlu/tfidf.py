"""Add sparse features: TF-IDF of words and of two in a row. Spelling was corrected before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.spelling import meaning
from parcelbot.rasa_plugins.nlu.terms import WORD_PAIRS, Terms

_TERMS_FILE = "terms.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TfidfFeaturizer(StoredComponent, SparseFeaturizer):
    """Adds the TF-IDF row of what a message means."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set the longest runs of words that are counted."""
        return {**SparseFeaturizer.get_default_config(), "word_ngrams": 2}

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        SparseFeaturizer.__init__(self, name, config)
        StoredComponent.__init__(self, config, name, storage, resource)
        self._terms: Terms | None = None

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._terms = Terms.load(folder / _TERMS_FILE)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Check nothing: scikit-learn refuses a wrong range itself."""

    def train(self, training_data: TrainingData) -> Resource:
        """Fit vocabulary and weights, and store them."""
        texts = [meaning(message) for message in training_data.training_examples if message.get(TEXT)]
        self._terms = Terms.fit(texts, {**WORD_PAIRS, "ngram_range": [1, self._config["word_ngrams"]]})
        with self.stored() as folder:
            self._terms.save(folder / _TERMS_FILE)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the row to every example."""
        self.process([message for message in training_data.training_examples if message.get(TEXT)])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the row to every message in English, also to an empty one."""
        if self._terms is None:
            raise RuntimeError("the terms were neither learnt nor loaded")
        for message in in_english(messages):
            row = Features(_row(self._terms, meaning(message)), FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
            message.add_features(row)
        return messages


def _row(terms: Terms, text: str) -> scipy.sparse.coo_matrix:
    columns, values = terms.row(text)
    return scipy.sparse.coo_matrix((values, (np.zeros_like(columns), columns)), shape=(1, terms.width))
