"""Chinese in traditional characters: all that is said in it, from the one file of sentences."""

from __future__ import annotations

from datetime import date

import pytest

from parcelbot.chinese_scripts import script_of
from parcelbot.core.parcel.shipment import Status
from parcelbot.locales.form import placeholders
from tests.support.languages import all_spoken

SPOKEN = all_spoken()
WRITTEN, PLAIN = SPOKEN["zh-hant"], SPOKEN["zh"]


def test_every_sentence_is_written_in_it_with_its_places_and_commands() -> None:
    for name, texts in PLAIN.book.items():
        for plain, written in zip(texts, WRITTEN.book[name], strict=True):
            assert placeholders(written.text) == placeholders(plain.text)
            assert [button.payload for button in written.buttons] == [button.payload for button in plain.buttons]


def test_no_sentence_is_left_in_the_other_script() -> None:
    own = [name for name in PLAIN.book if script_of(PLAIN.text(name)) == "zh"]
    assert len(own) > 1000
    assert [name for name in own if script_of(WRITTEN.text(name)) == "zh"] == []


@pytest.mark.parametrize("part", ["status_words", "topics", "places", "widget", "prepared"])
def test_the_words_beside_the_sentences_are_written_in_it(part: str) -> None:
    words = getattr(WRITTEN, part)
    assert words.keys() == getattr(PLAIN, part).keys()
    assert [word for word in words.values() if script_of(word) == "zh"] == []


def test_days_spans_and_statuses_are_its_own() -> None:
    assert WRITTEN.day(date(2026, 12, 3), date(2026, 11, 28)) == "12月3日 週四"
    assert WRITTEN.counted("business_days", 5) == "5個工作日"
    assert WRITTEN.status_word(Status.DELIVERED) == "已送達"
    assert WRITTEN.calendar.country("DE") == "德國"


def test_a_title_is_known_when_it_is_typed_in_either_script() -> None:
    assert WRITTEN.pressed("修改地址") == PLAIN.pressed("修改地址")
    for title, command in PLAIN.titles.items():
        assert WRITTEN.titles[title] == command


def test_who_asks_back_asks_in_it() -> None:
    assert WRITTEN.text("utter_second_lost") == "丟了嗎？"
