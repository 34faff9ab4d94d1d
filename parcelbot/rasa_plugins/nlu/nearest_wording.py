"""Read a carrier's wording that no pattern knows by the known wording nearest to it, or say that it is not known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from parcelbot.core.intents import NOT_UNDERSTOOD
from parcelbot.core.parcel.scan_wordings import Meaning
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import Question
from parcelbot.core.reading.text.quotations import Quotation, find_quotations
from parcelbot.encoder import EncoderKind, Vectors, shared_encoder
from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.gazetteer import wording_examples, wording_reader
from parcelbot.rasa_plugins.nlu.language import in_english, in_other_languages, is_only_a_wording

STATUS_PHRASE, WORDING, TOPIC = "status_phrase", "wording", "topic"

#: Intents under which a carrier's wording may be asked about; any other says what it wants by itself.
_MAY_ASK = NOT_UNDERSTOOD | {Question.STATUS_MEANING.value}
#: What carriers never say of themselves: a message with one of these is the shopper's own.
_OWN_WORDS = re.compile(
    r"\?|\b(?:i|i m|i ve|im|ive|my|me|mine|please|pls|plz|help|why|when|where|how|who|hi|hello|hey|thanks?|refund)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS, _MOST_WORDS = 2, 25


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class NearestWording(PlainComponent, EntityExtractorMixin):
    """Adds what a quoted wording means where no pattern read it, and what a message means that is nothing but one.

    `status_phrase` answers "what does … mean?". `wording` is for a conversation that has just asked for one.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Set the least cosine to the nearest known wording.

        At 0.85 nineteen in twenty of unseen English wordings that come so near have its meaning, and all its status
        (526 wordings of carriers); at 0.75 it is five in six.
        """
        return {"min_cosine": 0.85}

    def process(self, messages: list[Message]) -> list[Message]:
        """Add at most one of each to every message."""
        for message in in_other_languages(messages):
            entities = message.get(ENTITIES) or []
            message.set(ENTITIES, [*entities, *self._by_patterns(message)], add_to_output=True)
        for message in in_english(messages):
            entities = message.get(ENTITIES) or []
            named = {entity["entity"] for entity in entities} & {STATUS_PHRASE, TOPIC}
            intent = (message.get(INTENT) or {}).get("name")
            found = self._whole(message, intent) if named or intent not in _MAY_ASK else self._asked(message, intent)
            message.set(ENTITIES, [*entities, *found], add_to_output=True)
        return messages

    def _by_patterns(self, message: Message) -> list[dict[str, Any]]:
        """Read in another language what is nothing but a wording, and what is asked the meaning of.

        Quoted ones are found with the other entities.
        """
        text = (message.get(TEXT) or "").strip()
        named = {entity["entity"] for entity in message.get(ENTITIES) or []}
        asked = message.get(INTENT)["name"] == Question.STATUS_MEANING and not named & {STATUS_PHRASE, TOPIC}
        alone = is_only_a_wording(text)
        told = _by_pattern(text) if asked or alone else ""
        kinds = [kind for kind, is_that in ((STATUS_PHRASE, asked), (WORDING, alone)) if is_that and told]
        return [self._entity(kind, told, Quotation(text, 0, len(text))) for kind in kinds]

    def _asked(self, message: Message, intent: str) -> list[dict[str, Any]]:
        """Read what the message quotes, or the message itself; a quotation that nothing is near to is unknown."""
        text = message.get(TEXT) or ""
        quotations = find_quotations(text) if intent == Question.STATUS_MEANING else ()
        told = next(filter(None, (self._read(quotation.text) for quotation in quotations)), "")
        if quotations:
            return [self._entity(STATUS_PHRASE, told or Status.UNKNOWN.value, quotations[0])]
        whole = self._whole(message, intent)
        known = [entity for entity in whole if entity["value"] != Status.UNKNOWN.value]
        return [*whole, *(entity | {"entity": STATUS_PHRASE} for entity in known)]

    def _whole(self, message: Message, intent: str | None) -> list[dict[str, Any]]:
        """Read a message that may be nothing but a carrier's wording; [] where it is the shopper's own words."""
        text = (message.get(TEXT) or "").strip()
        if not _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS or _OWN_WORDS.search(text):
            return []
        told = self._read(text) if intent in _MAY_ASK else _by_pattern(text)
        return [self._entity(WORDING, told or Status.UNKNOWN.value, Quotation(text, 0, len(text)))]

    def _read(self, wording: str) -> str:
        return _by_pattern(wording) or self._nearest(wording)

    def _nearest(self, wording: str) -> str:
        """Give what the nearest known wording means, marked as near; "" where none is near enough.

        Never "delivered": whoever is told that looks for the parcel at home.
        """
        meanings, vectors = _known_wordings()
        cosines: Vectors = vectors @ shared_encoder(EncoderKind.TUNED).encode([wording])[0]
        best = int(cosines.argmax())
        near = float(cosines[best]) >= self._config["min_cosine"]
        return f"{meanings[best].told}/near" if near and meanings[best].status is not Status.DELIVERED else ""

    def _entity(self, name: str, value: str, quotation: Quotation) -> dict[str, Any]:
        return {
            "entity": name,
            "value": value,
            "start": quotation.start,
            "end": quotation.end,
            "confidence_entity": 1.0,
            "extractor": type(self).__name__,
        }


def _by_pattern(wording: str) -> str:
    reading = wording_reader().read(wording)
    return reading.meaning.told if reading else ""


@cache
def _known_wordings() -> tuple[Sequence[Meaning], Vectors]:
    """Load the English wordings that stand as examples: the meaning and the vector of each."""
    by_id = {meaning.id: meaning for meaning in wording_reader().meanings}
    examples = wording_examples()
    vectors = shared_encoder(EncoderKind.TUNED).encode([example.text for example in examples])
    return [by_id[example.value] for example in examples], vectors
