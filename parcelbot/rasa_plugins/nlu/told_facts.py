"""Find the facts that an English message tells, and what it supposes, as both were learnt from examples.

The other languages are learnt together (`other_head.py`). Each sentence is read by itself too: others drown it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
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
from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.second_questions import follow_ups_digest, read_follow_ups
from parcelbot.knowledge.told_examples import read_beliefs, read_told, read_told_rules, told_digest
from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.said_besides import as_written
from parcelbot.rasa_plugins.nlu.spelling import meaning
from parcelbot.rasa_plugins.nlu.text import normalised
from parcelbot.rasa_plugins.nlu.told_model import TOLD, ToldExample, ToldModel, a_few, believed, told_lesson
from parcelbot.rasa_plugins.nlu.vectors import dense

#: Runs of words, and the mark of a question: what is asked is seldom told.
TERMS: dict[str, Any] = {"ngram_range": [1, 2], "token_pattern": r"(?u)\b\w[\w']*|[?]"}
#: So many examples of each intent and second question tell what is no fact, and so many of one that tells a fact.
_MOST_OF_AN_INTENT, _MOST_OF_A_QUESTION, _MOST_TELLING = 25, 6, 60


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ToldFacts(StoredComponent, IntentClassifier):
    """Sets the attribute `told` of each English message, by the sentence vector that it has already and its words."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set C, and how much the vector counts beside the words."""
        return {"strength": 0.5, "dense_weight": 2.0}

    @classmethod
    def learnt_from(cls) -> str:
        """Name the examples of `knowledge/` and `locales/`."""
        return told_digest(KNOWLEDGE_FOLDER) + follow_ups_digest(KNOWLEDGE_FOLDER)

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._model: ToldModel | None = None
        self._least = read_beliefs(KNOWLEDGE_FOLDER, "english")

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""
        self._model = ToldModel.load(folder, self._config["dense_weight"])

    def train(self, training_data: TrainingData) -> Resource:
        """Fit a machine for each fact on all examples, and store them."""
        written = as_written(message for message in training_data.intent_examples if message.get(TEXT))
        intents = [Phrase(message.get(TEXT), message.get(INTENT)) for message in written]
        self._model = fitted(english_lesson(intents), self._config["strength"], self._config["dense_weight"])
        with self.stored() as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set what each message in English is believed to tell."""
        if self._model is None:
            raise RuntimeError("the machines of told facts were neither trained nor loaded")
        for message in in_english(messages):
            scores = self._model.scores(meaning(message), dense(message))
            message.set(TOLD, believed(meaning(message), scores, self._least), add_to_output=True)
        return messages


def english_lesson(intents: Sequence[Phrase]) -> list[ToldExample]:
    """Make the lesson: what tells facts, and a part of all that people write besides."""
    rules = read_told_rules(KNOWLEDGE_FOLDER)
    questions = a_few(read_follow_ups(KNOWLEDGE_FOLDER), _MOST_OF_A_QUESTION, rules, _MOST_TELLING)
    others = [*a_few(intents, _MOST_OF_AN_INTENT, rules), *questions]
    lesson = told_lesson(read_told(KNOWLEDGE_FOLDER), others, rules)
    return [replace(example, text=normalised(example.text)) for example in lesson]


def fitted(lesson: Sequence[ToldExample], strength: float, dense_weight: float) -> ToldModel:
    """Learn a lesson of English texts."""
    vectors = shared_encoder(EncoderKind.TUNED).encode_lesson([example.text for example in lesson], "told")
    return ToldModel.fit(lesson, vectors, strength, dense_weight, TERMS)
