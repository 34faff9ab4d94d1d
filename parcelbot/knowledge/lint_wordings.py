"""Check wordings: of scans, that they are read as what they stand under; of shoppers, that they mean one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from parcelbot.core.parcel.scan_wordings import WordingReader, parse_pattern
from parcelbot.knowledge.loading import Phrase
from parcelbot.knowledge.scan_wordings import build_reader
from parcelbot.knowledge.vocabularies import plain_words

_ORDER = "knowledge/wordings.yml"
_FOLDER = "knowledge/wordings/"
Files = Mapping[str, Any]


def wording_findings(files: Files) -> Iterator[str]:
    """Find what is wrong with the wordings among `files` (by path below the project), a sentence each."""
    meanings = [data["meaning"] for data in files[_ORDER]["meanings"]]
    broken = [*_unknown_meanings(files, meanings), *_bad_patterns(files)]
    yield from broken or _misread(files)


def ambiguous_phrases(entity: str, phrases: Iterable[Phrase]) -> Iterator[str]:
    """Find phrases of an entity that stand for several values, a sentence each."""
    meanings: dict[str, set[str]] = {}
    for phrase in phrases:
        meanings.setdefault(plain_words(phrase.text), set()).add(phrase.value)
    for text, values in meanings.items():
        if len(values) > 1:
            yield f"{entity}: {text!r} stands for {', '.join(sorted(values))}"


def _entries(files: Files) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, data in files.items():
        if path.startswith(_FOLDER):
            yield from ((path, meaning, entry) for meaning, entry in data["meanings"].items())


def _unknown_meanings(files: Files, meanings: list[str]) -> Iterator[str]:
    for path, meaning, _ in _entries(files):
        if meaning not in meanings:
            yield f"{path}: {meaning} is no meaning of knowledge/wordings.yml"


def _bad_patterns(files: Files) -> Iterator[str]:
    denied = ((path, "denied", data["denied"]) for path, data in files.items() if "denied" in data)
    for path, meaning, entry in (*_entries(files), *denied):
        for pattern in (*entry["patterns"], *entry.get("unless", ())):
            try:
                parse_pattern(pattern)
            except ValueError as error:
                yield f"{path}: {meaning}: {error}"


def _misread(files: Files) -> Iterator[str]:
    languages = [data for path, data in files.items() if path.startswith(_FOLDER)]
    reader = build_reader(files[_ORDER], languages)
    for path, meaning, entry in _entries(files):
        for text in entry["examples"]:
            if (read := _read(reader, text)) != meaning:
                yield f"{path}: {meaning}: {text!r} is read as {read or 'nothing'}"
        for text in entry.get("near_misses", ()):
            if _read(reader, text) == meaning:
                yield f"{path}: {meaning}: the near miss {text!r} is read as it"


def _read(reader: WordingReader, text: str) -> str:
    reading = reader.read(text)
    return reading.meaning.id if reading else ""
