"""Stand-ins for what the use cases need, and a knowledge just large enough to decide with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cache
from pathlib import Path

from parcelbot.core.answering.shop import ShopFacts
from parcelbot.core.answering.tables import Tables
from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.later_details import AddedDetails, add_details_to_all
from parcelbot.core.cases.opening import MakeTicket
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Detail, Ticket, TicketDraft
from parcelbot.core.owner.journal import JournalEntry
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.guessing import CountedBy, OrderKeys, overdone
from parcelbot.core.parcel.orders import Order
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome
from parcelbot.core.shopper_clock import Zones
from parcelbot.knowledge.loading import Knowledge
from parcelbot.locales.languages import Languages, load_languages
from parcelbot.orders.protocol import OrderDirectory, OrderError
from parcelbot.reading.time_zones import named_zone
from parcelbot.tracking.protocol import TrackingProvider
from parcelbot.tracking.zones import likely_zone
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.guarded_orders import GuardedOrders
from tests.unit.core.builders import NOW, PRIORITIES, RADAR, row_data, tables
from tests.unit.tracking.fakes import FakeProvider

ZONES = Zones(named_zone, likely_zone)

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
    hides_old_ones: bool = False

    def recent_only(self) -> bool:
        return self.hides_old_ones

    def find(self, order_number: str, email: str) -> Order | None:
        self.asked.append((order_number, email))
        if self.down:
            raise OrderError("down")
        return next((o for o in self.orders if o.belongs_to(order_number, email)), None)


@dataclass
class FakeGuessBook:
    """Counts wrong pairs by conversation only; one conversation's network is known."""

    wrong: set[tuple[str, OrderKeys]] = field(default_factory=set)
    right: set[tuple[str, OrderKeys]] = field(default_factory=set)

    def admit(self, conversation_id: str, keys: OrderKeys, now: datetime) -> CountedBy | None:
        if (conversation_id, keys) in self.right:
            return None
        others = sum(c == conversation_id and k != keys for c, k in self.wrong)
        self.wrong.add((conversation_id, keys))
        return overdone({CountedBy.CONVERSATION: others})

    def fits(self, conversation_id: str, keys: OrderKeys) -> None:
        self.wrong.discard((conversation_id, keys))
        self.right.add((conversation_id, keys))

    def withdraw(self, conversation_id: str, keys: OrderKeys) -> None:
        self.wrong.discard((conversation_id, keys))

    def network(self, conversation_id: str) -> str:
        return "203.0.113.9"


@dataclass
class FakeNotices:
    """What the owner was told of, in order."""

    told: list[str] = field(default_factory=list)

    def orders_guessed(self, who: str, now: datetime) -> None:
        self.told.append(who)


@dataclass
class FakeTickets:
    """Tickets in memory; older ones of the same order number or parcel are earlier ones."""

    kept: dict[str, Ticket] = field(default_factory=dict)

    def find(self, reference: str) -> Ticket | None:
        return self.kept.get(reference)

    def of_conversation(self, conversation_id: str) -> Sequence[Ticket]:
        return [t for t in reversed(self.kept.values()) if t.draft.conversation_id == conversation_id]

    def add_details(self, conversation_id: str, details: Sequence[Detail], now: datetime) -> Sequence[AddedDetails]:
        active = [ticket for ticket in self.of_conversation(conversation_id) if ticket.status.active]
        additions = add_details_to_all(active, details, now)
        for addition in additions:
            self.save(addition.ticket)
        return additions

    def open(self, draft: TicketDraft, make: MakeTicket, continues: str = "") -> Ticket:
        active = [ticket for ticket in self.kept.values() if ticket.status.active]
        known = next((t for t in active if t.draft.key == draft.key), None)
        known = known or next((t for t in active if t.reference == continues), None)
        earlier = tuple(t for t in reversed(self.kept.values()) if t is not known and _same_case(t.draft, draft))
        return self.save(make(known, earlier))

    def save(self, ticket: Ticket) -> Ticket:
        self.kept[ticket.reference] = ticket
        return ticket


def _same_case(one: TicketDraft, other: TicketDraft) -> bool:
    names = {one.order_number, one.tracking_number} & {other.order_number, other.tracking_number}
    return bool(names - {""})


@dataclass
class FakeRecord:
    """One conversation's messages, whatever its id."""

    messages: Sequence[Message] = ()

    def said(self, conversation_id: str) -> Sequence[Message]:
        return self.messages

    def last_heard(self, conversation_id: str, before_seq: int) -> datetime | None:
        theirs = [m.at for m in self.messages if m.author is Author.SHOPPER and m.seq < before_seq]
        return max(theirs, default=None)


@dataclass
class FakeJournal:
    """What was noted, in order."""

    entries: list[JournalEntry] = field(default_factory=list)

    def note(self, entry: JournalEntry) -> None:
        self.entries.append(entry)

    @property
    def kinds(self) -> list[str]:
        return [entry.kind.value for entry in self.entries]


@dataclass
class FakeCalendars:
    """Weekends everywhere; remembers for which routes and years it was asked."""

    asked: list[tuple[str, str, tuple[int, ...]]] = field(default_factory=list)

    def __call__(self, origin: str, destination: str, years: Iterable[int]) -> BusinessCalendar:
        self.asked.append((origin, destination, tuple(years)))
        return BusinessCalendar()


def knowledge(decisions: Tables = BY_LOOKUP) -> Knowledge:
    return Knowledge(decisions, PRIORITIES, RADAR, {}, {}, {}, (), (), (), {}, ShopFacts())


@cache
def languages() -> Languages:
    """The shop's languages."""
    root = Path(__file__).parents[3]
    return load_languages(root / "locales", root / "knowledge")


def services(
    tracking: TrackingProvider | None = None,
    orders: OrderDirectory | None = None,
    tickets: FakeTickets | None = None,
    calendars: FakeCalendars | None = None,
    record: FakeRecord | None = None,
    journal: FakeJournal | None = None,
    now: datetime = NOW,
    guesses: FakeGuessBook | None = None,
    notices: FakeNotices | None = None,
) -> Services:
    """The use cases over stand-ins: by default nothing is found anywhere."""
    return Services(
        knowledge=knowledge(),
        languages=languages(),
        language_table=languages().table,
        team_speaks=("en",),
        tracking=tracking or FakeProvider(Lookup(LookupOutcome.NOT_FOUND)),
        orders=GuardedOrders(orders or FakeOrders(), guesses or FakeGuessBook(), notices or FakeNotices(), lambda: now),
        tickets=tickets or FakeTickets(),
        record=record or FakeRecord(),
        journal=journal or FakeJournal(),
        hours=SupportHours(time(9), time(18)),
        clock=lambda: now,
        calendar_for=calendars or FakeCalendars(),
        read_wording=lambda _: None,
        usual_arrival=lambda _shipment, _today: None,
        zones=ZONES,
    )
