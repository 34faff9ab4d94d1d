"""Learn the adapters: vectors of messages with the same question are drawn together, others pushed apart."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import tensorflow as tf

from parcelbot.tuning.examples import Batch, Floats, TuningExamples, batches
from parcelbot.tuning.network import Network, Tensor

#: The lower, the more only the nearest texts count.
_SHARPNESS = 0.1


@dataclass(frozen=True)
class Recipe:
    """Length and rates of learning; found by trying on messages that the encoder was not shown."""

    epochs: int = 3
    batch_size: int = 32
    rank: int = 8
    adapter_rate: float = 8e-4
    judge_rate: float = 2e-3
    dropout: float = 0.1
    label_smoothing: float = 0.1
    #: How much drawing together texts of one intent counts beside naming the intent.
    drawing: float = 1.0
    #: How strongly unit vectors are stretched before the judge sees them.
    stretch: float = 8.0
    warm_up: float = 0.1
    max_norm: float = 1.0
    #: How much of what was learnt is kept in the end: with less than all, messages unlike our examples are
    #: understood better (arXiv 2109.01903).
    kept: float = 0.6
    seed: int = 7


@dataclass(frozen=True)
class Progress:
    """The state of training after an epoch."""

    epoch: int
    loss: float


def tune(network: Network, examples: TuningExamples, recipe: Recipe) -> Iterator[Progress]:
    """Train the network's adapters in place; yields after every epoch, is done when exhausted."""
    tf.keras.utils.set_random_seed(recipe.seed)
    dice = random.Random(recipe.seed)
    step = _Step(network, examples, recipe)
    for epoch in range(1, recipe.epochs + 1):
        losses = [float(step(batch)) for batch in batches(examples, recipe.batch_size, dice)]
        yield Progress(epoch, float(np.mean(losses)))
    network.weaken(recipe.kept)


class _Step:
    """One batch's learning. The judge, a linear layer that names the intent, is thrown away afterwards."""

    def __init__(self, network: Network, examples: TuningExamples, recipe: Recipe) -> None:
        self._network, self._recipe = network, recipe
        self._judge = tf.keras.layers.Dense(len(examples.intents))
        self._judge.build((None, network.dimensions))
        self._weights = tf.constant(_weights(examples))
        steps = recipe.epochs * -(-len(examples.labels) // recipe.batch_size)
        self._fast = tf.keras.optimizers.Adam(_rising_and_falling(recipe.adapter_rate, steps, recipe.warm_up))
        self._slow = tf.keras.optimizers.Adam(_rising_and_falling(recipe.judge_rate, steps, recipe.warm_up))
        self._adapters = list(network.trainable_variables)
        self._learn = tf.function(self._learnt, autograph=False, reduce_retracing=True)

    def __call__(self, batch: Batch) -> Tensor:
        return self._learn(tf.constant(batch.ids), tf.constant(batch.mask), tf.constant(batch.labels))

    def _learnt(self, ids: Tensor, mask: Tensor, labels: Tensor) -> Tensor:
        judging = self._judge.trainable_variables
        with tf.GradientTape() as tape:
            loss = self._loss(self._network.vectors(ids, mask, self._recipe.dropout), labels)
        slopes = tape.gradient(loss, [*self._adapters, *judging])
        slopes, _ = tf.clip_by_global_norm(slopes, self._recipe.max_norm)
        self._fast.apply_gradients(zip(slopes[: len(self._adapters)], self._adapters, strict=True))
        self._slow.apply_gradients(zip(slopes[len(self._adapters) :], judging, strict=True))
        return loss

    def _loss(self, vectors: Tensor, labels: Tensor) -> Tensor:
        return self._judged(vectors, labels) + self._recipe.drawing * _apart(vectors, labels)

    def _judged(self, vectors: Tensor, labels: Tensor) -> Tensor:
        scores = self._judge(tf.nn.dropout(vectors * self._recipe.stretch, self._recipe.dropout))
        wanted = tf.one_hot(labels, scores.shape[-1])
        smooth = self._recipe.label_smoothing
        softened = wanted * (1 - smooth) + smooth / scores.shape[-1]
        weights = tf.gather(self._weights, labels)
        each = tf.nn.softmax_cross_entropy_with_logits(softened, scores)
        return tf.reduce_sum(each * weights) / tf.reduce_sum(weights)


def _apart(vectors: Tensor, labels: Tensor) -> Tensor:
    """Measure how far texts of one intent are from each other, against all of the batch (arXiv 2004.11362)."""
    alone = tf.linalg.diag(tf.fill(tf.shape(labels), -1e9))
    likeness = tf.matmul(vectors, vectors, transpose_b=True) / _SHARPNESS + alone
    alike = tf.cast(labels[:, None] == labels[None, :], tf.float32) * tf.cast(alone == 0, tf.float32)
    shares = tf.nn.log_softmax(likeness)
    mates = tf.reduce_sum(alike, axis=1)
    drawn = tf.reduce_sum(shares * alike, axis=1) / tf.maximum(mates, 1.0)
    return -tf.reduce_sum(drawn) / tf.maximum(tf.math.count_nonzero(mates, dtype=tf.float32), 1.0)


def _weights(examples: TuningExamples) -> Floats:
    """Weigh rare intents more, by the root of how rare they are."""
    counts = np.bincount(examples.labels, minlength=len(examples.intents))
    weights: Floats = np.sqrt(counts.mean() / counts).astype(np.float32)
    return weights


def _rising_and_falling(rate: float, steps: int, warm_up: float) -> tf.keras.optimizers.schedules.LearningRateSchedule:
    rising = max(1, round(steps * warm_up))
    falling = tf.keras.optimizers.schedules.PolynomialDecay(rate, steps - rising, end_learning_rate=0.0)
    return _WarmUp(rate, rising, falling)


class _WarmUp(tf.keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]
    def __init__(self, rate: float, rising: int, falling: tf.keras.optimizers.schedules.LearningRateSchedule) -> None:
        self._rate, self._rising, self._falling = rate, rising, falling

    def __call__(self, step: Tensor) -> Tensor:
        done = tf.cast(step, tf.float32)
        return tf.where(done < self._rising, self._rate * (done + 1) / self._rising, self._falling(done - self._rising))
