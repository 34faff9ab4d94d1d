"""Train all-MiniLM-L6-v2 in TensorFlow, its published weights left alone and a small adapter beside each matrix.

The adapter of a matrix W is a product of two thin ones: W becomes W + down·up (LoRA, arXiv 2106.09685), so
that what was learnt is a file of half a megabyte which `parcelbot.encoder.rebuild` adds to the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import tensorflow as tf

Weights = Mapping[str, npt.NDArray[np.float32]]
#: TensorFlow has no types of its own.
Tensor = Any

HEADS = 12
_MATRICES = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_EPSILON = 1e-12


class Network(tf.Module):  # type: ignore[misc]
    """Word pieces in, sentence vectors out; only the adapters can be trained."""

    def __init__(self, weights: Weights, rank: int, seed: int) -> None:
        super().__init__()
        self._weights = {
            name: tf.constant(values) for name, values in weights.items() if name != "embeddings.position_ids"
        }
        dice = np.random.default_rng(seed)
        self._layers = sum(name.endswith(".intermediate.dense.bias") for name in weights)
        self.down: dict[str, tf.Variable] = {}
        self.up: dict[str, tf.Variable] = {}
        for name in self._adapted():
            wide, narrow = self._weights[f"{name}.weight"].shape
            start = dice.normal(0, narrow**-0.5, (narrow, rank)).astype(np.float32)
            self.down[name] = tf.Variable(start)
            self.up[name] = tf.Variable(tf.zeros((rank, wide)))

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._weights["embeddings.LayerNorm.bias"].shape[0])

    def adapters(self) -> dict[str, npt.NDArray[np.float16]]:
        """Give what was learnt: `{matrix}.down` (inputs, rank) and `{matrix}.up` (rank, outputs)."""
        parts = {"down": self.down, "up": self.up}
        return {
            f"{name}.{part}": values[name].numpy().astype(np.float16)
            for name in self._adapted()
            for part, values in parts.items()
        }

    def weaken(self, share: float) -> None:
        """Keep `share` of what was learnt, 0 to 1."""
        for up in self.up.values():
            up.assign(up * share)

    def vectors(self, ids: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Encode `ids` (texts, tokens) as unit vectors (texts, dimensions); `mask` is 1 for a token, 0 for filling."""
        hidden = self._embedded(ids, dropout)
        away = (1.0 - mask[:, None, None, :]) * -1e9
        for layer in range(self._layers):
            hidden = self._layer(f"encoder.layer.{layer}", hidden, away, dropout)
        weighed = mask[:, :, None]
        mean = tf.reduce_sum(hidden * weighed, axis=1) / tf.reduce_sum(weighed, axis=1)
        return tf.math.l2_normalize(mean, axis=1)

    def _adapted(self) -> Iterator[str]:
        return (f"encoder.layer.{layer}.{matrix}" for layer in range(self._layers) for matrix in _MATRICES)

    def _embedded(self, ids: Tensor, dropout: float) -> Tensor:
        words = tf.gather(self._weights["embeddings.word_embeddings.weight"], ids)
        places = self._weights["embeddings.position_embeddings.weight"][: tf.shape(ids)[1]]
        only_segment = self._weights["embeddings.token_type_embeddings.weight"][0]
        return tf.nn.dropout(self._normed("embeddings.LayerNorm", words + places + only_segment), dropout)

    def _layer(self, layer: str, hidden: Tensor, away: Tensor, dropout: float) -> Tensor:
        attended = self._product(f"{layer}.attention.output.dense", self._attention(layer, hidden, away, dropout))
        seen = self._normed(f"{layer}.attention.output.LayerNorm", hidden + tf.nn.dropout(attended, dropout))
        kind = tf.nn.gelu(self._product(f"{layer}.intermediate.dense", seen))
        thought = self._product(f"{layer}.output.dense", kind)
        return self._normed(f"{layer}.output.LayerNorm", seen + tf.nn.dropout(thought, dropout))

    def _attention(self, layer: str, hidden: Tensor, away: Tensor, dropout: float) -> Tensor:
        query, key, value = (
            _by_head(self._product(f"{layer}.attention.self.{part}", hidden)) for part in ("query", "key", "value")
        )
        likeness = tf.matmul(query, key, transpose_b=True) / (query.shape[-1] ** 0.5)
        shares = tf.nn.dropout(tf.nn.softmax(likeness + away), dropout)
        seen = tf.transpose(tf.matmul(shares, value), (0, 2, 1, 3))
        return tf.reshape(seen, tf.shape(hidden))

    def _product(self, name: str, values: Tensor) -> Tensor:
        plain = tf.einsum("btd,ed->bte", values, self._weights[f"{name}.weight"])
        return plain + (values @ self.down[name]) @ self.up[name] + self._weights[f"{name}.bias"]

    def _normed(self, name: str, values: Tensor) -> Tensor:
        mean, variance = tf.nn.moments(values, axes=[-1], keepdims=True)
        scale, shift = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return tf.nn.batch_normalization(values, mean, variance, shift, scale, _EPSILON)


def _by_head(values: Tensor) -> Tensor:
    texts, tokens = tf.shape(values)[0], tf.shape(values)[1]
    size = values.shape[-1] // HEADS
    return tf.transpose(tf.reshape(values, (texts, tokens, HEADS, size)), (0, 2, 1, 3))
