"""A desk over a real database, and cases to put on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Engine

from parcelbot.core.cases.opening import MakeTicket
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.changes import ChangeWriter, HandoverWording
from parcelbot.store.cases.desk import SqlDeskStore
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.schema.tickets import outbox
from parcelbot.usecases.desk import Desk
from tests.unit.core.builders import HOURS
from tests.unit.usecases.desk_fakes import LANGUAGES
from tests.unit.usecases.fakes import ZONES

#: A Monday, as a shop in Berlin tells the time.
NOW = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=1)))

ANA = Agent("ana@kossr.example", "Ana")
BEN = Agent("ben@kossr.example", "Ben")

DRAFT = TicketDraft(
    "c", issue="late_delivery", order_number="7401", tracking_number="LP00123456789012", email="shopper@example.com"
)


def opened(draft: TicketDraft, reference: str, now: datetime = NOW) -> MakeTicket:
    """Makes a ticket as the use case does: a new one, or more of the one that is known."""

    def make(known: Ticket | None, earlier: tuple[Ticket, ...]) -> Ticket:
        if known is not None:
            return replace(known, draft=draft, updated_at=now)
        references = tuple(ticket.reference for ticket in earlier)
        due = now + timedelta(hours=4)
        return Ticket(reference, draft, TicketStatus.NEW, now, now, due, earlier=references)

    return make


def build_desk(engine: Engine, now: datetime = NOW, destinations: Sequence[str] = ("zendesk",)) -> Desk:
    """A desk at a fixed moment."""
    ids = iter(range(1000))
    wording = HandoverWording(LANGUAGES, lambda: f"choice-{next(ids)}", HOURS, ZONES)
    writer = ChangeWriter(wording, tuple(destinations), can_mail=True)
    return Desk(SqlDeskStore(engine), writer, lambda _, at: at + timedelta(hours=6), lambda: now)


@dataclass
class Shop:
    """Ledger, tickets and desk over one database, at a moment that can be set."""

    engine: Engine
    now: datetime = NOW
    signalled: list[str] = field(default_factory=list)

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.engine)

    @property
    def tickets(self) -> SqlTicketStore:
        return SqlTicketStore(self.engine, ("zendesk",), self.signalled.append)

    @property
    def desk(self) -> Desk:
        desk = build_desk(self.engine, self.now)
        return replace(desk, store=SqlDeskStore(self.engine, self.signalled.append))

    def case(self, reference: str = "KT-AAAAAA", chat: bool = True, **changes: Any) -> Ticket:
        """Open a ticket; with `chat`, in a conversation that has at least one line of the shopper."""
        draft = replace(DRAFT, **changes)
        if chat and not self.ledger.positions([draft.conversation_id]):
            self.ledger.open(draft.conversation_id, self.now)
            self.says("It does not move.", draft.conversation_id)
        return self.tickets.open(draft, opened(draft, reference, self.now))

    def says(self, text: str, conversation_id: str = "c") -> None:
        """The shopper writes."""
        echo_id = f"shopper-{len(self.ledger.after(conversation_id, 0))}"
        self.ledger.accept(conversation_id, echo_id, now=self.now, text=text)

    def heard(self, conversation_id: str = "c") -> list[str]:
        """Everything said, in order."""
        return [message.text for message in self.ledger.after(conversation_id, 0)]

    def outbox(self) -> list[tuple[str, str, str]]:
        """Destination, kind and key of every delivery, in order."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(outbox).order_by(outbox.c.id))
            return [(row.destination, row.kind, row.key) for row in rows]

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)
