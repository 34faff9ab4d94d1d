"""Train a network of one hidden layer in TensorFlow, which Rasa brings along."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import tensorflow as tf

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.machines import Floats

#: A layer's weights, a row by input, and its offsets.
Layer = tuple[Floats, Floats]

_SEED = 42
_HIDDEN = 1024
_DROPPED = 0.5
_RATE = 0.006
_ROWS_AT_ONCE = 512
_ROUNDS = 12
#: Little is to be seen more often.
_LEAST_STEPS = 150
#: What people write is not so clear that its label is to be believed wholly.
_SMOOTHED = 0.1


def fit_layers(vectors: Vectors, labels: npt.NDArray[np.intp]) -> tuple[Layer, Layer]:
    """Learn which of `labels`, numbered from 0, each vector has; gives the hidden layer and the one behind it."""
    tf.keras.utils.set_random_seed(_SEED)
    count = int(labels.max()) + 1
    network = _network(vectors.shape[1], count)
    a_round = -(-len(labels) // _ROWS_AT_ONCE)
    rounds = max(_ROUNDS, -(-_LEAST_STEPS // a_round))
    network.compile(
        tf.keras.optimizers.Adam(tf.keras.optimizers.schedules.CosineDecay(_RATE, rounds * a_round)),
        tf.keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=_SMOOTHED),
    )
    network.fit(vectors, tf.one_hot(labels, count), _ROWS_AT_ONCE, rounds, verbose=0)
    hidden, _, last = network.layers
    return tuple(hidden.get_weights()), tuple(last.get_weights())


def _network(width: int, labels: int) -> Any:
    hidden = tf.keras.layers.Dense(_HIDDEN, activation="relu", input_shape=(width,))
    return tf.keras.Sequential([hidden, tf.keras.layers.Dropout(_DROPPED), tf.keras.layers.Dense(labels)])
