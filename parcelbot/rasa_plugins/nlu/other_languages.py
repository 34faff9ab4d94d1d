"""Understand messages that are not in English: dangers by phrases, all else by what was learnt from examples."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from parcelbot.core.intents import AFFIRM, DENY, OUT_OF_SCOPE
from parcelbot.core.questions import SECOND_QUESTIONS
from parcelbot.core.reading.text.clauses import opening, split_clauses, split_sentences
from parcelbot.core.reading.text.plain_text import count_said
from parcelbot.encoder import Vectors
from parcelbot.encoder.multilingual import shared_multilingual
from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.second_questions import follow_ups_digest
from parcelbot.knowledge.told_examples import read_beliefs, told_digest
from parcelbot.rasa_plugins.nlu.component import StoredComponent
from parcelbot.rasa_plugins.nlu.follow_up_classifier import FOLLOW_UPS
from parcelbot.rasa_plugins.nlu.gazetteer import KNOWLEDGE_FOLDER, all_phrases
from parcelbot.rasa_plugins.nlu.language import in_other_languages, language_of
from parcelbot.rasa_plugins.nlu.nearest_phrase import NearestPhrase
from parcelbot.rasa_plugins.nlu.nearest_topic import MAY_ASK_ADVICE, TOPIC
from parcelbot.rasa_plugins.nlu.other_head import OtherHead
from parcelbot.rasa_plugins.nlu.other_lessons import (
    another_is_spoken,
    follow_ups_to_learn,
    messages_to_learn,
    plain,
    told_to_learn,
)
from parcelbot.rasa_plugins.nlu.out_of_scope import (
    RANKING_LENGTH,
    SMALL_TALK,
    Signs,
    belief,
    decided,
    log_odds_in_scope,
)
from parcelbot.rasa_plugins.nlu.said_besides import as_written
from parcelbot.rasa_plugins.nlu.second_question import ALSO_ASKED, FIRST_QUESTIONS, whole_message
from parcelbot.rasa_plugins.nlu.short_answers import bare_codes
from parcelbot.rasa_plugins.nlu.text_model import Lesson
from parcelbot.rasa_plugins.nlu.told_elsewhere import told_elsewhere
from parcelbot.rasa_plugins.nlu.told_model import TOLD, ToldExample, ToldModel
from parcelbot.reading.language_examples import danger_phrases, examples_digest, load_examples
from parcelbot.reading.language_phrases import load_phrases, load_replies
from parcelbot.settings.variables import locales

_QUESTION_MARK = re.compile(r"[?？؟]")
#: The message's attribute: "affirm" or "deny", where it begins with that before it says something else.
OPENS_WITH = "opens_with"

#: English "ok", "yes" and "thanks" are said in every language.
_LONGEST_SMALL_TALK = 2
#: Of what is learnt from besides the languages' own examples.
_DIGESTS = (follow_ups_digest, told_digest)
#: The fewest words of a yes and of a no.
_OPENINGS = {AFFIRM: 1, DENY: 2}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class OtherLanguages(StoredComponent, IntentClassifier):
    """Sets intent and ranking of messages in other languages; comes after the entities, and leaves English alone.

    Where no other language is on, such a message is out of scope, and the encoders are not loaded.
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
            "min_second": 0.85,
            "follow_up_temperature": 0.9,
            "most_follow_ups": 12,
            "min_opening": 0.6,
            "min_topic": 0.76,
            "min_topic_out_of_scope": 0.8,
            "told_strength": 1.0,
            "told_directions": 512,
        }

    @classmethod
    def learnt_from(cls) -> str:
        """Name the examples of `knowledge/` and `locales/`."""
        topics = hashlib.sha256(repr(all_phrases()[TOPIC]).encode()).hexdigest()
        learnt_from = (examples_digest(locales()), *(digest(KNOWLEDGE_FOLDER) for digest in _DIGESTS), topics)
        return f"{' '.join(learnt_from)} {another_is_spoken()}"

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, name, storage, resource)
        self._head: OtherHead | None = None
        self._dangers = danger_phrases(load_examples(locales()))
        self._phrases, self._replies = load_phrases(locales()), load_replies(locales())
        self._least = read_beliefs(KNOWLEDGE_FOLDER, "elsewhere")

    def restore(self, folder: Path) -> None:
        """Read what `train` wrote, and load the encoders it needs."""
        self._head = OtherHead.load(folder) if another_is_spoken() else None
        if self._head is not None:
            shared_multilingual()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples of every language; English ones help with what is said everywhere."""
        messages = messages_to_learn()
        if messages and another_is_spoken():
            self._learn([*messages, *_small_talk(training_data)], follow_ups_to_learn(), told_to_learn())
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
            if self._head is not None:
                self._add_besides(message, self._head)
        return messages

    def _add_besides(self, message: Message, head: OtherHead) -> None:
        """Add what else a message asks, which advice it may ask for, and which second questions it may be."""
        text = self._asked(message)
        intent, entities = message.get(INTENT)["name"], message.get(ENTITIES) or []
        found = [*filter(None, [self._asked_beside(text, intent), self._topic(text, intent, entities, head)])]
        if found:
            message.set(ENTITIES, [*entities, *found], add_to_output=True)
        message.set(OPENS_WITH, self._opening(text, language_of(message)), add_to_output=True)
        message.set(FOLLOW_UPS, self._follow_ups(text, head), add_to_output=True)
        message.set(TOLD, told_elsewhere(text, head.told, _vector, self._least), add_to_output=True)

    def _follow_ups(self, text: str, head: OtherHead) -> list[dict[str, Any]]:
        """Rank the second questions of a message, and of each sentence that asks by itself: the others drown it."""
        beliefs: dict[str, float] = {}
        asking = [sentence for sentence in split_sentences(text) if _QUESTION_MARK.search(sentence)]
        for part in dict.fromkeys([text, *asking]):
            for one in head.follow_ups(plain(part), _vector(part), self._config["follow_up_temperature"]):
                beliefs[one["name"]] = max(one["confidence"], beliefs.get(one["name"], 0.0))
        likely = sorted(beliefs.items(), key=lambda pair: -pair[1])[: self._config["most_follow_ups"]]
        return [{"name": name, "confidence": confidence} for name, confidence in likely]

    def _topic(
        self, text: str, intent: str, entities: Iterable[dict[str, Any]], head: OtherHead
    ) -> dict[str, Any] | None:
        """Find the advice that a message asks for, if it may ask for any and names none."""
        if intent not in MAY_ASK_ADVICE or any(entity["entity"] == TOPIC for entity in entities):
            return None
        value, likeness = head.topics.find(_vector(text))
        needed = self._config["min_topic_out_of_scope" if intent == OUT_OF_SCOPE else "min_topic"]
        return whole_message(TOPIC, value, likeness, len(text), type(self).__name__) if likeness >= needed else None

    def _opening(self, text: str, language: str) -> str:
        """Name the yes or the "no, thanks" that a message begins with before it goes on; "" for none.

        An "ok" only begins to speak, and a bare "no" may deny anything; where a language has its own list of yeses,
        what is not on it is none: a case is sent on a yes, and "the right one, not the money" only resembles it.
        """
        lead, phrases = opening(text), self._phrases.get(language)
        if not lead or (phrases is not None and phrases.only_begins(lead)):
            return ""
        found, replies = self._decided(lead)[0], self._replies.get(language)
        is_one = found["name"] in _OPENINGS and found["confidence"] >= self._config["min_opening"]
        unlisted = replies is not None and found["name"] == AFFIRM and replies.answers(lead) != AFFIRM
        return found["name"] if is_one and not unlisted and count_said(lead) >= _OPENINGS[found["name"]] else ""

    def _asked_beside(self, text: str, first: str) -> dict[str, Any] | None:
        """Find a clause that surely asks something else, beside one that asks the `first`; None where none does."""
        clauses = split_clauses(text) if first in FIRST_QUESTIONS else []
        if len(clauses) < 2:
            return None
        asked = [self._decided(clause)[0] for clause in clauses]
        sure = [one for one in asked if one["confidence"] >= self._config["min_second"]]
        others = [one for one in sure if one["name"] in SECOND_QUESTIONS and one["name"] != first]
        if not others or all(one["name"] != first for one in asked):
            return None
        name, belief = others[-1]["name"], others[-1]["confidence"]
        return whole_message(ALSO_ASKED, name, belief, len(text), type(self).__name__)

    def _learn(self, examples: Sequence[Phrase], asked: Sequence[Phrase], told: Sequence[ToldExample]) -> None:
        """Learn all there is to learn; a language's own ways of asking stand beside the English ones."""
        topics = all_phrases()[TOPIC]
        lessons = [[plain(phrase.text) for phrase in phrases] for phrases in (examples, asked, topics)]
        lessons.append([plain(example.text) for example in told])
        vectors = shared_multilingual().encode_lesson([text for texts in lessons for text in texts])
        ends = np.cumsum([len(examples), len(asked), len(topics)])
        of_examples, of_asked, of_topics, of_told = np.split(vectors, ends)
        self._head = OtherHead.fit(
            Lesson(lessons[0], of_examples, [phrase.value for phrase in examples]),
            Lesson(lessons[1], of_asked, [phrase.value for phrase in asked]),
            NearestPhrase(of_topics, tuple(phrase.value for phrase in topics)),
            ToldModel.of_vectors(told, of_told, self._config["told_strength"], self._config["told_directions"]),
            self._config["strength"],
        )

    def _understood(self, message: Message) -> list[dict[str, Any]]:
        """Rank the intents with the decision first; what a rule settles has full confidence."""
        settled = self._settled(message.get(TEXT) or "", message)
        ranking = self._decided(self._asked(message))
        if not settled:
            return ranking
        others = [entry for entry in ranking if entry["name"] not in (settled, OUT_OF_SCOPE)]
        return [{"name": settled, "confidence": 1.0}, *others]

    def _asked(self, message: Message) -> str:
        """Give the message without a greeting or thanks before it: "danke, und wann …?" asks when."""
        text, replies = message.get(TEXT) or "", self._replies.get(language_of(message))
        return text if replies is None else replies.without_thanks(text)

    def _settled(self, text: str, message: Message) -> str:
        danger = self._dangers.read(text, language_of(message))
        return danger.value if danger else bare_codes(text, message.get(ENTITIES) or [])

    def _decided(self, text: str) -> list[dict[str, Any]]:
        if self._head is None:
            return [{"name": OUT_OF_SCOPE, "confidence": 1.0}]
        ranking = self._head.ranking(plain(text), _vector(text), self._config["temperature"])
        believed = belief(Signs(log_odds_in_scope(ranking), 0.0, 0.0), self._config["weights"])
        return decided(ranking, believed, self._config)


def _vector(text: str) -> Vectors:
    vector: Vectors = shared_multilingual().encode([plain(text)])[0]
    return vector


def _small_talk(training_data: TrainingData) -> list[Phrase]:
    said = (
        Phrase(message.get(TEXT) or "", message.get(INTENT)) for message in as_written(training_data.intent_examples)
    )
    return [one for one in said if one.value in SMALL_TALK and len(one.text.split()) <= _LONGEST_SMALL_TALK]
