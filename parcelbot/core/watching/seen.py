"""Sum up what a person knows of a parcel, so that news can be told from what they have heard already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.parcel.scan_wordings import Demand
from parcelbot.core.parcel.shipment import Status, Substatus


@dataclass(frozen=True)
class SeenParcel:
    """A parcel as a person was last told of it; None for the status of one that no carrier shows.

    `scan_at` is its newest physical scan, None without one. `doubted`: code and scans contradict each other, so that
    neither is news.
    """

    status: Status | None = None
    substatus: Substatus = Substatus.NONE
    scan_at: datetime | None = None
    demand: Demand = Demand.NOTHING
    doubted: bool = False

    def to_json(self) -> dict[str, Any]:
        """Give it as JSON; times are ISO 8601 with their offsets."""
        return {
            "status": self.status.value if self.status else None,
            "substatus": self.substatus.value,
            "scan_at": self.scan_at.isoformat() if self.scan_at else None,
            "demand": self.demand.value,
            "doubted": self.doubted,
        }


def seen_in(decided: DecidedEnquiry) -> SeenParcel:
    """Give the parcel as an answer shows it."""
    facts = decided.facts
    return SeenParcel(facts.status, facts.substatus, facts.last_scan_at, facts.demand, facts.contradicted)


def seen_from_json(data: Mapping[str, Any]) -> SeenParcel:
    """Read what `to_json` wrote; what is missing is not known."""
    return SeenParcel(
        status=Status(data["status"]) if data.get("status") else None,
        substatus=Substatus(data.get("substatus") or Substatus.NONE),
        scan_at=datetime.fromisoformat(data["scan_at"]) if data.get("scan_at") else None,
        demand=Demand(data.get("demand") or Demand.NOTHING),
        doubted=bool(data.get("doubted")),
    )
