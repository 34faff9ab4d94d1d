"""The project's languages as if every one that can be spoken were on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from parcelbot.core.languages import LaunchStatus
from parcelbot.locales.files import read_yaml
from parcelbot.locales.languages import Languages, load_languages

ROOT = Path(__file__).parents[2]
#: What we count, in every language that can be spoken.
PLURALS = read_yaml(ROOT / "knowledge" / "plurals.yml")["plurals"]


def all_spoken(locales: Path = ROOT / "locales", told: Callable[[str, str], None] = lambda *_: None) -> Languages:
    """Load them; `told` gets the language and the name of each sentence that had to be said in English."""
    loaded = load_languages(locales, ROOT / "knowledge", told)
    on = {
        code: replace(traits, status=LaunchStatus.BETA) if code in PLURALS else traits
        for code, traits in loaded.table.languages.items()
    }
    return Languages(replace(loaded.table, languages=on), loaded.load)
