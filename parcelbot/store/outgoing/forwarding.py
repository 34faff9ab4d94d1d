"""Forward what is said after a ticket was opened: from the ledger into the outbox, each line at most once.

`remote_tickets.seq` is the line up to which a destination has been sent a conversation. The first worker to see new
lines raises it in the transaction that fills the outbox.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from parcelbot.core.outgoing.forwarding import MAIL_DELAY, MAILBOX, ReadMarks, is_forwarded
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.schema.conversations import conversations, messages
from parcelbot.store.schema.tickets import remote_tickets, ticket_reads, tickets

_BEHIND = (
    select(
        remote_tickets.c.destination,
        remote_tickets.c.reference,
        remote_tickets.c.seq,
        tickets.c.conversation_id,
        tickets.c.status,
        tickets.c.solved_at,
        conversations.c.last_seq,
    )
    .join(tickets, tickets.c.reference == remote_tickets.c.reference)
    .join(conversations, conversations.c.id == tickets.c.conversation_id)
    .where(conversations.c.last_seq > remote_tickets.c.seq)
)


class Forwarding:
    """The forwarding of new lines. Thread-safe; any number of workers may run it."""

    def __init__(self, engine: Engine, destinations: Collection[str]) -> None:
        self._engine = engine
        self._destinations = list(destinations)

    def forward(self, now: datetime) -> int:
        """Enqueue every new line for each destination that has the ticket; gives the number of lines."""
        behind = _BEHIND.where(remote_tickets.c.destination.in_(self._destinations))
        with self._engine.connect() as connection:
            rows = connection.execute(behind).mappings().all()
        return sum(self._catch_up(row, now) for row in rows)

    def read_marks(self, reference: str) -> ReadMarks:
        """Read how far shopper and agents have read the ticket's conversation; 0 where nobody has."""
        shopper = (
            select(conversations.c.seen_seq)
            .join(tickets, tickets.c.conversation_id == conversations.c.id)
            .where(tickets.c.reference == reference)
        )
        agents = select(func.max(ticket_reads.c.seq)).where(ticket_reads.c.reference == reference)
        with self._engine.connect() as connection:
            return ReadMarks(connection.execute(shopper).scalar() or 0, connection.execute(agents).scalar() or 0)

    def _catch_up(self, behind: Any, now: datetime) -> int:
        here = and_(
            remote_tickets.c.destination == behind["destination"],
            remote_tickets.c.reference == behind["reference"],
            remote_tickets.c.seq == behind["seq"],
        )
        with self._engine.begin() as connection:
            if not connection.execute(update(remote_tickets).where(here).values(seq=behind["last_seq"])).rowcount:
                return 0
            deliveries = list(_deliveries(connection, behind, now))
            enqueue(connection, deliveries, now)
        return len(deliveries)


def _deliveries(connection: Connection, behind: Any, now: datetime) -> Iterator[NewDelivery]:
    destination, reference = behind["destination"], behind["reference"]
    query = select(messages.c.seq, messages.c.author, messages.c.echo_id, messages.c.at).where(
        messages.c.conversation_id == behind["conversation_id"],
        messages.c.seq > behind["seq"],
        messages.c.seq <= behind["last_seq"],
    )
    for line in connection.execute(query.order_by(messages.c.seq)):
        if _belongs(line, behind) and is_forwarded(destination, Author(line.author), line.echo_id or ""):
            yield NewDelivery(
                destination,
                DeliveryKind.MESSAGE,
                reference,
                f"message:{reference}:{line.seq}",
                now + MAIL_DELAY if destination == MAILBOX else now,
                {"seq": line.seq},
                after_seq=line.seq - 1,
            )


def _belongs(line: Any, behind: Any) -> bool:
    """False for a line said to the bot after the case was solved."""
    if TicketStatus(behind["status"]).active:
        return True
    return behind["solved_at"] is not None and line.at <= behind["solved_at"]
