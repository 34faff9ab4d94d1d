"""Rank second questions against everything else that a message may be, so that only a likely one is believed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.text_model import Lesson, TextModel

_NAME = "follow_ups"
#: Marks what is an intent; the ids of second questions are plain words.
_INTENT = "intent:"
#: So many examples of an intent tell what is none of the second questions; more would only take longer to learn.
_MOST_OF_AN_INTENT = 60


@dataclass(frozen=True)
class SecondQuestionModel:
    """Classifier of second questions and intents together, which names the second questions only."""

    model: TextModel

    @classmethod
    def fit(
        cls,
        follow_ups: Lesson,
        intents: Lesson,
        kind: dict[str, Any] | None,
        strength: float,
        dense_weight: float,
        most_directions: int | None = None,
    ) -> SecondQuestionModel:
        """Learn second questions beside intents; the other arguments are those of `TextModel.fit`."""
        others = intents.thinned(_MOST_OF_AN_INTENT)
        marked = replace(others, labels=[f"{_INTENT}{label}" for label in others.labels])
        together = follow_ups.beside(marked)
        return cls(TextModel.fit(together, kind, strength, dense_weight, 1.0, most_directions))

    def ranking(self, text: str, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the second questions in Rasa's form, most likely first; what they lack of 1 is for the intents."""
        ranked = self.model.ranking(text, vector, temperature)
        return [entry for entry in ranked if not entry["name"].startswith(_INTENT)]

    def save(self, folder: Path) -> None:
        """Write into `folder`."""
        self.model.save(folder, _NAME)

    @classmethod
    def load(cls, folder: Path, dense_weight: float) -> SecondQuestionModel:
        """Read what `save` wrote; a missing file raises OSError."""
        return cls(TextModel.load(folder, _NAME, dense_weight))
