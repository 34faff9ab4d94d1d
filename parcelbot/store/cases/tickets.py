"""Tickets in the database; one active ticket per conversation, parcel and issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Conversation, ConversationState, OwnershipMove
from parcelbot.core.cases.later_details import Addition
from parcelbot.core.cases.tickets import Detail, Ticket, TicketDraft
from parcelbot.store.cases.later_details import add_to_active_tickets
from parcelbot.store.cases.ticket_rows import row_of, ticket_delivery, ticket_of, update_ticket
from parcelbot.store.ledger import in_transaction
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.schema.tickets import tickets
from parcelbot.store.schema.transactions import committed

Signal = Callable[[str], None]
MakeTicket = Callable[[Ticket | None, tuple[Ticket, ...]], Ticket]

_MOST_EARLIER = 20
_NEWEST_FIRST = (tickets.c.created_at.desc(), tickets.c.reference)


class SqlTicketStore:
    """`services.TicketStore` over SQLAlchemy. Thread-safe.

    `destinations` get a copy of each case; `signal` is told the id of each conversation that changed.
    """

    def __init__(self, engine: Engine, destinations: Sequence[str] = (), signal: Signal = lambda _: None) -> None:
        self._engine = engine
        self._destinations = tuple(destinations)
        self._signal = signal

    def open(self, draft: TicketDraft, make: MakeTicket) -> Ticket:
        """Store what `make` makes of the case that is active under the draft's key, or of none: all in one transaction.

        The conversation is handed over unless a person has it already, and every destination is to get a copy.
        """
        ticket = committed(self._engine, lambda connection: self._open(connection, draft, make))
        self._signal(draft.conversation_id)
        return ticket

    def _open(self, connection: Connection, draft: TicketDraft, make: MakeTicket) -> Ticket:
        conversation = lock_conversation(connection, draft.conversation_id)
        known = _active(connection, draft.active_key)
        ticket = make(known, _earlier(connection, draft, known))
        if known is None:
            connection.execute(tickets.insert(), row_of(ticket))
        else:
            update_ticket(connection, ticket)
        if conversation is not None:
            _hand_over(connection, conversation, ticket.updated_at)
        last_seq = conversation.last_seq if conversation else 0
        enqueue(connection, map(ticket_delivery(ticket, last_seq), self._destinations), ticket.updated_at)
        return ticket

    def add_details(self, conversation_id: str, details: Sequence[Detail], now: datetime) -> tuple[Addition, ...]:
        """Add what the shopper gave to the conversation's active tickets; what that changed, () for nothing."""

        def work(connection: Connection) -> tuple[Addition, ...]:
            lock_conversation(connection, conversation_id)
            return add_to_active_tickets(connection, conversation_id, details, now, self._destinations)

        return committed(self._engine, work)

    def find(self, reference: str) -> Ticket | None:
        """The ticket with this reference, whatever its case; None when there is none."""
        return next(iter(self._select(tickets.c.reference == reference.upper())), None)

    def find_active(self, draft: TicketDraft) -> Ticket | None:
        """The unsolved ticket with the draft's key."""
        same = (t for t in self.of_conversation(draft.conversation_id) if t.draft.key == draft.key)
        return next((t for t in same if t.status.active), None)

    def of_conversation(self, conversation_id: str) -> Sequence[Ticket]:
        """All tickets of a conversation, newest first."""
        return self._select(tickets.c.conversation_id == conversation_id)

    def all(self) -> Sequence[Ticket]:
        """Every ticket, newest first."""
        return self._select(None)

    def save(self, ticket: Ticket) -> None:
        """Insert the ticket or update the one with its reference; nothing else happens."""

        def write(connection: Connection) -> None:
            if not update_ticket(connection, ticket):
                connection.execute(tickets.insert(), row_of(ticket))

        committed(self._engine, write)

    def _select(self, condition: Any) -> list[Ticket]:
        query = select(tickets).order_by(*_NEWEST_FIRST)
        with self._engine.connect() as connection:
            found = connection.execute(query if condition is None else query.where(condition))
            return [ticket_of(row) for row in found.mappings()]


def lock_conversation(connection: Connection, conversation_id: str) -> Conversation | None:
    """The conversation, kept from other writers until the transaction ends; None when the ledger has none."""
    try:
        return in_transaction.lock(connection, conversation_id)
    except in_transaction.UnknownConversation:
        return None


def _active(connection: Connection, key: str) -> Ticket | None:
    query = select(tickets).where(tickets.c.active_key == key).with_for_update()
    row = connection.execute(query).mappings().first()
    return None if row is None else ticket_of(row)


def _earlier(connection: Connection, draft: TicketDraft, known: Ticket | None) -> tuple[Ticket, ...]:
    """Other tickets about the same order or parcel, newest first."""
    numbers = {tickets.c.order_number: draft.order_number, tickets.c.tracking_number: draft.tracking_number}
    same = [column == value for column, value in numbers.items() if value]
    if not same:
        return ()
    query = select(tickets).where(or_(*same)).order_by(*_NEWEST_FIRST).limit(_MOST_EARLIER)
    if known is not None:
        query = query.where(tickets.c.reference != known.reference)
    return tuple(ticket_of(row) for row in connection.execute(query).mappings())


def _hand_over(connection: Connection, conversation: Conversation, now: datetime) -> None:
    if conversation.state is not ConversationState.HUMAN:
        in_transaction.change_owner(connection, conversation, OwnershipMove.REQUEST)
    in_transaction.mark_waiting(connection, conversation.id, now)
