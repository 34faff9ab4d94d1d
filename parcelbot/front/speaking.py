"""Choose the language in which the channel itself speaks: the conversation's, or that of words nobody has answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parcelbot.core.cases.conversation import Author, Conversation, Message
from parcelbot.core.language import Language
from parcelbot.core.languages import HeardLanguage, LanguageSigns, LanguageTable, choose_language
from parcelbot.reading.message_language import read_message_language


@dataclass(frozen=True)
class Speaking:
    """The languages that are spoken, and how one of them is chosen: as the assistant does, without its pipeline."""

    languages: Mapping[str, Language]
    table: LanguageTable

    def within(self, conversation: Conversation, said: Iterable[Message]) -> Language:
        """Give the language of a conversation in which `said` was said, by what stands there unanswered, too."""
        before, prior = "", conversation.language
        for message in said:
            if message.author is not Author.SHOPPER:
                before = message.language or before
            elif message.text and not message.command:
                before = self._code(message.text, before, prior)
        return self.languages[before or prior]

    def to(self, text: str, prior: str) -> Language:
        """Give the language for somebody who wrote `text`, "" for nothing that tells, where it was `prior` so far."""
        return self.languages[self._code(text, prior, prior) if text else prior]

    def _code(self, text: str, before: str, prior: str) -> str:
        read = read_message_language(text, before or prior)
        signs = LanguageSigns(text, HeardLanguage(read.code, read.sure, read.script), before, prior)
        return choose_language(signs, self.table).code
