"""Facts that follow from others: whether it comes in time for the day it is wanted for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from parcelbot.core.answering.facts import Facts
from parcelbot.core.parcel.arrival import Arrival, ArrivalSource
from tests.unit.core.builders import NOW

TODAY = NOW.date()


def arriving(first: int, last: int) -> Arrival:
    return Arrival(TODAY + timedelta(days=first), TODAY + timedelta(days=last), ArrivalSource.PROVIDER)


def needed(in_days: int) -> date:
    return TODAY + timedelta(days=in_days)


@pytest.mark.parametrize(
    ("arrival", "needed_by", "in_time"),
    [
        (arriving(2, 4), needed(5), True),
        (arriving(2, 4), needed(4), True),
        (arriving(2, 4), needed(3), False),
        (arriving(2, 4), needed(1), False),
        (None, needed(3), None),
        (arriving(2, 4), None, None),
        (arriving(-4, -2), needed(-1), None),
    ],
)
def test_in_time_is_the_whole_estimate_before_a_day_that_is_still_to_come(
    arrival: Arrival | None, needed_by: date | None, in_time: bool | None
) -> None:
    assert Facts(now=NOW, arrival=arrival, needed_by=needed_by).arrival_in_time is in_time


@pytest.mark.parametrize(("needed_by", "named"), [(needed(0), True), (needed(-1), False), (None, False)])
def test_a_day_that_is_over_is_no_deadline_any_more(needed_by: date | None, named: bool) -> None:
    assert Facts(now=NOW, needed_by=needed_by).deadline_named is named


@pytest.mark.parametrize(
    ("plan_day", "needed_by", "in_time"),
    [
        (needed(4), needed(6), True),
        (needed(6), needed(6), False),
        (needed(8), needed(6), False),
        (None, needed(6), False),
    ],
)
def test_there_is_time_to_step_in_where_the_plan_ends_before_the_day_it_is_needed(
    plan_day: date | None, needed_by: date | None, in_time: bool
) -> None:
    assert Facts(now=NOW, plan_day=plan_day, needed_by=needed_by).plan_in_time is in_time
