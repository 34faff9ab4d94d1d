"""Business days of a route, and the windows that count on them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.parcel.windows import Window
from parcelbot.knowledge.holidays import calendar_for

UTC = timezone.utc


def test_a_holiday_at_either_end_is_no_business_day() -> None:
    calendar = calendar_for("CN", "GB", [2026])
    assert not calendar.is_business_day(date(2026, 10, 1))
    assert not calendar.is_business_day(date(2026, 8, 31))
    assert calendar.is_business_day(date(2026, 11, 25))


def test_an_unknown_end_adds_nothing() -> None:
    assert calendar_for("XX", "", [2026]) == calendar_for("", "", [2026])


def test_a_country_with_its_own_weekend_brings_it_along() -> None:
    assert not calendar_for("SA", "", [2026]).is_business_day(date(2026, 11, 27))


def test_a_route_rests_when_one_end_rests() -> None:
    calendar = calendar_for("SA", "GB", [2026])
    assert not any(calendar.is_business_day(date(2026, 11, day)) for day in (27, 28, 29))


def test_lower_case_codes_are_understood() -> None:
    assert calendar_for("gb", "", [2026]) == calendar_for("GB", "", [2026])


@pytest.mark.parametrize(
    ("made", "due"),
    [
        (datetime(2026, 11, 20, 17, 30, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 21, 9, 0, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 18, 9, 0, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 12, 24, 15, 0, tzinfo=UTC), date(2026, 12, 29)),
    ],
)
def test_two_days_that_end_in_a_break_last_until_the_first_business_day_is_over(made: datetime, due: date) -> None:
    end = Window.parse("48h").due(made, calendar_for("GB", "GB", [2026]))
    assert end.date() == due


@given(made=st.datetimes(datetime(2026, 3, 1), datetime(2026, 12, 1)), later=st.integers(1, 400))
def test_what_was_made_earlier_is_never_due_later(made: datetime, later: int) -> None:
    calendar, window, start = calendar_for("GB", "CN", [2026]), Window.parse("48h"), made.replace(tzinfo=UTC)
    assert window.due(start, calendar) <= window.due(start + timedelta(hours=later), calendar)
