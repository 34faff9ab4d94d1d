"""Sparse features: TF-IDF of words and of the letter groups inside them, which forgive spelling."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import skops.io
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion

from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.spelling import meaning

_VECTORIZER_FILE = "tfidf.skops"


def new_vectorizer(word_ngrams: int = 2, letter_ngrams: int = 5) -> FeatureUnion:
    """An unfitted union of two blocks, each of length 1: words up to pairs, letter groups from 2."""
    shared = {"sublinear_tf": True, "min_df": 2, "dtype": np.float32}
    word_block = TfidfVectorizer(ngram_range=(1, word_ngrams), token_pattern=r"(?u)\b\w[\w']*", **shared)
    letter_block = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, letter_ngrams), **shared)
    return FeatureUnion([("words", word_block), ("letters", letter_block)])


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class TfidfFeaturizer(StoredComponent, SparseFeaturizer):
    """Adds the TF-IDF row of what a message means."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The longest runs of words and of letters that are counted."""
        return {**SparseFeaturizer.get_default_config(), "word_ngrams": 2, "letter_ngrams": 5}

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        SparseFeaturizer.__init__(self, name, config)
        StoredComponent.__init__(self, config, name, storage, resource)
        self._vectorizer = new_vectorizer(config["word_ngrams"], config["letter_ngrams"])

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._vectorizer = skops.io.load(folder / _VECTORIZER_FILE, trusted=_TRUSTED)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check: scikit-learn refuses a wrong range itself."""

    def train(self, training_data: TrainingData) -> Resource:
        """Fit vocabulary and weights, and store them."""
        examples = [message for message in training_data.training_examples if message.get(TEXT)]
        self._vectorizer.fit([meaning(message) for message in examples])
        for _, block in self._vectorizer.transformer_list:
            block.stop_words_ = None  # the terms that were too rare: needed by nothing, and bigger than the rest
        with self.stored() as folder:
            skops.io.dump(self._vectorizer, folder / _VECTORIZER_FILE)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the row to every example."""
        self.process([message for message in training_data.training_examples if message.get(TEXT)])
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the row to every message, also to an empty one."""
        rows = self._vectorizer.transform([meaning(message) for message in messages]).tocsr()
        for index, message in enumerate(messages):
            row = Features(rows[index].tocoo(), FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
            message.add_features(row)
        return messages


#: What the stored file may hold beyond scikit-learn's own classes; anything else is refused.
_TRUSTED = ["numpy.float32", "scipy.sparse._csr.csr_matrix"]
