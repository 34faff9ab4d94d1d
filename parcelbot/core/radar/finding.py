"""Find out how a parcel of an open order stands: late, soon late, stuck or in order, why, and how long it has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.shipment import LookupOutcome, Status, Substatus
from parcelbot.core.parcel.usual_arrival import Chance
from parcelbot.core.parcel.windows import Window
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.core.radar.rules import RadarFacts, RadarRules, Risk

_RETURNED = frozenset({Substatus.EXCEPTION_RETURNED})


class RadarEnd(str, Enum):
    """Reason why the radar looks at a parcel no more."""

    IN_TIME = "in_time"
    LATE = "late"
    CAME_BACK = "came_back"
    NEVER_SEEN = "never_seen"


@dataclass(frozen=True)
class RadarFinding:
    """The standing of a parcel on one day.

    `rule` is the row of the radar, `row` that of the answering tables, as "table/row". `ends_on` is the last day of
    the order's window, `protected` when that is the buyer protection. `in_time_percent` as in `RadarFacts`. `carrier`,
    `origin` and `destination` are as far as anybody knows them. `writes`: the shopper is to be written to by itself.
    `end` is set once the way is over.
    """

    risk: Risk
    rule: str
    row: str
    ends_on: date
    protected: bool
    in_time_percent: int | None = None
    carrier: str = ""
    origin: str = ""
    destination: str = ""
    status: str = ""
    last_scan_at: datetime | None = None
    writes: bool = False
    end: RadarEnd | None = None


def window_of(parcel: OpenParcel, delivery: Window, calendar: BusinessCalendar, zone: tzinfo | None) -> date:
    """Give the last day for a parcel to be there: the end of its buyer protection, else of the delivery time."""
    if parcel.protected_until is not None:
        return parcel.protected_until
    return delivery.due(parcel.placed_at.astimezone(zone), calendar).date()


def find(
    parcel: OpenParcel, decided: DecidedEnquiry, ends_on: date, chance: Chance | None, rules: RadarRules
) -> RadarFinding:
    """Find out how a parcel stands by the answer that its shopper would get now, and by parcels like it."""
    facts, shipment = _facts(parcel, decided, ends_on, chance), decided.shipment
    row = rules.decide(facts)
    end = _end(decided, ends_on)
    return RadarFinding(
        risk=Risk.NONE if end else row.risk,
        rule=row.id,
        row=facts.row,
        ends_on=ends_on,
        protected=facts.protected,
        in_time_percent=facts.in_time_percent,
        carrier=(shipment.carrier if shipment else "") or parcel.carrier,
        origin=shipment.origin if shipment else "",
        destination=(shipment.destination if shipment else "") or parcel.destination,
        status=facts.status.value if facts.status else facts.lookup.value,
        last_scan_at=decided.facts.last_scan_at,
        writes=row.writes and row.risk.found and end is None,
        end=end,
    )


def next_look(now: datetime, zone: tzinfo | None) -> datetime:
    """Give the moment at which a parcel without news is judged again: early on the next day, as days end windows."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(0, 30), zone)


def _facts(parcel: OpenParcel, decided: DecidedEnquiry, ends_on: date, chance: Chance | None) -> RadarFacts:
    facts, answer = decided.facts, decided.answer
    return RadarFacts(
        table=answer.table,
        row=answer.row_name,
        urgency=answer.row.then.urgency,
        escalate=answer.row.then.escalate,
        lookup=facts.lookup,
        status=facts.status,
        stage=facts.stage,
        sales_channel=facts.sales_channel,
        destination=parcel.destination,
        days_left=(ends_on - facts.now.date()).days,
        protected=parcel.protected_until is not None,
        in_time_percent=chance.percent if chance else None,
        longer_than_all=chance is not None and chance.alike == 0,
    )


def _end(decided: DecidedEnquiry, ends_on: date) -> RadarEnd | None:
    """Tell how the way ended; None while it goes on, or where nobody can be sure."""
    facts = decided.facts
    if facts.lookup is not LookupOutcome.FOUND or facts.contradicted or facts.long_over:
        return None
    if facts.status is Status.DELIVERED and not facts.destination_mismatch and facts.last_scan_at is not None:
        return RadarEnd.IN_TIME if facts.last_scan_at.date() <= ends_on else RadarEnd.LATE
    return RadarEnd.CAME_BACK if facts.substatus in _RETURNED else None
