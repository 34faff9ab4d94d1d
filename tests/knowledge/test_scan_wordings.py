"""Every wording of `knowledge/wordings/` is read as its meaning, and its near misses are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parcelbot.core.parcel.scan_wordings import WordingReader
from parcelbot.knowledge.scan_wordings import load_wordings, read_languages
from parcelbot.written_files import read_yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
MEANINGS = [entry["meaning"] for entry in read_yaml(KNOWLEDGE / "wordings.yml")["meanings"]]


def _wordings(kind: str) -> Iterator[tuple[str, str, str]]:
    for data in read_languages(KNOWLEDGE):
        for meaning, entry in data["meanings"].items():
            yield from ((data["language"], meaning, wording) for wording in entry.get(kind, ()))


@pytest.fixture(scope="module")
def reader() -> WordingReader:
    return load_wordings(KNOWLEDGE)


@pytest.mark.parametrize(("language", "meaning", "wording"), _wordings("examples"))
def test_an_example_is_read_as_its_meaning(language: str, meaning: str, wording: str, reader: WordingReader) -> None:
    reading = reader.read(wording)
    assert reading is not None
    assert reading.meaning.id == meaning


@pytest.mark.parametrize(("language", "meaning", "wording"), _wordings("near_misses"))
def test_a_near_miss_is_read_as_something_else(
    language: str, meaning: str, wording: str, reader: WordingReader
) -> None:
    reading = reader.read(wording)
    assert reading is None or reading.meaning.id != meaning


@pytest.mark.parametrize("data", read_languages(KNOWLEDGE), ids=lambda data: str(data["language"]))
def test_a_language_words_only_meanings_there_are(data: dict[str, dict[str, object]]) -> None:
    assert set(data["meanings"]) <= set(MEANINGS)


def test_english_words_every_meaning() -> None:
    english = next(data for data in read_languages(KNOWLEDGE) if data["language"] == "en")
    assert set(english["meanings"]) == set(MEANINGS)
