"""The project's languages as if every one that can be spoken were on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from parcelbot.core.languages import LaunchStatus
from parcelbot.locales.files import read_yaml
from parcelbot.locales.languages import Languages, load_languages
from parcelbot.reading.language_phrases import load_replies

ROOT = Path(__file__).parents[2]
REPLIES = load_replies(ROOT / "locales")
#: What we count, in every language that can be spoken.
PLURALS = read_yaml(ROOT / "knowledge" / "plurals.yml")["plurals"]


def all_spoken(locales: Path = ROOT / "locales", told: Callable[[str, str], None] = lambda *_: None) -> Languages:
    """Load them; `told` gets the language and the name of each sentence that had to be said in English."""
    loaded = load_languages(locales, ROOT / "knowledge", told)
    on = {
        code: replace(traits, status=LaunchStatus.BETA) if code in PLURALS or traits.script_of else traits
        for code, traits in loaded.table.languages.items()
    }
    return Languages(replace(loaded.table, languages=on), loaded.load)


def read_phrases(language: str, text: str) -> dict[str, object]:
    """What the phrases of a language say of a message, as the NLU reports it."""
    replies = REPLIES[language]
    return {"opens_with": replies.opens_with(text), "answers": replies.answers(text), "says": replies.says(text)}
