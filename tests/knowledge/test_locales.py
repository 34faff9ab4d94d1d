"""Every language file, as far as a machine can judge it: a new file is tested as soon as it is there."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import eldc
import pytest

from parcelbot.core.dialogue.script import NO_WORDS
from parcelbot.core.languages import LaunchStatus
from parcelbot.locales.checks import Checked, check
from parcelbot.locales.files import languages_in, read_yaml
from parcelbot.locales.form import without_placeholders
from parcelbot.locales.languages import load_languages, parse_table
from parcelbot.locales.source import English, read_source
from parcelbot.locales.translation import Translation, read_translation

ROOT = Path(__file__).resolve().parents[2]
LOCALES, KNOWLEDGE = ROOT / "locales", ROOT / "knowledge"
CODES = languages_in(LOCALES)
TABLE = parse_table(read_yaml(KNOWLEDGE / "languages.yml"))
#: Of the longer sentences so many are identified as the language they are in.
LEAST_IDENTIFIED = 0.97
LEAST_LETTERS = 60


@cache
def english() -> English:
    return read_source(LOCALES, KNOWLEDGE)


@cache
def translation(code: str) -> Translation:
    return read_translation(LOCALES / f"{code}.yml")


@cache
def checked(code: str) -> Checked:
    return check(english(), translation(code))


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_said_that_cannot_be_right(code: str) -> None:
    assert checked(code).faults == []


@pytest.mark.parametrize("code", [traits.code for traits in TABLE.translated if traits.code != "en"])
def test_a_language_that_is_spoken_has_a_file_and_a_full_one_says_everything(code: str) -> None:
    assert code in CODES
    if TABLE.languages[code].status is LaunchStatus.FULL:
        assert checked(code).missing == []


@pytest.mark.parametrize("code", [code for code in CODES if TABLE.languages[code].status is LaunchStatus.FULL])
def test_what_is_left_out_once_it_is_known_is_a_sentence_of_its_own_in_each_language(code: str) -> None:
    languages = load_languages(LOCALES, KNOWLEDGE)
    said, whole = languages[code].book, languages["en"].book
    texts = [(name, at, text) for name in whole for at, text in enumerate(whole[name]) if len(text.marks) > 1]
    assert [(name, at) for name, at, text in texts if said[name][at].marks != text.marks] == []


@pytest.mark.parametrize("code", CODES)
def test_sentences_are_in_the_language_of_their_file(code: str) -> None:
    eldc.init()
    texts = [saying.text for sayings in translation(code).responses.values() for saying in sayings]
    least = LEAST_LETTERS // 4 if code in ("ja", "zh", "ko") else LEAST_LETTERS
    long = [words for words in map(without_placeholders, texts) if sum(map(str.isalpha, words)) >= least]
    found = Counter(map(eldc.detect, long))
    assert found[code] >= LEAST_IDENTIFIED * len(long), found.most_common(4)


@pytest.mark.parametrize("code", CODES)
def test_a_response_says_different_things_each_time(code: str) -> None:
    same = [name for name, said in translation(code).responses.items() if len({s.text for s in said}) < len(said)]
    assert same == []


@pytest.mark.parametrize("code", CODES)
def test_the_file_names_its_language_and_who_has_read_it(code: str) -> None:
    assert (translation(code).language, translation(code).reviewed in ("machine-checked", "native")) == (code, True)


def test_what_is_said_of_other_languages_names_those_that_are_spoken() -> None:
    book = load_languages(LOCALES, KNOWLEDGE)["en"].book
    words = {"languages": "English", "yes": "Yes, please", **NO_WORDS}
    told = [texts[0].text.format_map(words) for name, texts in book.items() if name.startswith("utter_other_language_")]
    assert [text for text in told if "English" not in text or "Yes, please" not in text] == []
