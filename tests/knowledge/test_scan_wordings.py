"""Every wording of `knowledge/wordings/` is read as its meaning, and its near misses are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parcelbot.knowledge.scan_wordings import load_wordings, read_languages
from parcelbot.written_files import read_yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
MEANINGS = [entry["meaning"] for entry in read_yaml(KNOWLEDGE / "wordings.yml")["meanings"]]


LANGUAGES = {str(data["language"]): data for data in read_languages(KNOWLEDGE)}

every_language = pytest.mark.parametrize("language", LANGUAGES)


def _wordings(language: str, kind: str) -> Iterator[tuple[str, str]]:
    """Each wording of a kind, with the meaning it stands under."""
    for meaning, entry in LANGUAGES[language]["meanings"].items():
        yield from ((wording, meaning) for wording in entry.get(kind, ()))


@pytest.fixture(scope="module")
def read() -> Callable[[str], str]:
    """Wording → the id of what it is read as; "" where it is not read."""
    reader = load_wordings(KNOWLEDGE)
    return lambda wording: reading.meaning.id if (reading := reader.read(wording)) else ""


@every_language
def test_an_example_is_read_as_its_meaning(language: str, read: Callable[[str], str]) -> None:
    examples = list(_wordings(language, "examples"))
    assert [(wording, read(wording)) for wording, _ in examples] == examples


@every_language
def test_a_near_miss_is_read_as_something_else(language: str, read: Callable[[str], str]) -> None:
    near_misses = list(_wordings(language, "near_misses"))
    assert [(wording, meaning) for wording, meaning in near_misses if read(wording) == meaning] == []


@every_language
def test_a_language_words_only_meanings_there_are(language: str) -> None:
    assert set(LANGUAGES[language]["meanings"]) <= set(MEANINGS)


def test_english_words_every_meaning() -> None:
    assert set(LANGUAGES["en"]["meanings"]) == set(MEANINGS)
