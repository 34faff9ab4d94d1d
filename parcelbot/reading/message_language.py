"""Tell the language of a whole message: what `written_languages` reads, and what is too short or nobody's words."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.chinese_scripts import SIMPLIFIED, script_of
from parcelbot.core.languages import read_in
from parcelbot.core.reading.places.addresses import is_only_an_address
from parcelbot.core.reading.text.greetings import greeting_language
from parcelbot.core.reading.text.own_words import is_perhaps_a_name
from parcelbot.reading.written_languages import ENGLISH, WrittenLanguage, read_written_language


def read_message_language(text: str, conversation: str) -> WrittenLanguage:
    """Tell the language of `text`; one too short to tell, a button, a name or an address is in the `conversation`'s."""
    read = _read(text, read_in(conversation))
    return replace(read, script=script_of(text)) if read.code == SIMPLIFIED else read


def _read(text: str, conversation: str) -> WrittenLanguage:
    if text.startswith("/"):  # a pressed button
        return WrittenLanguage(conversation or ENGLISH, sure=False)
    if greeting := greeting_language(text):
        return WrittenLanguage(conversation or greeting, sure=False)
    read = read_written_language(text, conversation)
    if is_only_an_address(text) or is_perhaps_a_name(text):
        return WrittenLanguage(conversation or read.code, sure=False)
    return read
