"""Read each sentence of a message by itself too, or what it says of each order: one is drowned by the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from parcelbot.core.reading.facts.told_facts import asks, beside_details
from parcelbot.core.reading.orders.orders_named import parts_by_order
from parcelbot.core.reading.text.clauses import split_sentences
from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.follow_up_classifier import FOLLOW_UPS
from parcelbot.rasa_plugins.nlu.language import LANGUAGE, in_english, language_of
from parcelbot.rasa_plugins.nlu.out_of_scope import FAMILIAR
from parcelbot.rasa_plugins.nlu.told_model import TOLD, together

#: Message attribute, also in what Rasa reports: of each sentence, where there are several, its text, intent,
#: confidence, second questions, how familiar it is and what it tells.
SENTENCES = "sentences"
_SENTENCE_OF = "sentence_of"


# of this kind are those that Rasa leaves out of the training
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SentencesApart(PlainComponent):
    """Component that puts the sentences of each message in English behind it as messages of their own.

    What stands between this and `SentencesTogether` reads them as it reads the message.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        """Give every message, and behind them their sentences where there are several."""
        return [*messages, *(sentence for message in in_english(messages) for sentence in _sentences(message))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SentencesTogether(PlainComponent):
    """Component that sets SENTENCES to what was read in each sentence, and gives the messages alone.

    What a sentence tells, the message tells.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        """Set SENTENCES where there are several."""
        whole = [message for message in messages if message.get(_SENTENCE_OF) is None]
        for message in whole:
            read = [_what_was_read(part) for part in messages if part.get(_SENTENCE_OF) is message]
            message.set(SENTENCES, read, add_to_output=bool(read))
            if read:
                told = together([message.get(TOLD) or {}, *_told_in(read, message.get(TEXT) or "")])
                message.set(TOLD, told, add_to_output=True)
        return whole


def _sentences(message: Message) -> Iterator[Message]:
    text = message.get(TEXT) or ""
    parts = [] if text.startswith("/") else _parts(text)
    if len(parts) > 1 or parts != [text.strip()]:
        language = {"code": language_of(message), "sure": True}
        yield from (Message({TEXT: part, LANGUAGE: language, _SENTENCE_OF: message}) for part in parts)


def _parts(text: str) -> list[str]:
    """List what is said of each order, and the sentences of that where it has several; of no order the sentences.

    What a sentence says beside an e-mail or an order number is read without it.
    """
    of_orders = parts_by_order(text)
    if not of_orders:
        return list(dict.fromkeys(beside_details(one) or one for one in split_sentences(text)))
    return list(dict.fromkeys([*of_orders, *(one for part in of_orders or [text] for one in split_sentences(part))]))


def _told_in(read: list[dict[str, Any]], text: str) -> Iterator[Any]:
    """Give what each sentence tells; one that asks, and was read without what it gives, tells nothing."""
    whole = split_sentences(text)
    yield from (one[TOLD] for one in read if one["text"] in whole or not asks(one["text"]))


def _what_was_read(sentence: Message) -> dict[str, Any]:
    intent = sentence.get(INTENT) or {}
    return {
        "text": sentence.get(TEXT),
        "intent": intent.get("name", ""),
        "confidence": intent.get("confidence", 0.0),
        "follow_ups": sentence.get(FOLLOW_UPS) or [],
        FAMILIAR: sentence.get(FAMILIAR, 1.0),
        TOLD: sentence.get(TOLD) or {},
    }
