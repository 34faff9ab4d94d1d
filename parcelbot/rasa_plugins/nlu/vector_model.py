"""Classify a text by its sentence vector through one hidden layer, stored as plain numbers (no pickles)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.linear import ranked
from parcelbot.rasa_plugins.nlu.machines import Floats
from parcelbot.rasa_plugins.nlu.text_model import Lesson, main_directions

#: Along these it learns in half of the time, and better: of held-back examples 67.2 % instead of 66.5 %.
_MOST_DIRECTIONS = 448


@dataclass(frozen=True)
class VectorModel:
    """Two layers, each with a weight a row by input and a column by output, and an offset a column.

    Weights are stored in 16 bit and held in 32: every message multiplies by all of them.
    Where hundreds of labels lie close together it tells 4 % more of them right than linear machines do:
    `pytest tests/nlu/test_follow_ups.py -s` prints how many.
    """

    labels: tuple[str, ...]
    weights: tuple[Floats, Floats]
    offsets: tuple[Floats, Floats]

    @classmethod
    def fit(cls, lesson: Lesson) -> VectorModel:
        """Learn from a lesson's vectors; the same lesson gives nearly the same weights each time."""
        # TensorFlow takes seconds to import, and is needed nowhere but here
        from parcelbot.rasa_plugins.nlu.layers import fit_layers

        labels, numbers = np.unique(lesson.labels, return_inverse=True)
        directions = main_directions(lesson.vectors, _MOST_DIRECTIONS)
        (first, first_offset), (second, second_offset) = fit_layers(lesson.vectors @ directions, numbers)
        return cls(tuple(labels.tolist()), (directions @ first, second), (first_offset, second_offset))

    def ranking(self, _text: str, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the labels in Rasa's form, most likely first; the text itself tells nothing.

        A `temperature` above 1 evens confidences out, one below 1 sharpens them.
        """
        scores = self._scores(vector) / temperature
        raised = np.exp(scores - scores.max())
        return ranked(self.labels, raised / raised.sum())

    def _scores(self, vector: Vectors) -> Floats:
        hidden = np.maximum(vector @ self.weights[0] + self.offsets[0], 0)
        result: Floats = hidden @ self.weights[1] + self.offsets[1]
        return result

    def save(self, folder: Path, name: str) -> None:
        """Write a file of this name into `folder`."""
        first, second = (weights.astype(np.float16) for weights in self.weights)
        offsets = {"first_offset": self.offsets[0], "second_offset": self.offsets[1]}
        np.savez(folder / f"{name}.npz", labels=np.array(self.labels), first=first, second=second, **offsets)

    @classmethod
    def load(cls, folder: Path, name: str) -> VectorModel:
        """Read what `save` wrote; a missing or foreign file raises OSError, KeyError or ValueError."""
        with np.load(folder / f"{name}.npz", allow_pickle=False) as stored:
            labels = tuple(str(label) for label in stored["labels"])
            weights = stored["first"].astype(np.float32), stored["second"].astype(np.float32)
            return cls(labels, weights, (stored["first_offset"], stored["second_offset"]))
