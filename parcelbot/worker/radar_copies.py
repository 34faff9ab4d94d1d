"""Read what the owner's webhook is told of a parcel that the radar found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from parcelbot.core.outgoing.deliveries import Delivery
from parcelbot.core.outgoing.forwarding import ReadMarks
from parcelbot.core.radar.view import RadarLine
from parcelbot.helpdesk.protocol import RadarCopy


class RadarLines(Protocol):
    """The radar's lines, by id."""

    def line(self, parcel_id: str) -> RadarLine | None:
        """Read the line of an open parcel; None when there is none."""


@dataclass(frozen=True)
class RadarCopier:
    """A `courier.Copies` over the radar. `page` is the address of its page in the inbox."""

    lines: RadarLines
    page: str
    clock: Callable[[], datetime]

    def copy(self, delivery: Delivery) -> RadarCopy | None:
        """Copy the finding as it stands now; None when the parcel is no longer open."""
        line = self.lines.line(delivery.reference)
        return RadarCopy(_told(line, self.clock(), self.page)) if line else None

    def read_marks(self, reference: str) -> ReadMarks:  # noqa: ARG002 - a finding belongs to no conversation
        """Tell of nobody that they have read it."""
        return ReadMarks()


def _told(line: RadarLine, now: datetime, page: str) -> dict[str, str | int | bool | None]:
    """Shape the body: nothing of the shopper is in it."""
    return {
        "type": "radar.found",
        "id": line.id,
        "tracking_number": line.number,
        "order_number": line.order_number,
        "sales_channel": line.sales_channel,
        "risk": line.risk.value,
        "rule": line.rule,
        "row": line.row,
        "window_ends": line.ends_on.isoformat() if line.ends_on else None,
        "days_left": line.days_left(now.date()),
        "window_is_protection": line.protected,
        "in_time_percent": line.in_time_percent,
        "carrier": line.carrier,
        "origin": line.origin,
        "destination": line.destination,
        "status": line.status,
        "last_scan_at": line.last_scan_at.isoformat() if line.last_scan_at else None,
        "found_at": line.found_at.isoformat() if line.found_at else None,
        "page": page,
    }
