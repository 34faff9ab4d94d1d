"""English as shoppers read it: days, spans, windows and moments, in the words of agents' pages."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from parcelbot.core.language import Conjunction
from parcelbot.core.parcel.windows import Unit, Window
from parcelbot.core.shopper_clock import ShopperClock
from parcelbot.core.wording import ago_words, moment_words
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import languages

ENGLISH = languages()["en"]
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (Window(48, Unit.HOURS), "48 hours"),
        (Window(1, Unit.DAYS), "1 day"),
        (Window(7, Unit.BUSINESS_DAYS), "7 business days"),
    ],
)
def test_a_window_is_told_in_its_own_unit(window: Window, words: str) -> None:
    assert ENGLISH.window(window) == words


@pytest.mark.parametrize(
    ("lasted", "span", "ago"),
    [
        (timedelta(minutes=59), "less than an hour", "within the last hour"),
        (timedelta(hours=1), "1 hour", "1 hour ago"),
        (timedelta(hours=23, minutes=59), "23 hours", "23 hours ago"),
        (timedelta(hours=35, minutes=59), "35 hours", "35 hours ago"),
        (timedelta(days=1, hours=12), "36 hours", "36 hours ago"),
        (timedelta(days=1, hours=23), "47 hours", "47 hours ago"),
        (timedelta(days=2), "2 days", "2 days ago"),
        (timedelta(days=9, hours=11), "9 days", "9 days ago"),
        (timedelta(days=9, hours=23), "9 days", "9 days ago"),
        (timedelta(minutes=-5), "less than an hour", "within the last hour"),
    ],
)
def test_a_span_is_told_in_whole_hours_or_whole_days(lasted: timedelta, span: str, ago: str) -> None:
    assert (ENGLISH.span(NOW - lasted, NOW), ENGLISH.ago(NOW - lasted, NOW)) == (span, ago)
    assert ago_words(NOW - lasted, NOW) == ago


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
    assert ENGLISH.days(first, last, TODAY) == told
    assert ENGLISH.expected(first, last, TODAY) == in_a_sentence


IN_BERLIN = NOW.astimezone(ZoneInfo("Europe/Berlin"))
OWN, GUESSED = ShopperClock(IN_BERLIN, own=True), ShopperClock(IN_BERLIN)
THURSDAY, LATER = datetime(2026, 12, 3, 16, tzinfo=timezone.utc), NOW + timedelta(hours=4)


def test_a_moment_by_a_clock_that_was_guessed_names_its_zone_as_agents_read_it() -> None:
    assert ENGLISH.moment_said(THURSDAY, GUESSED) == moment_words(THURSDAY, IN_BERLIN) == "Thu 3 December, 17:00 CET"
    assert ENGLISH.moment_said(LATER, GUESSED) == "Sat 21 November, 17:00 CET"


def test_a_moment_by_the_shoppers_own_clock_names_no_zone() -> None:
    assert ENGLISH.moment_said(THURSDAY, OWN) == ENGLISH.moment(THURSDAY, OWN) == "Thu 3 December, 17:00 your time"


def test_what_is_today_by_the_shoppers_own_clock_is_called_so_where_it_is_read_at_once() -> None:
    assert ENGLISH.moment_said(LATER, OWN) == "17:00 today"
    assert ENGLISH.moment(LATER, OWN) == "Sat 21 November, 17:00 your time"


def test_whether_it_is_today_is_told_by_the_shoppers_date() -> None:
    in_auckland = ShopperClock(NOW.astimezone(ZoneInfo("Pacific/Auckland")), own=True)
    assert ENGLISH.moment_said(NOW - timedelta(hours=3), in_auckland) == "Sat 21 November, 22:00 your time"


def test_lists_end_with_and_or_or() -> None:
    listed = ENGLISH.calendar.listed
    assert (listed(["a", "b", "c"], Conjunction.AND), listed(["a", "b"], Conjunction.OR)) == ("a, b and c", "a or b")


def test_no_day_and_no_window_are_no_words() -> None:
    assert (ENGLISH.day(None, TODAY), ENGLISH.window(None)) == ("", "")
