"""Read a message's sentence features as numbers, without the deep copies that Rasa's own getters make."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.message import Message

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.linear import Indices
from parcelbot.rasa_plugins.nlu.machines import Floats, Matrix


def dense(message: Message) -> Vectors:
    """Give the sentence vector, one-dimensional."""
    vector: Vectors = _features(message, is_sparse=False).ravel()
    return vector


def stacked(messages: Sequence[Message]) -> Vectors:
    """Stack the sentence vectors of `messages`, a row each."""
    return np.vstack([dense(message) for message in messages])


def row(message: Message, dense_weight: float) -> tuple[Indices, Floats]:
    """Give a message's row of `matrix`: the columns that are not 0, and their values."""
    terms, vector = _features(message, is_sparse=True), dense(message)
    behind = np.arange(terms.shape[1], terms.shape[1] + len(vector))
    values = np.concatenate([terms.data, vector * np.float32(dense_weight)])
    return np.concatenate([terms.col, behind]), values


def matrix(messages: Sequence[Message], dense_weight: float) -> Matrix:
    """Build the matrix of TF-IDF columns, then the sentence vector's; one row a message, CSR."""
    return side_by_side(terms(messages), stacked(messages), dense_weight)


def terms(messages: Sequence[Message]) -> Matrix:
    """Stack the TF-IDF rows of `messages`, CSR."""
    return scipy.sparse.vstack([_features(message, is_sparse=True) for message in messages]).tocsr()


def side_by_side(terms: Matrix, vectors: Vectors, dense_weight: float) -> Matrix:
    """Join TF-IDF rows and sentence vectors to one matrix, CSR."""
    weighted = scipy.sparse.csr_matrix(vectors * np.float32(dense_weight))
    return scipy.sparse.hstack([terms, weighted], format="csr", dtype=np.float32)


def _features(message: Message, *, is_sparse: bool) -> Matrix:
    return next(
        features.features
        for features in message.features
        if features.attribute == TEXT and features.type == FEATURE_TYPE_SENTENCE and features.is_sparse() == is_sparse
    )
