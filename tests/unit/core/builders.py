"""Build rows, tables, parcels and tickets from the few facts that a test is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from parcelbot.core.answering.tables import Row, Table, Tables, parse_row, parse_table
from parcelbot.core.cases.priority import Priorities, parse_priorities
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.parcel.shipment import Checkpoint, Shipment, Status, Substatus
from parcelbot.core.parcel.windows import Window
from parcelbot.core.radar.rules import RadarRules, parse_radar

#: A Saturday.
NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
MONDAY = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)


#: The support team's, on every day but weekends.
HOURS = SupportHours(time(9), time(18))


def row_data(name: str, when: Mapping[str, Any] | None = None, **then: Any) -> dict[str, Any]:
    """A row as it is written in YAML."""
    return {
        "id": name,
        **({"when": dict(when)} if when else {}),
        "then": then,
        "source": {"document": "the-document", "section": "The section"},
        "basis": "faq",
        "reviewed": date(2026, 11, 21),
    }


def row(name: str = "the_row", when: Mapping[str, Any] | None = None, **then: Any) -> Row:
    return parse_row(row_data(name, when, **then), {})


def table(name: str, *rows: Mapping[str, Any], hit_policy: str = "first") -> Table:
    return parse_table({"table": name, "hit_policy": hit_policy, "rows": list(rows)}, {})


def tables(notes: Sequence[Mapping[str, Any]] = (), **answers: Sequence[Mapping[str, Any]]) -> Tables:
    """Answer tables by name; the first of them is where every question goes."""
    route = table("route", row_data("all", table=next(iter(answers))))
    return Tables(
        route, table("notes", *notes, hit_policy="collect"), {n: table(n, *rows) for n, rows in answers.items()}
    )


def priority_row(name: str, priority: str, hours: int, **when: Any) -> dict[str, Any]:
    """A row of the priorities as it is written in YAML."""
    return {**row_data(name, when), "then": {"priority": priority, "first_response_hours": hours}}


def radar_row(row_id: str, risk: str, writes: bool = False, **when: Any) -> dict[str, Any]:
    then = {"risk": risk, "writes": writes}
    return {**row_data(row_id, when, response="utter_x"), "then": then}


#: Decides by how urgent the answer was, how long ago the last contact was, and what the order is worth.
PRIORITIES: Priorities = parse_priorities(
    {
        "high_value": {"amounts": {"EUR": 150}},
        "rows": [
            priority_row("urgent_row", "urgent", 1, urgency="urgent"),
            priority_row("seen_before", "high", 4, days_since_contact="<= 14"),
            priority_row("valuable", "high", 4, high_value=True),
            priority_row("the_rest", "normal", 8),
        ],
    }
)

#: Calls by how urgent the answer was, and by how long there is time.
RADAR: RadarRules = parse_radar(
    {
        "delivery_within": "@due",
        "rows": [
            radar_row("over", "late", days_left="< 0"),
            radar_row("urgent_row", "stuck", urgency="urgent"),
            radar_row("unlikely", "at_risk", in_time_percent="< 50"),
            radar_row("in_order", "none"),
        ],
    },
    {"due": Window.parse("30d")},
)


def scan(substatus: Substatus, days_ago: float = 1, location: str = "", **fields: Any) -> Checkpoint:
    at = NOW - timedelta(days=days_ago)
    return Checkpoint(at, fields.pop("description", "Scan"), location, substatus, **fields)


def shipment(*checkpoints: Checkpoint, status: Status = Status.IN_TRANSIT, **fields: Any) -> Shipment:
    known = {"number": "LP00123456789012", "carrier": "Cainiao", "origin": "CN", "destination": "GB"}
    return Shipment(status=status, checkpoints=checkpoints, **{**known, "fetched_at": NOW, **fields})


def ticket(reference: str = "KT-AAAAAA", **changes: Any) -> Ticket:
    """A new ticket, opened on MONDAY."""
    draft = TicketDraft("c", issue="late_delivery", order_number=reference, email="shopper@example.com")
    fresh = Ticket(reference, draft, TicketStatus.NEW, MONDAY, MONDAY, MONDAY + timedelta(hours=4))
    return replace(fresh, **changes)
