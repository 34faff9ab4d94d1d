"""Rank second questions against everything else that a message may be, so that only a likely one is believed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.text_model import Lesson

#: What a folder's file of second questions is called.
NAME = "follow_ups"
#: Marks what is an intent; the ids of second questions are plain words.
_INTENT = "intent:"
#: So many examples of an intent tell what is none of the second questions; more would only take longer to learn.
_MOST_OF_AN_INTENT = 60


class Ranker(Protocol):
    """Classifier of texts: `TextModel` or `VectorModel`."""

    def ranking(self, text: str, vector: Vectors, temperature: float, /) -> list[dict[str, Any]]:
        """Rank the labels in Rasa's form, most likely first."""

    def save(self, folder: Path, name: str) -> None:
        """Write files of this name into `folder`."""


def beside_intents(follow_ups: Lesson, intents: Lesson) -> Lesson:
    """Put some texts of each intent, marked as such, after those of second questions."""
    others = intents.thinned(_MOST_OF_AN_INTENT)
    return follow_ups.beside(replace(others, labels=[f"{_INTENT}{label}" for label in others.labels]))


@dataclass(frozen=True)
class SecondQuestionModel:
    """Classifier that has learnt what `beside_intents` makes, and names the second questions only."""

    model: Ranker

    def ranking(self, text: str, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the second questions in Rasa's form, most likely first; what they lack of 1 is for the intents."""
        ranked = self.model.ranking(text, vector, temperature)
        return [entry for entry in ranked if not entry["name"].startswith(_INTENT)]

    def save(self, folder: Path) -> None:
        """Write into `folder`."""
        self.model.save(folder, NAME)
