"""Calculate with the support team's working hours: when somebody is at work, when an answer is due."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from parcelbot.core.parcel.business_days import BusinessCalendar


@dataclass(frozen=True)
class SupportHours:
    """Working hours on business days, in the time zone of the datetimes passed in.

    Hours that do not open before they close raise ValueError: no working time would ever pass.
    """

    opens: time
    closes: time
    calendar: BusinessCalendar = field(default_factory=BusinessCalendar)

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError(
                f"support opens at {self.opens:%H:%M}, which is not before it closes at {self.closes:%H:%M}"
            )

    def open_at(self, moment: datetime) -> bool:
        """Tell whether somebody is at work."""
        return self.calendar.is_business_day(moment.date()) and self.opens <= moment.time() < self.closes

    def due(self, moment: datetime, working: timedelta) -> datetime:
        """Give the moment by which `working` time has passed, counting working hours only."""
        cursor = self.opening(moment)
        left = working
        while (until_close := self._close_of(cursor) - cursor) < left:
            left -= until_close
            cursor = self.opening(self._close_of(cursor))
        return cursor + left

    def opening(self, moment: datetime) -> datetime:
        """Give the moment when somebody is at work next; `moment` itself while the team works."""
        if self.open_at(moment):
            return moment
        opening = datetime.combine(moment.date(), self.opens, moment.tzinfo)
        if moment >= opening:
            opening += timedelta(days=1)
        return self.calendar.roll_moment(opening)

    def _close_of(self, moment: datetime) -> datetime:
        return datetime.combine(moment.date(), self.closes, moment.tzinfo)
