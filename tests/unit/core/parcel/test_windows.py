"""Windows of waiting: how they are written and when they end."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.windows import Unit, Window, counted_from

UTC = timezone.utc
WEDNESDAY = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
WEEKENDS_ONLY = BusinessCalendar()

anchors = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))
windows = st.builds(Window, st.integers(0, 60), st.sampled_from(Unit))
holidays = st.frozensets(st.dates(date(2026, 1, 1), date(2027, 6, 30)), max_size=6)
few = settings(max_examples=40)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("48h", Window(48, Unit.HOURS)),
        ("20d", Window(20, Unit.DAYS)),
        ("7bd", Window(7, Unit.BUSINESS_DAYS)),
    ],
)
def test_a_window_is_an_amount_and_a_unit(text: str, window: Window) -> None:
    assert Window.parse(text) == window


@pytest.mark.parametrize("text", ["", "7", "d", "7 d", "-7d", "1.5d", "7w", "7D", "7d "])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a window"):
        Window.parse(text)


@few
@given(windows)
def test_a_window_is_read_as_it_is_written(window: Window) -> None:
    assert Window.parse(str(window)) == window


def test_days_end_at_the_same_time_of_day() -> None:
    assert Window(3, Unit.DAYS).due(WEDNESDAY, WEEKENDS_ONLY) == datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def test_business_days_end_when_the_last_of_them_begins() -> None:
    assert Window(3, Unit.BUSINESS_DAYS).due(WEDNESDAY, WEEKENDS_ONLY) == datetime(2026, 11, 23, tzinfo=UTC)


def test_business_days_leave_out_holidays() -> None:
    thanksgiving = BusinessCalendar(holidays=frozenset({date(2026, 11, 26)}))
    start = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
    assert Window(1, Unit.BUSINESS_DAYS).due(start, thanksgiving) == datetime(2026, 11, 27, tzinfo=UTC)


def test_hours_within_a_working_week_are_hours() -> None:
    assert Window(24, Unit.HOURS).due(WEDNESDAY, WEEKENDS_ONLY) == WEDNESDAY + timedelta(hours=24)


def test_hours_that_end_at_a_weekend_last_until_monday_is_over() -> None:
    assert Window(24, Unit.HOURS).due(FRIDAY, WEEKENDS_ONLY) == datetime.combine(
        date(2026, 11, 23), datetime.max.time(), UTC
    )


def test_a_window_ends_in_the_zone_it_began_in() -> None:
    shanghai = timezone(timedelta(hours=8))
    due = Window(2, Unit.BUSINESS_DAYS).due(datetime(2026, 11, 18, 23, 0, tzinfo=shanghai), WEEKENDS_ONLY)
    assert (due.date(), due.tzinfo) == (date(2026, 11, 20), shanghai)


@few
@given(anchors, windows, st.integers(1, 60), holidays)
def test_a_longer_window_never_ends_earlier(
    anchor: datetime, window: Window, more: int, days_off: frozenset[date]
) -> None:
    calendar, longer = BusinessCalendar(days_off), Window(window.amount + more, window.unit)
    assert longer.due(anchor, calendar) >= window.due(anchor, calendar)


@few
@given(anchors, windows, holidays)
def test_no_window_ends_on_a_day_before_it_began(anchor: datetime, window: Window, days_off: frozenset[date]) -> None:
    assert window.due(anchor, BusinessCalendar(days_off)).date() >= anchor.date()


@few
@given(anchors, windows, holidays)
def test_holidays_never_shorten_a_window(anchor: datetime, window: Window, days_off: frozenset[date]) -> None:
    assert window.due(anchor, BusinessCalendar(days_off)) >= window.due(anchor, WEEKENDS_ONLY)


@few
@given(anchors, st.integers(1, 60), st.sampled_from([Unit.HOURS, Unit.BUSINESS_DAYS]), holidays)
def test_hours_and_business_days_end_on_a_business_day(
    anchor: datetime, amount: int, unit: Unit, days_off: frozenset[date]
) -> None:
    calendar = BusinessCalendar(days_off)
    assert calendar.is_business_day(Window(amount, unit).due(anchor, calendar).date())


BERLIN = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("shown", "counted"),
    [
        ("2026-11-11T12:00-08:00", "2026-11-11T21:00+01:00"),
        ("2026-11-11T20:00-08:00", "2026-11-11T23:59:59.999999+01:00"),
        ("2026-11-12T02:00+08:00", "2026-11-12T00:00+01:00"),
        ("2026-11-12T09:00+08:00", "2026-11-12T02:00+01:00"),
        ("2026-11-12T23:30+00:00", "2026-11-12T23:59:59.999999+01:00"),
    ],
)
def test_a_window_is_counted_in_the_shops_zone_from_the_day_that_is_told_of_a_scan(shown: str, counted: str) -> None:
    assert counted_from(datetime.fromisoformat(shown), BERLIN) == datetime.fromisoformat(counted)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)), st.integers(-12, 14), st.integers(-12, 14))
def test_the_day_is_the_one_that_is_told_in_every_zone(moment: datetime, there: int, here: int) -> None:
    shown = moment.replace(tzinfo=timezone(timedelta(hours=there)))
    counted = counted_from(shown, timezone(timedelta(hours=here)))
    assert counted.date() == shown.date()
    assert abs(counted - shown) < timedelta(days=2)
