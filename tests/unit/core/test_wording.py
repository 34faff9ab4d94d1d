"""Dates, spans and lists as a shopper reads them, and what may be shown of personal data."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.parcel.windows import as_told
from parcelbot.core.wording import (
    ago_words,
    day_words,
    list_words,
    mask_email,
    mask_number,
    plural,
)
from tests.unit.core.builders import NOW

TODAY = NOW.date()


def test_a_day_has_its_weekday_and_month() -> None:
    assert day_words(date(2026, 12, 3), TODAY) == "Thu 3 December"


def test_a_day_of_another_year_says_so() -> None:
    assert day_words(date(2027, 1, 4), TODAY) == "Mon 4 January 2027"


@pytest.mark.parametrize(
    ("scanned", "offset", "told"),
    [
        # in China it was Friday already, here it was not: nine full days have passed
        ("2026-11-20T00:30", 8, ("9 days ago", "Thu 19 November")),
        # late on Thursday in America, Friday here: nobody there was told of a Friday
        ("2026-11-19T20:00", -8, ("9 days ago", "Thu 19 November")),
        ("2026-11-20T10:00", 8, ("8 days ago", "Fri 20 November")),
    ],
)
def test_a_span_in_days_fits_the_date_that_is_told_with_it(scanned: str, offset: int, told: tuple[str, str]) -> None:
    at = datetime.fromisoformat(scanned).replace(tzinfo=timezone(timedelta(hours=offset)))
    now = datetime(2026, 11, 28, 17, tzinfo=timezone.utc)
    assert (ago_words(at, now), day_words(as_told(at, now.tzinfo).date(), now.date())) == told


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 20)), st.integers(-12, 14), st.integers(-12, 14))
def test_no_age_is_less_than_the_full_days_that_passed(moment: datetime, there: int, here: int) -> None:
    at = moment.replace(tzinfo=timezone(timedelta(hours=there)))
    now = datetime(2026, 11, 28, 17, tzinfo=timezone(timedelta(hours=here)))
    days = int(ago_words(at, now).split()[0])
    assert 0 <= days - (now - at).days <= 2


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
