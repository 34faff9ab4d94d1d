"""Understand messages that are not in English: dangers by phrases, all else by what was learnt from examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.encoder.multilingual import shared_multilingual
from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.language import in_other_languages, language_of
from parcelbot.rasa_plugins.nlu.other_head import OtherHead
from parcelbot.rasa_plugins.nlu.out_of_scope import (
    OUT_OF_SCOPE,
    RANKING_LENGTH,
    SMALL_TALK,
    Signs,
    belief,
    decided,
    log_odds_in_scope,
)
from parcelbot.rasa_plugins.nlu.short_answers import bare_codes
from parcelbot.rasa_plugins.nlu.text import normalised
from parcelbot.reading.language_examples import LanguageExamples, danger_phrases, examples_digest, load_examples
from parcelbot.settings.variables import locales

#: English "ok", "yes" and "thanks" are said in every language.
_LONGEST_SMALL_TALK = 2


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class OtherLanguages(StoredComponent, IntentClassifier):
    """Sets intent and ranking of messages in other languages; comes after the entities, and leaves English alone.

    Where nobody has written examples, such a message is out of scope.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set C, the temperature that makes confidences honest, and the decision what is ours, as for English."""
        return {
            "strength": 1.0,
            "temperature": 0.2,
            "weights": {"bias": -3.36, "in_scope": 1.61, "nearest": 0.0, "known": 0.0},
            "min_belief": 0.3,
            "min_belief_small_talk": 0.2,
            "min_belief_grave": 0.15,
            "min_top": 0.25,
        }

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Make Rasa train anew when an example changes; they are no part of its own training data."""
        return examples_digest(locales())

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._head: OtherHead | None = None
        self._dangers = danger_phrases(load_examples(locales()))

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote, and load the encoders it needs."""
        self._head = OtherHead.load(folder)
        if self._head is not None:
            shared_multilingual()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples of every language; English ones help with what is said everywhere."""
        languages = load_examples(locales())
        if languages:
            self._learn([*_examples(languages), *_small_talk(training_data)])
        with self.stored() as folder:
            if self._head is not None:
                self._head.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and the ranking of those messages that are not in English."""
        for message in in_other_languages(messages):
            ranking = self._understood(message)[:RANKING_LENGTH]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _learn(self, examples: Sequence[tuple[str, str]]) -> None:
        texts = [_plain(text) for text, _ in examples]
        vectors = shared_multilingual().encode_many(texts)
        self._head = OtherHead.fit(texts, vectors, [intent for _, intent in examples], self._config["strength"])

    def _understood(self, message: Message) -> list[dict[str, Any]]:
        """Rank the intents with the decision first; what a rule settles has full confidence."""
        text = message.get(TEXT) or ""
        settled = self._settled(text, message)
        ranking = self._decided(text)
        if not settled:
            return ranking
        others = [entry for entry in ranking if entry["name"] not in (settled, OUT_OF_SCOPE)]
        return [{"name": settled, "confidence": 1.0}, *others]

    def _settled(self, text: str, message: Message) -> str:
        danger = self._dangers.read(text, language_of(message))
        return danger.value if danger else bare_codes(text, message.get(ENTITIES) or [])

    def _decided(self, text: str) -> list[dict[str, Any]]:
        if self._head is None:
            return [{"name": OUT_OF_SCOPE, "confidence": 1.0}]
        plain = _plain(text)
        vector = shared_multilingual().encode([plain])[0]
        ranking = self._head.ranking(plain, vector, self._config["temperature"])
        believed = belief(Signs(log_odds_in_scope(ranking), 0.0, 0.0), self._config["weights"])
        return decided(ranking, believed, self._config)


def _plain(text: str) -> str:
    return normalised(text).lower()


def _examples(languages: Sequence[LanguageExamples]) -> list[tuple[str, str]]:
    return [(text, intent) for lang in languages for intent, texts in lang.messages.items() for text in texts]


def _small_talk(training_data: TrainingData) -> list[tuple[str, str]]:
    said = ((message.get(TEXT) or "", message.get(INTENT)) for message in training_data.intent_examples)
    return [
        (text, intent) for text, intent in said if intent in SMALL_TALK and len(text.split()) <= _LONGEST_SMALL_TALK
    ]
