"""When somebody is at work, and when a first answer is due."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.parcel.business_days import BusinessCalendar

UTC = timezone.utc
NINE_TO_SIX = SupportHours(time(9), time(18))

moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))
spans = st.timedeltas(timedelta(minutes=1), timedelta(hours=60))
support_hours = st.builds(
    SupportHours,
    opens=st.times(time(6), time(11)),
    closes=st.times(time(12), time(22)),
    calendar=st.builds(BusinessCalendar, st.frozensets(st.dates(date(2026, 1, 1), date(2027, 3, 31)), max_size=6)),
)
few = settings(max_examples=40)


def on(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (on(20, 8, 59), False),
        (on(20, 9), True),
        (on(20, 17, 59), True),
        (on(20, 18), False),
        (on(21, 12), False),
    ],
)
def test_support_is_open_from_opening_until_closing_on_business_days(moment: datetime, is_open: bool) -> None:
    assert NINE_TO_SIX.open_at(moment) is is_open


@pytest.mark.parametrize(
    ("moment", "working_h", "due"),
    [
        pytest.param(on(19, 10), 4, on(19, 14), id="within the day"),
        pytest.param(on(19, 16), 4, on(20, 11), id="over night"),
        pytest.param(on(19, 6), 4, on(19, 13), id="before opening"),
        pytest.param(on(19, 20), 4, on(20, 13), id="after closing"),
        pytest.param(on(20, 16), 4, on(23, 11), id="over a weekend"),
        pytest.param(on(21, 3), 4, on(23, 13), id="from a Saturday"),
        pytest.param(on(19, 14), 4, on(19, 18), id="until closing"),
        pytest.param(on(19, 10), 24, on(23, 16), id="over several days"),
    ],
)
def test_only_working_hours_count(moment: datetime, working_h: int, due: datetime) -> None:
    assert NINE_TO_SIX.due(moment, timedelta(hours=working_h)) == due


def test_a_holiday_is_no_working_day() -> None:
    hours = SupportHours(time(9), time(18), BusinessCalendar(frozenset({date(2026, 11, 20)})))
    assert hours.due(on(19, 17), timedelta(hours=2)) == on(23, 10)


def test_hours_are_those_of_the_zone_passed_in() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    due = NINE_TO_SIX.due(datetime(2026, 10, 23, 17, 0, tzinfo=berlin), timedelta(hours=4))
    assert due == datetime(2026, 10, 26, 12, 0, tzinfo=berlin)


@pytest.mark.parametrize(("opens", "closes"), [(time(18), time(9)), (time(9), time(9))])
def test_hours_that_never_open_are_refused(opens: time, closes: time) -> None:
    with pytest.raises(ValueError, match="not before it closes"):
        SupportHours(opens, closes)


@few
@given(support_hours, moments, spans)
def test_what_is_due_is_due_while_somebody_is_at_work(
    hours: SupportHours, moment: datetime, working: timedelta
) -> None:
    due = hours.due(moment, working)
    assert hours.calendar.is_business_day(due.date())
    assert hours.opens <= due.time() <= hours.closes


@few
@given(support_hours, moments, spans)
def test_an_answer_is_never_due_sooner_than_its_working_time(
    hours: SupportHours, moment: datetime, working: timedelta
) -> None:
    assert hours.due(moment, working) - moment >= working


@few
@given(support_hours, moments, spans, st.timedeltas(timedelta(0), timedelta(days=10)))
def test_who_asks_later_is_never_answered_earlier(
    hours: SupportHours, moment: datetime, working: timedelta, later: timedelta
) -> None:
    assert hours.due(moment + later, working) >= hours.due(moment, working)


@few
@given(support_hours, moments, spans, spans)
def test_working_time_adds_up(hours: SupportHours, moment: datetime, first: timedelta, second: timedelta) -> None:
    assert hours.due(hours.due(moment, first), second) == hours.due(moment, first + second)


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (on(20, 10, 30), on(20, 10, 30)),
        (on(20, 7), on(20, 9)),
        (on(20, 18), on(23, 9)),
        (on(21, 12), on(23, 9)),
    ],
)
def test_the_team_is_back_at_the_next_opening(moment: datetime, opening: datetime) -> None:
    assert NINE_TO_SIX.opening(moment) == opening


def test_after_a_holiday_the_team_is_back_on_the_next_working_day() -> None:
    closed = SupportHours(time(9), time(18), BusinessCalendar(frozenset({date(2026, 12, 25), date(2026, 12, 28)})))
    christmas_eve = datetime(2026, 12, 24, 19, tzinfo=UTC)
    assert closed.opening(christmas_eve) == datetime(2026, 12, 29, 9, tzinfo=UTC)
    assert closed.due(christmas_eve, timedelta(hours=4)) == datetime(2026, 12, 29, 13, tzinfo=UTC)


@pytest.mark.parametrize("friday", [date(2026, 3, 27), date(2026, 10, 23)])
def test_over_a_change_of_the_clocks_the_promise_is_in_the_new_time(friday: date) -> None:
    lisbon = ZoneInfo("Europe/Lisbon")
    asked = datetime.combine(friday, time(17), lisbon)
    due = NINE_TO_SIX.due(asked, timedelta(hours=4))
    assert due == datetime.combine(friday + timedelta(days=3), time(12), lisbon)
    assert due.utcoffset() != asked.utcoffset()
