"""Count with business days of a route: days on which carriers work at both ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

SATURDAY = 5
_HORIZON_DAYS = 400


@dataclass(frozen=True)
class BusinessCalendar:
    """Days on which a parcel may move: not at a weekend, not on a holiday of either end.

    `weekend` holds `date.weekday()` numbers. An empty `holidays` set means weekends only.
    """

    holidays: frozenset[date] = frozenset()
    weekend: frozenset[int] = field(default=frozenset({SATURDAY, SATURDAY + 1}))

    def is_business_day(self, day: date) -> bool:
        """Tell whether carriers work on `day` at both ends."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def add(self, start: date, business_days: int) -> date:
        """Return the `business_days`-th business day after `start`; `start` itself for 0."""
        day = start
        for _ in range(business_days):
            day = self.roll_forward(day + timedelta(days=1))
        return day

    def roll_forward(self, day: date) -> date:
        """Return `day` itself when it is a business day, else the next one; ValueError when no day is one."""
        for _ in range(_HORIZON_DAYS):
            if self.is_business_day(day):
                return day
            day += timedelta(days=1)
        raise ValueError("a calendar without business days")

    def roll_moment(self, moment: datetime) -> datetime:
        """Move `moment` to the same time of day on the next business day, if it is not on one."""
        return moment + (self.roll_forward(moment.date()) - moment.date())
