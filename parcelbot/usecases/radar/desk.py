"""Show the owner which parcels are late or will be, and have their shoppers written to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from parcelbot.core.handover.agents import Agent
from parcelbot.core.paging import Page
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.core.radar.view import LaneCount, RadarFilter, RadarLine
from parcelbot.core.radar.warning import WarningOutcome
from parcelbot.usecases.radar.scanning import RadarEyes
from parcelbot.usecases.radar.writing import RadarWriting


class RadarViews(Protocol):
    """The radar's findings, as they are shown."""

    def page(self, wanted: RadarFilter, page: int) -> Page[RadarLine]:
        """Read a page of what was found, what ends first before the rest."""

    def all(self, wanted: RadarFilter) -> Sequence[RadarLine]:
        """Read all that was found."""

    def lanes(self) -> Sequence[LaneCount]:
        """Count the open parcels by carrier and lane, those with most findings first."""

    def find(self, parcel_id: str) -> OpenParcel | None:
        """Read an open parcel by its id; None when there is none."""


@dataclass(frozen=True)
class RadarDesk:
    """The owner's use cases of the radar. `days` is how far back orders are looked at, 0 when it is switched off."""

    views: RadarViews
    eyes: RadarEyes
    writing: RadarWriting
    clock: Callable[[], datetime]
    days: int

    def write(self, parcel_id: str, agent: Agent) -> WarningOutcome:
        """Have the shopper of a parcel written to, in the words of the answer that the tables give now."""
        parcel = self.views.find(parcel_id)
        if parcel is None:
            return WarningOutcome.OVER
        finding, decided = self.eyes.judge(parcel, self.clock())
        if not finding.risk.found:
            return WarningOutcome.OVER
        return self.writing.write(parcel_id, parcel, decided, agent.email)
