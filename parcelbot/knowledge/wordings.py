"""Load the reader of carriers' wordings: what scans mean from `wordings.yml`, how each language says it from `wordings/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from parcelbot.core.parcel.wordings import WordingReader, parse_meaning
from parcelbot.knowledge.loading import read_yaml


def load_wordings(folder: Path) -> WordingReader:
    """Read `folder`'s wordings; a missing file raises OSError, a malformed one KeyError or ValueError."""
    languages = [data["meanings"] for data in read_languages(folder)]
    meanings = read_yaml(folder / "wordings.yml")["meanings"]
    return WordingReader(
        tuple(parse_meaning({**meaning, **_worded(meaning["meaning"], languages)}) for meaning in meanings)
    )


def read_languages(folder: Path) -> list[Mapping[str, Any]]:
    """One parsed file a language, in the order of their names."""
    return [read_yaml(path) for path in sorted((folder / "wordings").glob("*.yml"))]


def _worded(meaning: str, languages: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The patterns of a meaning in all languages; words that take a reading back count for their own language only."""
    entries = [language[meaning] for language in languages if meaning in language]
    return {
        "patterns": [pattern for entry in entries for pattern in entry["patterns"]],
        "unless": [pattern for entry in entries for pattern in entry.get("unless", ())],
    }
