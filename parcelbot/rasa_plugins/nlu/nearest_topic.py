"""Find the advice asked for in other words than the knowledge lists: the topic whose phrase means nearly the same."""

from __future__ import annotations

from functools import cache
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from parcelbot.core.intents import NOT_UNDERSTOOD, OUT_OF_SCOPE, TALK_TO_HUMAN
from parcelbot.core.questions import QUESTIONS
from parcelbot.encoder import EncoderKind, Vectors, shared_encoder
from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.gazetteer import all_phrases
from parcelbot.rasa_plugins.nlu.language import in_english
from parcelbot.rasa_plugins.nlu.second_question import whole_message
from parcelbot.rasa_plugins.nlu.spelling import meaning

TOPIC = "topic"

#: Intents that can be a request for advice; a problem with one's parcel is looked up instead.
MAY_ASK_ADVICE = frozenset(
    {
        *(question.value for question, traits in QUESTIONS.items() if traits.can_name_topic),
        *(TALK_TO_HUMAN, *NOT_UNDERSTOOD),
    }
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class NearestTopic(PlainComponent, EntityExtractorMixin):
    """Adds the entity `topic` when no phrase stands in the message but one is close in meaning."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set the least cosine, and the least one to answer what was taken for out of scope ("track my phone")."""
        return {"min_cosine": 0.66, "min_cosine_out_of_scope": 0.7}

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(config, name)
        self._topics = tuple(phrase.value for phrase in all_phrases()[TOPIC])
        self._vectors = _phrases()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add at most one topic to each message that may ask for advice and names none."""
        for message in in_english(messages):
            entities = message.get(ENTITIES) or []
            named = any(entity["entity"] == TOPIC for entity in entities)
            if not named and (message.get(INTENT) or {}).get("name") in MAY_ASK_ADVICE:
                message.set(ENTITIES, [*entities, *self._nearest(message)], add_to_output=True)
        return messages

    def _nearest(self, message: Message) -> list[dict[str, Any]]:
        cosines: Vectors = self._vectors @ shared_encoder(EncoderKind.TUNED).encode([meaning(message)])[0]
        best = int(cosines.argmax())
        is_outside = message.get(INTENT)["name"] == OUT_OF_SCOPE
        if cosines[best] < self._config["min_cosine_out_of_scope" if is_outside else "min_cosine"]:
            return []
        length, belief = len(message.get(TEXT) or ""), float(cosines[best])
        return [whole_message(TOPIC, self._topics[best], belief, length, type(self).__name__)]


@cache
def _phrases() -> Vectors:
    return shared_encoder(EncoderKind.TUNED).encode([phrase.text for phrase in all_phrases()[TOPIC]])
