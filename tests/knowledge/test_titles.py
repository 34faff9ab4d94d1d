"""The titles on the buttons of second questions: all of those that ask something, in every language that is spoken."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.locales.languages import parse_table
from parcelbot.written_files import read_yaml

ROOT = Path(__file__).parents[2]
SPOKEN = [traits.code for traits in parse_table(read_yaml(ROOT / "knowledge" / "languages.yml")).translated]
LONGEST = 60


def asked() -> dict[str, str]:
    files = (read_yaml(path) for path in sorted((ROOT / "knowledge" / "follow_ups").glob("*.yml")))
    entries = (entry for data in files for entry in data["follow_ups"])
    return {entry["id"]: entry["asks"] for entry in entries if entry["asks"].endswith("?")}


def test_the_english_ones_are_what_the_second_questions_ask() -> None:
    assert read_yaml(ROOT / "locales" / "titles" / "en.yml")["titles"] == asked()


@pytest.mark.parametrize("code", SPOKEN)
def test_a_language_has_all_of_them_and_each_fits_a_button(code: str) -> None:
    titles = read_yaml(ROOT / "locales" / "titles" / f"{code}.yml")["titles"]
    assert titles.keys() == asked().keys()
    assert [title for title in titles.values() if not title or len(title) > LONGEST] == []
    assert len(set(titles.values())) == len(titles), "two buttons that read alike cannot be told apart"
