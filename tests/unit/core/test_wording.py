"""Dates, spans and lists as a shopper reads them, and what may be shown of personal data."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.parcel.windows import Unit, Window
from parcelbot.core.wording import (
    ago_words,
    day_words,
    days_words,
    expected_words,
    list_words,
    mask_email,
    mask_number,
    plural,
    span_words,
    window_words,
)
from tests.unit.core.builders import NOW

TODAY = NOW.date()


def test_a_day_has_its_weekday_and_month() -> None:
    assert day_words(date(2026, 12, 3), TODAY) == "Thu 3 December"


def test_a_day_of_another_year_says_so() -> None:
    assert day_words(date(2027, 1, 4), TODAY) == "Mon 4 January 2027"


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (Window(48, Unit.HOURS), "48 hours"),
        (Window(1, Unit.DAYS), "1 day"),
        (Window(7, Unit.BUSINESS_DAYS), "7 business days"),
    ],
)
def test_a_window_is_told_in_its_own_unit(window: Window, words: str) -> None:
    assert window_words(window) == words


@pytest.mark.parametrize(
    ("lasted", "span", "ago"),
    [
        (timedelta(minutes=59), "less than an hour", "within the last hour"),
        (timedelta(hours=1), "1 hour", "1 hour ago"),
        (timedelta(hours=23, minutes=59), "23 hours", "23 hours ago"),
        (timedelta(days=1), "1 day", "1 day ago"),
        (timedelta(days=9, hours=11), "9 days", "9 days ago"),
        (timedelta(days=9, hours=23), "10 days", "10 days ago"),
        (timedelta(minutes=-5), "less than an hour", "within the last hour"),
    ],
)
def test_a_span_is_told_in_whole_hours_or_in_days_of_the_calendar(lasted: timedelta, span: str, ago: str) -> None:
    assert (span_words(NOW - lasted, NOW), ago_words(NOW - lasted, NOW)) == (span, ago)


def test_a_span_in_days_fits_the_dates_on_both_sides_of_the_world() -> None:
    scanned = datetime(2026, 11, 20, 0, 30, tzinfo=timezone(timedelta(hours=8)))
    now = datetime(2026, 11, 28, 17, tzinfo=timezone.utc)
    assert (ago_words(scanned, now), day_words(scanned.date(), now.date())) == ("8 days ago", "Fri 20 November")


@pytest.mark.parametrize(("count", "words"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_only_one_is_singular(count: int, words: str) -> None:
    assert plural(count, "day") == words


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_is_told_with_an_and_before_the_last(items: list[str], words: str) -> None:
    assert list_words(items) == words


def test_a_choice_is_told_with_an_or() -> None:
    assert list_words(["a", "b"], last="or") == "a or b"


def test_of_an_email_the_first_letter_and_the_host_may_be_shown() -> None:
    assert mask_email("karin@example.com") == "k•••@example.com"


@pytest.mark.parametrize("text", ["", "not an e-mail"])
def test_of_what_is_no_email_nothing_is_shown(text: str) -> None:
    assert mask_email(text) == ""


@given(st.text("abc.+", min_size=1, max_size=20))
def test_two_people_of_one_host_and_first_letter_look_alike(name: str) -> None:
    assert mask_email(f"{name}@example.com") == mask_email(f"{name[0]}somebody.else@example.com")


def test_of_a_number_the_last_four_characters_may_be_logged() -> None:
    assert mask_number("LP00123456789012") == "…9012"


def test_no_number_leaves_nothing_to_log() -> None:
    assert mask_number("") == ""


@given(st.text("ABC0123456789", min_size=5, max_size=30))
def test_two_numbers_of_one_ending_look_alike(number: str) -> None:
    assert mask_number(number) == mask_number("X" + number[-4:])


@pytest.mark.parametrize(
    ("first", "last", "told", "in_a_sentence"),
    [
        (date(2026, 12, 1), date(2026, 12, 1), "Tue 1 December", "on Tue 1 December"),
        (date(2026, 12, 1), date(2026, 12, 4), "Tue 1 to Fri 4 December", "between Tue 1 and Fri 4 December"),
        (
            date(2026, 11, 30),
            date(2026, 12, 4),
            "Mon 30 November to Fri 4 December",
            "between Mon 30 November and Fri 4 December",
        ),
        (
            date(2026, 12, 30),
            date(2027, 1, 4),
            "Wed 30 December to Mon 4 January 2027",
            "between Wed 30 December and Mon 4 January 2027",
        ),
    ],
)
def test_a_span_of_days_names_its_month_once(first: date, last: date, told: str, in_a_sentence: str) -> None:
    assert days_words(first, last, TODAY) == told
    assert expected_words(first, last, TODAY) == in_a_sentence
