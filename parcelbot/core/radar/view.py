"""Shape what the radar shows the owner: lines, lanes, counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from parcelbot.core.radar.rules import Risk


@dataclass(frozen=True)
class RadarLine:
    """A parcel of an open order as the owner sees it; it names no shopper.

    `rule` and `row` say why, `ends_on` is the last day of its window, None before it was judged; `protected` when that
    is the buyer protection. `case` is the reference of an active ticket about it, "" for none. `carrier`, `origin` and
    `destination` are "" where nobody knows them.
    """

    id: str
    number: str
    order_number: str
    sales_channel: str
    risk: Risk
    rule: str = ""
    row: str = ""
    ends_on: date | None = None
    protected: bool = False
    in_time_percent: int | None = None
    carrier: str = ""
    origin: str = ""
    destination: str = ""
    status: str = ""
    last_scan_at: datetime | None = None
    found_at: datetime | None = None
    warned_at: datetime | None = None
    case: str = ""

    def days_left(self, today: date) -> int | None:
        """Count the days until the window ends; negative once it is over, None where it is not known."""
        return (self.ends_on - today).days if self.ends_on else None


@dataclass(frozen=True)
class LaneCount:
    """The open parcels of one carrier on one lane: all of them, and those of each risk that is told."""

    carrier: str
    origin: str
    destination: str
    travelling: int = 0
    at_risk: int = 0
    stuck: int = 0
    late: int = 0

    @property
    def found(self) -> int:
        """The number of those that the owner is told of."""
        return self.at_risk + self.stuck + self.late


@dataclass(frozen=True)
class RadarFilter:
    """The lines wanted: of one risk, carrier, or destination; None and "" for all that are told."""

    risk: Risk | None = None
    carrier: str = ""
    destination: str = ""
