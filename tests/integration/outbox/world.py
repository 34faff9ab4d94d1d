"""A small world to deliver in: a clock that is turned, cases in a real database, a helpdesk that can be down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

from sqlalchemy import update
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed, DeliveryKind, NewDelivery
from parcelbot.core.outgoing.retrying import RetryPolicy
from parcelbot.helpdesk.protocol import CaseCopy
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.outgoing.forwarding import Forwarding
from parcelbot.store.outgoing.outbox import Outbox, enqueue
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.tickets import ticket_reads
from parcelbot.worker.case_copies import CaseCopier
from parcelbot.worker.courier import Courier
from tests.support.tickets import SeededTicketStore

#: A Monday, when people are at work.
NOON = datetime(2026, 11, 23, 12, tzinfo=timezone.utc)
CASE = "KT-7QF3MX"
LEASE = timedelta(seconds=60)


@dataclass
class Clock:
    """A clock that stands still until it is turned."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Helpdesk:
    """A destination in memory: it knows a key it has seen, as the real ones do by our reference and keys.

    `down` and `refuses` are what it fails with; with `loses_answers` it stores and then fails.
    """

    name: str = "zendesk"
    down: DeliveryFailed | None = None
    refuses: dict[str, DeliveryFailed] = field(default_factory=dict)
    loses_answers: int = 0
    calls: list[str] = field(default_factory=list)
    arrived: list[tuple[Delivery, CaseCopy]] = field(default_factory=list)

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
        self.calls.append(delivery.key)
        if self.down:
            raise self.down
        if delivery.key in self.refuses:
            raise self.refuses[delivery.key]
        if delivery.key not in self.keys:
            self.arrived.append((delivery, case))
        if self.loses_answers:
            self.loses_answers -= 1
            raise DeliveryFailed("no answer")
        return remote_id or f"{self.name}-{case.ticket.reference}"

    @property
    def keys(self) -> list[str]:
        """The keys that arrived, in order."""
        return [delivery.key for delivery, _ in self.arrived]

    @property
    def said(self) -> list[str]:
        """The lines that arrived one by one, in order."""
        return [case.said.text for _, case in self.arrived if case.said]

    @property
    def twice(self) -> list[str]:
        """The keys that arrived more than once."""
        return [key for key, times in Counter(self.keys).items() if times > 1]


@dataclass
class World:
    """The database and everything that works on it."""

    engine: Engine
    clock: Clock = field(default_factory=Clock)

    @property
    def outbox(self) -> Outbox:
        return Outbox(self.engine, lambda _: self.clock())

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.engine)

    @property
    def tickets(self) -> SeededTicketStore:
        return SeededTicketStore(self.engine)

    def courier(self, helpdesk: object, runner: str = "worker-1", attempts: int = 100) -> Courier:
        """A courier whose pauses have no chance in them."""
        cases = CaseCopier(self.tickets, self.ledger, Forwarding(self.engine, ()), "http://127.0.0.1:8080/inbox")
        return Courier(
            destination=helpdesk,
            outbox=self.outbox,
            copies=cases,
            runner=runner,
            clock=self.clock,
            chance=lambda: 1.0,
            retry_policy=RetryPolicy(attempts=attempts),
            lease=LEASE,
        )

    def open(
        self, reference: str = CASE, destinations: Sequence[str] = ("zendesk",), said: Sequence[str] = (), **facts: str
    ) -> Ticket:
        """A case with its conversation, of which a copy goes to the destinations."""
        conversation_id = f"c-{reference}"
        self.ledger.open(conversation_id, self.clock())
        for text in said:
            self.says(text, reference)
        draft = TicketDraft(conversation_id, **facts)
        due = self.clock() + timedelta(hours=4)
        ticket = Ticket(reference, draft, TicketStatus.NEW, self.clock(), self.clock(), due)
        return SqlTicketStore(self.engine, destinations).open(draft, lambda known, earlier: ticket)

    def says(self, text: str, reference: str = CASE, author: Author = Author.SHOPPER, echo_id: str = "") -> Message:
        """Somebody says something in the case's conversation."""
        conversation_id, echo_id = f"c-{reference}", echo_id or f"{author.value}: {text}"
        if author is Author.SHOPPER:
            return self.ledger.accept(conversation_id, echo_id, now=self.clock(), text=text).message
        return self.ledger.append(conversation_id, author, text, now=self.clock(), echo_id=echo_id)

    def forward(self, *destinations: str) -> int:
        """The worker's forwarding step."""
        return Forwarding(self.engine, destinations or ("zendesk",)).forward(self.clock())

    def enqueue(self, *deliveries: NewDelivery) -> None:
        """Enqueue deliveries as the desk does within its transactions."""
        with self.engine.begin() as connection:
            enqueue(connection, deliveries, self.clock())

    def delivery(
        self, key: str, kind: DeliveryKind = DeliveryKind.STATUS, reference: str = CASE, **facts: object
    ) -> NewDelivery:
        """Something to deliver, due now."""
        payload = facts.pop("payload", {})
        destination = str(facts.pop("destination", "zendesk"))
        return NewDelivery(destination, kind, reference, key, self.clock(), payload)

    def change(self, ticket: Ticket, **facts: object) -> None:
        """An agent changes the ticket."""
        self.tickets.save(replace(ticket, **facts))

    def agent_reads(self, seq: int, reference: str = CASE) -> None:
        row = {"reference": reference, "agent": "mia@example.com", "seq": seq, "at": self.clock()}
        with self.engine.begin() as connection:
            connection.execute(ticket_reads.insert().values(**row))

    def shopper_sees(self, seq: int, reference: str = CASE) -> None:
        here = conversations.c.id == f"c-{reference}"
        with self.engine.begin() as connection:
            connection.execute(update(conversations).where(here).values(seen_seq=seq, seen_at=self.clock()))


def deliver_all(courier: Courier) -> None:
    """Deliver until nothing is due."""
    while courier.step():
        pass
