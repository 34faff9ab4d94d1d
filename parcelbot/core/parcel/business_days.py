"""Business days between two ends of a route, as plain sets of dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

SATURDAY = 5
_HORIZON_DAYS = 400


@dataclass(frozen=True)
class BusinessCalendar:
    """The days on which a parcel may move: not at a weekend, not on a holiday of either end.

    `weekend` holds `date.weekday()` numbers. An empty `holidays` set means weekends only.
    """

    holidays: frozenset[date] = frozenset()
    weekend: frozenset[int] = field(default=frozenset({SATURDAY, SATURDAY + 1}))

    def is_business_day(self, day: date) -> bool:
        """True when carriers work on `day` at both ends."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def add(self, start: date, business_days: int) -> date:
        """The `business_days`-th business day after `start`; `start` itself for 0."""
        day = start
        for _ in range(business_days):
            day = self.roll_forward(day + timedelta(days=1))
        return day

    def roll_forward(self, day: date) -> date:
        """`day` itself when it is a business day, else the next one."""
        for _ in range(_HORIZON_DAYS):
            if self.is_business_day(day):
                return day
            day += timedelta(days=1)
        raise ValueError("a calendar without business days")

    def roll_moment(self, moment: datetime) -> datetime:
        """`moment` moved to the same time of day on the next business day, if it is not on one."""
        return moment + (self.roll_forward(moment.date()) - moment.date())
