"""Business days as plain dates; the calendars of real countries are specified in tests/knowledge."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcelbot.core.parcel.business_days import BusinessCalendar

FRIDAY, SATURDAY, MONDAY = (date(2026, 11, day) for day in (20, 21, 23))
WEEKENDS_ONLY = BusinessCalendar()

days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
calendars = st.builds(
    BusinessCalendar,
    holidays=st.frozensets(st.dates(date(2025, 12, 1), date(2027, 6, 30)), max_size=8),
    weekend=st.frozensets(st.integers(0, 6), max_size=3),
)
few = settings(max_examples=40)


def counted(calendar: BusinessCalendar, start: date, end: date) -> int:
    """The business days after `start` up to and including `end`."""
    return sum(calendar.is_business_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def test_a_friday_is_a_business_day_and_a_saturday_is_not() -> None:
    assert WEEKENDS_ONLY.is_business_day(FRIDAY)
    assert not WEEKENDS_ONLY.is_business_day(SATURDAY)


def test_the_next_business_day_after_a_friday_is_monday() -> None:
    assert WEEKENDS_ONLY.add(FRIDAY, 1) == MONDAY


def test_adding_nothing_stays_even_at_a_weekend() -> None:
    assert WEEKENDS_ONLY.add(SATURDAY, 0) == SATURDAY


def test_a_moment_at_a_weekend_moves_to_monday_at_the_same_time() -> None:
    moment = datetime(2026, 11, 21, 8, 15, tzinfo=timezone.utc)
    assert WEEKENDS_ONLY.roll_moment(moment) == moment + timedelta(days=2)


def test_a_calendar_without_business_days_is_refused_where_one_is_needed() -> None:
    with pytest.raises(ValueError, match="without business days"):
        BusinessCalendar(weekend=frozenset(range(7))).roll_forward(MONDAY)


@few
@given(calendars, days, st.integers(0, 40))
def test_counting_undoes_adding(calendar: BusinessCalendar, start: date, amount: int) -> None:
    assert counted(calendar, start, calendar.add(start, amount)) == amount


@few
@given(calendars, days, st.integers(0, 20), st.integers(0, 20))
def test_adding_twice_is_adding_once(calendar: BusinessCalendar, start: date, first: int, second: int) -> None:
    assert calendar.add(calendar.add(start, first), second) == calendar.add(start, first + second)


@few
@given(calendars, days)
def test_rolling_forward_skips_no_business_day(calendar: BusinessCalendar, day: date) -> None:
    rolled = calendar.roll_forward(day)
    assert calendar.is_business_day(rolled)
    assert counted(calendar, day - timedelta(days=1), rolled) == 1
