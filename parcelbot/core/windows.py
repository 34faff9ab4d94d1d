"""Spans of waiting ("48h", "20d", "7bd") and the moment at which one that began at an anchor ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from parcelbot.core.calendars import BusinessCalendar

_SPELLING = re.compile(r"(\d+)(h|d|bd)")


class Unit(str, Enum):
    """What a window counts: hours, days or business days."""

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
        """The moment at which the window that opened at `anchor` is over, in `anchor`'s time zone.

        Days are whole periods of 24 hours. Business days end when the last of them begins. Hours that
        end on a weekend or holiday run on to the next business day at the same time (KOSSR: a number
        made late on Friday, at a weekend or before a holiday may show nothing until then).
        """
        if self.unit is Unit.DAYS:
            return anchor + timedelta(days=self.amount)
        if self.unit is Unit.HOURS:
            return calendar.roll_moment(anchor + timedelta(hours=self.amount))
        day = calendar.add(anchor.date(), self.amount)
        return datetime.combine(day, time.min, anchor.tzinfo)

    def __str__(self) -> str:
        return f"{self.amount}{self.unit.value}"
