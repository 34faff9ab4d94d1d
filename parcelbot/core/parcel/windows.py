"""Parse spans of waiting ("48h", "20d", "7bd") and work out when one is over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import Enum

from parcelbot.core.parcel.business_days import BusinessCalendar

_SPELLING = re.compile(r"(\d+)(h|d|bd)")


class Unit(str, Enum):
    """Unit a window is counted in: hours, days or business days."""

    HOURS = "h"
    DAYS = "d"
    BUSINESS_DAYS = "bd"


@dataclass(frozen=True)
class Window:
    """A span of waiting: `amount` of `unit`."""

    amount: int
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Window:
        """Read "48h", "20d" or "7bd"; anything else raises ValueError."""
        match = _SPELLING.fullmatch(text)
        if match is None:
            raise ValueError(f"not a window: {text!r} (write 48h, 20d or 7bd)")
        return cls(int(match[1]), Unit(match[2]))

    def due(self, anchor: datetime, calendar: BusinessCalendar) -> datetime:
        """Return the moment at which the window that opened at `anchor` is over, in `anchor`'s time zone.

        Days are whole periods of 24 hours. Business days end when the last of them begins. Hours that
        end in a weekend or holiday, or on the first business day after one, last until that day is over
        (KOSSR: a number made late on Friday, at a weekend or before a holiday may show nothing until then).
        """
        if self.unit is Unit.DAYS:
            return anchor + timedelta(days=self.amount)
        if self.unit is Unit.HOURS:
            return _given_the_first_day_back(anchor + timedelta(hours=self.amount), calendar)
        day = calendar.add(anchor.date(), self.amount)
        return datetime.combine(day, time.min, anchor.tzinfo)

    def __str__(self) -> str:
        return f"{self.amount}{self.unit.value}"


def counted_from(moment: datetime, zone: tzinfo | None) -> datetime:
    """Give the moment from which a window is counted: in `zone`, on the day that the scan's own place had.

    That day is the one that is told of it. A scan late in America is tomorrow's in Europe, one early in Japan
    yesterday's; people count from the day that they read.
    """
    here = moment.astimezone(zone)
    if here.date() == moment.date():
        return here
    return datetime.combine(moment.date(), time.max if here.date() > moment.date() else time.min, zone)


def _given_the_first_day_back(end: datetime, calendar: BusinessCalendar) -> datetime:
    # The whole day, not the same time on it: otherwise a number made earlier could be due later.
    day = calendar.roll_forward(end.date())
    after_a_break = day != end.date() or not calendar.is_business_day(day - timedelta(days=1))
    return datetime.combine(day, time.max, end.tzinfo) if after_a_break else end
