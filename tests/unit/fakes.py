"""Stand-ins for what the use cases need, and tables just large enough to decide with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from parcelbot.core.calendars import BusinessCalendar
from parcelbot.core.orders import Order
from parcelbot.core.shipment import Lookup, LookupOutcome
from parcelbot.core.support_hours import SupportHours
from parcelbot.core.tables import Row, Table, Tables, parse_row, parse_table
from parcelbot.core.tickets import Priority, Ticket, TicketDraft
from parcelbot.knowledge import Knowledge
from parcelbot.orders.protocol import OrderDirectory, OrderError
from parcelbot.services import Services, Support
from parcelbot.tracking.protocol import TrackingProvider
from tests.unit.tracking.fakes import FakeProvider

#: A Saturday.
NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)

FIRST_RESPONSE = {
    Priority.NORMAL: timedelta(hours=8),
    Priority.HIGH: timedelta(hours=4),
    Priority.URGENT: timedelta(hours=1),
}


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


#: Decides by nothing but how the look-up went.
BY_LOOKUP = tables(
    by_lookup=[
        row_data("down", {"lookup": "unavailable"}, response="utter_down", escalate="offer"),
        row_data("silent", {"lookup": "found"}, response="utter_silent", wait="5bd", wait_from="last_scan_at"),
        row_data("general", response="utter_general"),
    ]
)


@dataclass
class FakeOrders:
    """Orders in memory, or a directory that is down; remembers what it was asked."""

    orders: tuple[Order, ...] = ()
    down: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)

    def find(self, order_number: str, email: str) -> Order | None:
        self.asked.append((order_number, email))
        if self.down:
            raise OrderError("down")
        return next((o for o in self.orders if o.belongs_to(order_number, email)), None)


@dataclass
class FakeTickets:
    """Tickets in memory."""

    kept: dict[str, Ticket] = field(default_factory=dict)

    def find_active(self, draft: TicketDraft) -> Ticket | None:
        return next((t for t in self.kept.values() if t.draft.key == draft.key and t.status.active), None)

    def find(self, reference: str) -> Ticket | None:
        return self.kept.get(reference)

    def of_conversation(self, conversation_id: str) -> Sequence[Ticket]:
        return [t for t in self.kept.values() if t.draft.conversation_id == conversation_id]

    def save(self, ticket: Ticket) -> None:
        self.kept[ticket.reference] = ticket


@dataclass
class FakeCalendars:
    """Weekends everywhere; remembers for which routes and years it was asked."""

    asked: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)

    def __call__(self, origin: str, destination: str, years: Iterable[int]) -> BusinessCalendar:
        self.asked.append((origin, destination, tuple(years)))
        return BusinessCalendar()


def knowledge(decisions: Tables = BY_LOOKUP) -> Knowledge:
    words = {
        "in_transit": "On its way",
        "in_transit/in_transit_departure": "Left the country",
        "delivered": "Delivered",
    }
    return Knowledge(decisions, {}, {}, {}, (), (), (), words, {})


def services(
    tracking: TrackingProvider | None = None,
    orders: OrderDirectory | None = None,
    tickets: FakeTickets | None = None,
    calendars: FakeCalendars | None = None,
    now: datetime = NOW,
) -> Services:
    """The use cases over stand-ins: by default nothing is found anywhere."""
    return Services(
        knowledge=knowledge(),
        tracking=tracking or FakeProvider(Lookup(LookupOutcome.NOT_FOUND)),
        orders=orders or FakeOrders(),
        tickets=tickets or FakeTickets(),
        support=Support(SupportHours(time(9), time(18)), FIRST_RESPONSE),
        clock=lambda: now,
        calendar_for=calendars or FakeCalendars(),
    )
