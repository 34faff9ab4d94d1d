"""Spans and days in other languages, as shoppers write them."""

from __future__ import annotations

from datetime import date

import pytest

from parcelbot.reading.time_words import time_words

TODAY = date(2026, 11, 29)


def times(language: str, text: str) -> list[str]:
    words = time_words(language)
    assert words is not None
    spans, days = words.find_durations(text), words.find_days(text, TODAY)
    return [mention.value for mention in (*spans, *days)]


SPANS = """
de|seit 9 Tagen nichts|9d
de|vor zwei Wochen|14d
de|3 Werktage|3bd
de|seit anderthalb Wochen|10d
nl|al 10 dagen geen update|10d
es|hace nueve días|9d
es|3 días hábiles|3bd
fr|depuis 2 semaines|14d
it|da 15 giorni|15d
it|5 giorni lavorativi|5bd
pt|há 8 dias|8d
ru|уже неделю|7d
ru|полторы недели|10d
uk|вже два тижні|14d
pl|od dziewięciu dni|9d
tr|9 gündür hareket yok|9d
tr|iki haftadır|14d
sv|i 5 dagar|5d
ar|منذ ٩ أيام|9d
ar|منذ أسبوعين|14d
ja|9日間動いていません|9d
ja|２週間|14d
zh|已经9天了|9d
zh|三个星期|21d
ko|9일째|9d
ko|일주일|7d
""".strip().splitlines()
DAYS = """
de|seit Dienstag steht da nichts neues|2026-11-24
de|am 3. November bestellt|2026-11-03
de|bestellt am 3.11.|2026-11-03
de|gestern|2026-11-28
nl|sinds vrijdag|2026-11-27
es|desde el 12 de noviembre|2026-11-12
es|desde el lunes|2026-11-23
fr|depuis le 1er novembre|2026-11-01
it|dal 3 novembre|2026-11-03
pt|desde segunda-feira|2026-11-23
ru|с 3 ноября|2026-11-03
ru|в среду|2026-11-25
uk|з 5 листопада|2026-11-05
pl|od środy|2026-11-25
tr|3 Kasım|2026-11-03
sv|sedan 3 november|2026-11-03
ar|منذ 3 نوفمبر|2026-11-03
ja|11月3日に注文|2026-11-03
zh|11月3日下单|2026-11-03
ko|11월 3일|2026-11-03
""".strip().splitlines()


@pytest.mark.parametrize("row", [*SPANS, *DAYS])
def test_a_time_is_read_in_whatever_form(row: str):
    language, text, value = row.split("|")
    assert times(language, text) == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "die 2 Pakete kosten 14,5 Euro"),
        ("de", "im Jahr 2024 waren es 12.5 kg"),
        ("es", "talla 42, pedido 7401"),
        ("fr", "moi et mon mari"),
        ("it", "il 50% in meno"),
        ("ja", "3個届きました"),
    ],
)
def test_amounts_and_sizes_are_no_times(language: str, text: str):
    assert times(language, text) == []


def test_a_day_that_something_is_needed_by_lies_ahead():
    assert times("de", "ich brauche es bis Samstag") == ["2026-12-05"]
    assert times("es", "lo necesito para el 12 de diciembre") == ["2026-12-12"]


def test_the_next_weekday_is_not_the_last():
    assert times("fr", "lundi prochain") == ["2026-11-30"]


def test_a_language_without_tables_has_no_words():
    assert time_words("fi") is None
