"""Recognise danger in other languages: phrases that are always meant so, wherever they stand in a message. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from parcelbot.core.reading.safety import Danger

_MOST_CHARACTERS = 2000
_GAPS = re.compile(r"[\W_]+")
#: Scripts whose words are not told apart by blanks, or take small words on at their front.
_GLUED = re.compile("[\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")

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
        folded = _folded(text)
        found = self._patterns.get(language, {})
        return next((danger for danger, phrases in found.items() if phrases.search(folded)), None)


#: The gravest first.
_ORDER = (Danger.CRISIS, Danger.THREAT, Danger.HAZARD, Danger.ACCOUNT_MISUSE)


def _patterns(phrases: Phrases) -> dict[Danger, re.Pattern[str]]:
    kinds = {danger: [_pattern(phrase) for phrase in phrases.get(danger, ())] for danger in _ORDER}
    return {danger: re.compile("|".join(found)) for danger, found in kinds.items() if found}


def _pattern(phrase: str) -> str:
    words = _folded(phrase).strip()
    return re.escape(words) if _GLUED.search(words) else re.escape(f" {words}")


def _folded(text: str) -> str:
    """Give a text as words without case and accents, a blank before each."""
    letters = unicodedata.normalize("NFKD", text[:_MOST_CHARACTERS].casefold())
    return f" {_GAPS.sub(' ', ''.join(c for c in letters if not unicodedata.combining(c)))}"
