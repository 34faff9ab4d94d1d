"""Read a message in any language by multilingual encoders: its intent, second questions, and facts that it tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parcelbot.encoder import Vectors
from parcelbot.rasa_plugins.nlu.nearest_phrase import NearestPhrase
from parcelbot.rasa_plugins.nlu.second_question_model import NAME, SecondQuestionModel, beside_intents
from parcelbot.rasa_plugins.nlu.terms import LETTER_GROUPS
from parcelbot.rasa_plugins.nlu.text_model import Lesson, TextModel
from parcelbot.rasa_plugins.nlu.told_model import ToldModel
from parcelbot.rasa_plugins.nlu.vector_model import VectorModel

_INTENTS, _TOPICS_FILE = "intents", "topics.npz"
#: Letter groups and each encoder's vector have length 1 and count the same.
_DENSE_WEIGHT = 1.0


@dataclass(frozen=True)
class OtherHead:
    """Classifier learnt from all languages' examples together: what one says helps to understand the others."""

    intents: TextModel
    second: SecondQuestionModel
    topics: NearestPhrase
    told: ToldModel

    @classmethod
    def fit(
        cls, intents: Lesson, follow_ups: Lesson, topics: NearestPhrase, told: ToldModel, strength: float
    ) -> OtherHead:
        """Learn intents and second questions, each from every language's texts; `strength` is scikit-learn's C.

        What a second question resembles in letters is mostly another one, so its vector alone tells it. Advice topics
        are not learnt: a message is compared with their English phrases. Facts that are `told` were learnt before.
        """
        return cls(
            TextModel.fit(intents, LETTER_GROUPS, strength, _DENSE_WEIGHT, balance=0.0),
            SecondQuestionModel(VectorModel.fit(beside_intents(follow_ups, intents))),
            topics,
            told,
        )

    def ranking(self, text: str, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the intents in Rasa's form: name and confidence, most likely first."""
        return self.intents.ranking(text, vector, temperature)

    def follow_ups(self, text: str, vector: Vectors, temperature: float) -> list[dict[str, Any]]:
        """Rank the second questions that a message may be, likewise."""
        return self.second.ranking(text, vector, temperature)

    def save(self, folder: Path) -> None:
        """Write into `folder`."""
        self.intents.save(folder, _INTENTS)
        self.second.save(folder)
        self.topics.save(folder / _TOPICS_FILE)
        self.told.save(folder)

    @classmethod
    def load(cls, folder: Path) -> OtherHead | None:
        """Read what `save` wrote; None where nothing was learnt."""
        if not (folder / f"{_INTENTS}.npz").is_file():
            return None
        intents = TextModel.load(folder, _INTENTS, _DENSE_WEIGHT)
        second = SecondQuestionModel(VectorModel.load(folder, NAME))
        return cls(intents, second, NearestPhrase.load(folder / _TOPICS_FILE), ToldModel.load(folder))
