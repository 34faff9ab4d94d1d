"""Other languages, by messages whose writers had not seen the examples of that language; each as the first of its talk.

Floors lie a few points below what was measured; falling below one means something has broken. Three are lower: Swedish
and Ukrainian are unknown to one of the two encoders, and Polish is understood a little less well.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
import yaml

from actions.turn import read_message
from benchmarks.nlu.languages import judged
from benchmarks.nlu.messages import read_held_out, read_held_out_languages
from benchmarks.nlu.scores import Scores
from parcelbot.core.questions import DANGERS
from tests.nlu.conftest import Understand

#: Of a language without examples nothing is promised.
HELD_OUT = {
    code: messages
    for code, messages in read_held_out_languages().items()
    if Path(f"locales/examples/{code}.yml").is_file()
}
FLOOR = 0.9
_LOWER = {"pl": 0.85, "sv": 0.8, "uk": 0.85}

every_language = pytest.mark.parametrize("code", HELD_OUT)


@pytest.fixture(scope="module")
def parsed(understand: Understand) -> dict[str, list[dict[str, Any]]]:
    return {code: understand([message.text for message in messages]) for code, messages in HELD_OUT.items()}


@pytest.fixture(scope="module")
def english(understand: Understand) -> Scores:
    messages = read_held_out()
    return _judged(messages, understand([message.text for message in messages]))


def _judged(messages: Any, found: list[dict[str, Any]]) -> Scores:
    return judged(messages, [(one["intent"]["name"], one["intent"]["confidence"]) for one in found])[0]


@every_language
def test_most_messages_are_understood_as_they_were_meant(
    code: str, parsed: dict[str, list[dict[str, Any]]], english: Scores, measured: Callable[[str], None]
):
    figures = _judged(HELD_OUT[code], parsed[code])
    measured(f"{code}: {figures.accuracy:.1%} right, {figures.lenient:.1%} leniently (English {english.lenient:.1%})")
    assert figures.lenient >= _LOWER.get(code, FLOOR)


@every_language
def test_what_is_not_ours_is_caught_with_few_false_alarms(code: str, parsed: dict[str, list[dict[str, Any]]]):
    figures = _judged(HELD_OUT[code], parsed[code])
    assert figures.caught >= 0.6
    assert figures.false_alarms <= 0.13


@every_language
def test_the_language_is_told_although_nothing_went_before(code: str, parsed: dict[str, list[dict[str, Any]]]):
    assert mean(one["language"]["code"] == code for one in parsed[code]) >= 0.88
    assert not any(one["language"]["sure"] and one["language"]["code"] != code for one in parsed[code])


def test_dangers_are_recognised_in_words_that_no_phrase_has(understand: Understand, measured: Callable[[str], None]):
    cases = yaml.safe_load(Path("tests/nlu/dangers_elsewhere.yml").read_text(encoding="utf-8"))["dangers"]
    parsed = understand([case["text"] for case in cases])
    missed = [case["text"] for case, one in zip(cases, parsed, strict=True) if read_message(one).intent not in DANGERS]
    measured(f"Safety in other languages: {len(cases) - len(missed)} of {len(cases)} recognised; not: {missed}")
    assert len(missed) <= len(cases) // 5


def test_no_other_message_is_taken_for_a_danger(parsed: dict[str, list[dict[str, Any]]]):
    pairs = [(m, one) for code, messages in HELD_OUT.items() for m, one in zip(messages, parsed[code], strict=True)]
    false = [m.text for m, one in pairs if m.intent not in DANGERS and read_message(one).intent in DANGERS]
    assert len(false) <= len(pairs) // 200
