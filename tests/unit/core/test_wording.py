"""Dates, spans and lists as a shopper reads them, and what may be shown of personal data."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.wording import (
    ago_words,
    day_words,
    days_since,
    list_words,
    mask_email,
    mask_number,
    plural,
    zone_words,
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
        # 9 days and half an hour
        ("2026-11-20T00:30", 8, ("9 days ago", "Fri 20 November")),
        # 8 days and 13 hours, with nine midnights
        ("2026-11-19T20:00", -8, ("8 days ago", "Thu 19 November")),
        # two midnights lie between, in a night and a day
        ("2026-11-26T23:30", 0, ("41 hours ago", "Thu 26 November")),
        ("2026-11-25T13:30", -5, ("2 days ago", "Wed 25 November")),
        ("2026-11-27T16:30", -5, ("19 hours ago", "Fri 27 November")),
        ("2026-11-27T05:30", -5, ("30 hours ago", "Fri 27 November")),
        ("2026-11-26T12:00", -5, ("2 days ago", "Thu 26 November")),
        ("2026-11-24T16:00", 13, ("4 days ago", "Tue 24 November")),
        ("2026-11-24T23:00", -10, ("3 days ago", "Tue 24 November")),
        ("2026-11-29T06:00", 13, ("within the last hour", "Sun 29 November")),
    ],
)
def test_an_age_is_of_whole_days_beside_the_date_of_the_place(scanned: str, offset: int, told: tuple[str, str]) -> None:
    at = datetime.fromisoformat(scanned).replace(tzinfo=timezone(timedelta(hours=offset)))
    now = datetime(2026, 11, 28, 17, tzinfo=timezone.utc)
    assert (ago_words(at, now), day_words(at.date(), now.date())) == told


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 11, 26)),
    st.integers(-12, 14),
    st.integers(-12, 14),
    st.integers(0, 23),
)
def test_an_age_is_the_same_wherever_it_is_asked_for_and_never_above_the_full_days(
    moment: datetime, there: int, here: int, hour: int
) -> None:
    at = moment.replace(tzinfo=timezone(timedelta(hours=there)))
    now = datetime(2026, 11, 28, hour, tzinfo=timezone(timedelta(hours=here)))
    days = days_since(at, now)
    assert days == (now - at).days == days_since(at, now.astimezone(timezone.utc))
    if now - at >= timedelta(hours=48):
        assert ago_words(at, now) == f"{plural(days, 'day')} ago"


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Europe/Berlin", "CET"),
        ("UTC", "UTC"),
        ("Pacific/Auckland", "NZDT"),
        # letters that others read as American ones
        ("Asia/Shanghai", "UTC+8"),
        ("Asia/Manila", "UTC+8"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/Chicago", "CST"),
        ("Asia/Dubai", "UTC+4"),
        ("Asia/Kathmandu", "UTC+5:45"),
        ("America/Sao_Paulo", "UTC-3"),
    ],
)
def test_a_zone_has_a_short_name_and_one_without_letters_its_distance(zone: str, name: str) -> None:
    assert zone_words(datetime(2026, 12, 3, 16, tzinfo=ZoneInfo(zone))) == name


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
