"""Recognise danger in other languages: phrases that are always meant so, wherever they stand in a message. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from parcelbot.core.reading.danger.safety import Danger
from parcelbot.core.reading.text.phrases import folded, pattern_of

#: The phrases of one language, by danger.
Phrases = Mapping[Danger, Iterable[str]]


class DangerPhrases:
    """Finder of dangers in the messages of many languages, whatever their case and accents."""

    def __init__(self, by_language: Mapping[str, Phrases]) -> None:
        self._patterns = {code: _patterns(phrases) for code, phrases in by_language.items()}

    def read(self, text: str, language: str) -> Danger | None:
        """Give the gravest danger that a message in `language` speaks of; None for none, or an unknown language.

        A phrase begins where a word does and may be the beginning of a longer one: words are inflected.
        """
        words = folded(text)
        found = self._patterns.get(language, {})
        return next((danger for danger, phrases in found.items() if phrases.search(words)), None)


#: The gravest first.
_ORDER = (Danger.CRISIS, Danger.THREAT, Danger.HAZARD, Danger.ACCOUNT_MISUSE)


def _patterns(phrases: Phrases) -> dict[Danger, re.Pattern[str]]:
    kinds = {danger: [pattern_of(phrase) for phrase in phrases.get(danger, ())] for danger in _ORDER}
    return {danger: re.compile("|".join(found)) for danger, found in kinds.items() if found}
