"""Rank the second questions that a message may be: whether one of them can be asked where it stands, the planner tells.

They are finer than intents ("what if I don't pay it?", "who pays if it's lost?") and mean something only after an
answer, so they are not intents: a message has its intent as well, and may be read as either.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.encoder import EncoderKind, shared_encoder
from parcelbot.knowledge.loading import Phrase, said_besides_digest
from parcelbot.knowledge.second_questions import follow_ups_digest, read_follow_ups
from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.said_besides import with_more
from parcelbot.rasa_plugins.nlu.second_question_model import NAME, SecondQuestionModel, beside_intents
from parcelbot.rasa_plugins.nlu.spelling import meaning
from parcelbot.rasa_plugins.nlu.terms import WORD_PAIRS
from parcelbot.rasa_plugins.nlu.text import normalised
from parcelbot.rasa_plugins.nlu.text_model import Lesson, TextModel
from parcelbot.rasa_plugins.nlu.vectors import dense, stacked

#: The message's attribute: the likeliest second questions with a confidence each, likeliest first.
FOLLOW_UPS = "follow_ups"

#: So many directions of a sentence vector tell second questions apart as well as all do, in a third of the time.
MOST_DIRECTIONS = 128

#: How many of each are learnt with a sentence around them: a third of the examples have some of their own.
_MOST_WITH_MORE = 40


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class FollowUpClassifier(StoredComponent, IntentClassifier):
    """Sets the attribute `follow_ups`, by the words and by the sentence vector that the message has already."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set C, the vector's weight beside the words', how many of its directions count, the temperature of
        confidences, and how many are passed on for the moment of the talk to choose among."""
        return {"strength": 0.5, "dense_weight": 1.4, "directions": MOST_DIRECTIONS, "temperature": 0.21, "most": 12}

    @classmethod
    def learnt_from(cls) -> str:
        """Name the examples of `knowledge/` and `locales/`."""
        return follow_ups_digest(KNOWLEDGE_FOLDER) + said_besides_digest(KNOWLEDGE_FOLDER)

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._model: SecondQuestionModel | None = None

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._model = SecondQuestionModel(TextModel.load(folder, NAME, self._config["dense_weight"]))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the classifier on the examples of second questions beside those of the intents, and store it."""
        examples = [message for message in training_data.intent_examples if message.get(TEXT)]
        intents = Lesson(
            [meaning(example) for example in examples], stacked(examples), [example.get(INTENT) for example in examples]
        )
        lesson = beside_intents(lesson_with_more(read_follow_ups(KNOWLEDGE_FOLDER)), intents)
        strength, weight, most = (self._config[name] for name in ("strength", "dense_weight", "directions"))
        self._model = SecondQuestionModel(TextModel.fit(lesson, WORD_PAIRS, strength, weight, 1.0, most))
        with self.stored() as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the likeliest second questions of each message in English."""
        if self._model is None:
            raise RuntimeError("the classifier of second questions was neither trained nor loaded")
        for message in in_english(messages):
            found = self._model.ranking(meaning(message), dense(message), self._config["temperature"])
            best = found[: self._config["most"]]
            message.set(FOLLOW_UPS, best, add_to_output=True)
        return messages


def lesson_with_more(examples: Sequence[Phrase]) -> Lesson:
    """Make a lesson of examples as they are, and of some once more with a sentence around them."""
    more = with_more([(example.text, example.value) for example in examples], _MOST_WITH_MORE, times=1)
    return lesson_of([*examples, *(Phrase(text, value) for text, value in more)])


def lesson_of(examples: Sequence[Phrase]) -> Lesson:
    """Make a lesson of examples of second questions: encodes them all."""
    texts = [normalised(example.text) for example in examples]
    vectors = shared_encoder(EncoderKind.TUNED).encode_lesson(texts, "follow_ups")
    return Lesson(texts, vectors, [example.value for example in examples])
