"""Say which language a message is written in; what follows in the pipeline reads English or the other languages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from parcelbot.chinese_scripts import SIMPLIFIED, simplified
from parcelbot.core.languages import read_in
from parcelbot.core.parcel.scan_wordings import plain
from parcelbot.core.reading.text.own_words import has_own_words
from parcelbot.rasa_plugins.nlu.component import PlainComponent
from parcelbot.rasa_plugins.nlu.gazetteer import all_wordings, wording_reader
from parcelbot.reading.message_language import read_message_language
from parcelbot.reading.written_languages import ENGLISH, WrittenLanguage

#: Message attribute, also in what Rasa reports: `{"code": "de", "sure": true}`, of Chinese with its "script".
LANGUAGE = "language"
#: Message attribute, also in what Rasa reports: a message as its shopper wrote it, where it was made simplified.
AS_WRITTEN = "as_written"
_METADATA = "metadata"
#: The share of words in common from which on a message is a wording that is known.
_MOSTLY = 0.6


# of this kind are those that Rasa leaves out of the training: all that is learnt from Rasa's data is English
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageReader(PlainComponent):
    """Component that sets the language of every message; comes before all others.

    A message that is too short to tell is read in the language of its conversation, which the channel gives as
    `language` in the message's metadata. Nothing but a carrier's wording, a name or an address says what others speak,
    so it is never sure. Chinese goes on in simplified characters, which is what all that is learnt knows.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        """Set LANGUAGE, and AS_WRITTEN for what is simplified."""
        for message in messages:
            conversation = str((message.get(_METADATA) or {}).get(LANGUAGE) or "")
            text = message.get(TEXT) or ""
            read = _read(text, conversation)
            if read.code == SIMPLIFIED and (plain := simplified(text)) != text:
                message.set(AS_WRITTEN, text, add_to_output=True)
                message.set(TEXT, plain, add_to_output=True)
            message.set(LANGUAGE, _reported(read), add_to_output=True)
        return messages


def in_english(messages: Iterable[Message]) -> list[Message]:
    """Give the messages that are to be read as English: all whose language nobody has read otherwise."""
    return [message for message in messages if language_of(message) == ENGLISH]


def in_other_languages(messages: Iterable[Message]) -> list[Message]:
    """Give the messages that are to be read by what knows the other languages."""
    return [message for message in messages if language_of(message) != ENGLISH]


def language_of(message: Message) -> str:
    """Give the ISO 639-1 code that a message is read in."""
    read: dict[str, Any] = message.get(LANGUAGE) or {}
    return str(read.get("code") or ENGLISH)


def _reported(read: WrittenLanguage) -> dict[str, Any]:
    script = {"script": read.script} if read.script else {}
    return {"code": read.code, "sure": read.sure, **script}


def _read(text: str, conversation: str) -> WrittenLanguage:
    read = read_message_language(text, conversation)
    if read.code != ENGLISH and read.sure and is_only_a_wording(text):
        return WrittenLanguage(read_in(conversation) or ENGLISH, sure=False)
    return read


def is_only_a_wording(text: str) -> bool:
    """Tell whether a message is what a carrier wrote and nothing of the shopper's own."""
    if has_own_words(text) or wording_reader().read(text) is None:
        return False
    said = frozenset(plain(text).split())
    return any(len(said & known) >= _MOSTLY * len(said | known) for known in _known_wordings())


@cache
def _known_wordings() -> tuple[frozenset[str], ...]:
    """Load the words of every wording that stands as an example, in any language."""
    return tuple(frozenset(plain(wording).split()) for wording in all_wordings())
