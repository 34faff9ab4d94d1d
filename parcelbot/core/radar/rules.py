"""Decide by the rows of `knowledge/radar.yml` whether a parcel is late or will be, and who is written to of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from parcelbot.core.answering.tables import Escalate, Rule, Urgency, Windows, first_that_applies, rule_fields
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import LookupOutcome, Stage, Status
from parcelbot.core.parcel.windows import Window


class Risk(str, Enum):
    """Standing of a parcel: in order, probably too late, stuck until somebody acts, or late already."""

    NONE = "none"
    AT_RISK = "at_risk"
    STUCK = "stuck"
    LATE = "late"

    @property
    def found(self) -> bool:
        """True when the owner is told of it."""
        return self is not Risk.NONE


@dataclass(frozen=True)
class RadarFacts:
    """The facts that a row of the radar may ask for; None for what is not known.

    `table`, `row` (as "table/row"), `urgency` and `escalate` are of the answer that the shopper would get today.
    `days_left` is how long the order's window lasts, negative once it is over; `protected` when it is the marketplace's
    buyer protection. `in_time_percent` is how many of a hundred parcels like it came by then. `longer_than_all`: it has
    been in its stage for longer than any parcel we know.
    """

    table: str = ""
    row: str = ""
    urgency: Urgency = Urgency.CALM
    escalate: Escalate = Escalate.NONE
    lookup: LookupOutcome = LookupOutcome.PENDING
    status: Status | None = None
    stage: Stage = Stage.NO_SCAN
    sales_channel: SalesChannel = SalesChannel.SHOP
    destination: str = ""
    days_left: int | None = None
    protected: bool = False
    in_time_percent: int | None = None
    longer_than_all: bool = False


@dataclass(frozen=True)
class RadarRow(Rule):
    """Line of the radar. `writes`: the shopper is written to by itself."""

    risk: Risk
    writes: bool


@dataclass(frozen=True)
class RadarRules:
    """The rows, and within how long from the order a parcel without buyer protection has to be there."""

    rows: tuple[RadarRow, ...]
    delivery: Window

    def decide(self, facts: RadarFacts) -> RadarRow:
        """Find the first row that applies; LookupError when none does (the linter demands a catch-all)."""
        return first_that_applies(self.rows, facts, "the radar")


def parse_radar(data: Mapping[str, Any], windows: Windows) -> RadarRules:
    """Build the rules from their parsed YAML; a bad name or value raises ValueError or KeyError."""
    return RadarRules(
        rows=tuple(_parse_row(row) for row in data["rows"]), delivery=windows[data["delivery_within"].lstrip("@")]
    )


def _parse_row(data: Mapping[str, Any]) -> RadarRow:
    then = data["then"]
    return RadarRow(risk=Risk(then["risk"]), writes=then["writes"], **rule_fields(data, {}))
