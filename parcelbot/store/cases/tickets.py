"""Store tickets; each conversation, parcel and issue has one active ticket at most."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, true
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.cases.conversation import Conversation, ConversationState, OwnershipMove
from parcelbot.core.cases.later_details import AddedDetails
from parcelbot.core.cases.opening import MakeTicket
from parcelbot.core.cases.tickets import Detail, Ticket, TicketDraft
from parcelbot.store.cases.later_details import add_to_active_tickets
from parcelbot.store.cases.ticket_rows import is_active_in, read_tickets, row_of, ticket_delivery, update_ticket
from parcelbot.store.ledger import in_transaction
from parcelbot.store.ledger.ledger import Signal
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.schema.tickets import tickets
from parcelbot.store.schema.transactions import committed

_MOST_EARLIER = 20


class SqlTicketStore:
    """`usecases.assistant.TicketStore` over SQLAlchemy. Thread-safe.

    `destinations` get a copy of each case; `signal` gets the id of each conversation that changed.
    """

    def __init__(self, engine: Engine, destinations: Sequence[str] = (), signal: Signal = lambda _: None) -> None:
        self._engine = engine
        self._destinations = tuple(destinations)
        self._signal = signal

    def open(self, draft: TicketDraft, make: MakeTicket, continues: str = "") -> Ticket:
        """Store the ticket that `make` gives for the draft's case, in one transaction.

        `make` gets the case's active ticket (None when it has none), the one with the reference `continues` even if its
        issue was another, and earlier tickets of the same order or parcel,
        newest first. The conversation is handed over unless a person has it already, and every destination is to
        get a copy.
        """
        ticket = committed(self._engine, lambda connection: self._open(connection, draft, make, continues))
        self._signal(draft.conversation_id)
        return ticket

    def _open(self, connection: Connection, draft: TicketDraft, make: MakeTicket, continues: str) -> Ticket:
        conversation = in_transaction.lock_if_known(connection, draft.conversation_id)
        known = _active(connection, draft.active_key) or _continued(connection, draft, continues)
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

    def add_details(self, conversation_id: str, details: Sequence[Detail], now: datetime) -> tuple[AddedDetails, ...]:
        """Add the shopper's details to the conversation's active tickets; gives what that changed, () for nothing."""

        def work(connection: Connection) -> tuple[AddedDetails, ...]:
            in_transaction.lock_if_known(connection, conversation_id)
            return add_to_active_tickets(connection, conversation_id, details, now, self._destinations)

        # nearly always there is none, and then nobody has to wait for a lock
        has_some = self._read(is_active_in(conversation_id))
        return committed(self._engine, work) if has_some else ()

    def find(self, reference: str) -> Ticket | None:
        """Find the ticket with this reference, in capitals or not; None when there is none."""
        return next(iter(self._read(tickets.c.reference == reference.upper())), None)

    def of_conversation(self, conversation_id: str) -> Sequence[Ticket]:
        """Read all tickets of a conversation, newest first."""
        return self._read(tickets.c.conversation_id == conversation_id)

    def all(self) -> Sequence[Ticket]:
        """Read every ticket, newest first."""
        return self._read(true())

    def _read(self, condition: ColumnElement[bool]) -> list[Ticket]:
        with self._engine.connect() as connection:
            return list(read_tickets(connection, condition))


def _active(connection: Connection, key: str) -> Ticket | None:
    return next(iter(read_tickets(connection, tickets.c.active_key == key, lock=True)), None)


def _continued(connection: Connection, draft: TicketDraft, reference: str) -> Ticket | None:
    """Find the active ticket of the draft's conversation with this reference; None for "" or one that has ended."""
    this = and_(tickets.c.reference == reference, is_active_in(draft.conversation_id))
    return next(iter(read_tickets(connection, this, lock=True)), None) if reference else None


def _earlier(connection: Connection, draft: TicketDraft, known: Ticket | None) -> tuple[Ticket, ...]:
    """Read other tickets about the same order or parcel, newest first."""
    numbers = {tickets.c.order_number: draft.order_number, tickets.c.tracking_number: draft.tracking_number}
    same = [column == value for column, value in numbers.items() if value]
    if not same:
        return ()
    others = tickets.c.reference != known.reference if known else true()
    return read_tickets(connection, and_(others, or_(*same)), limit=_MOST_EARLIER)


def _hand_over(connection: Connection, conversation: Conversation, now: datetime) -> None:
    if conversation.state is not ConversationState.HUMAN:
        in_transaction.change_owner(connection, conversation, OwnershipMove.REQUEST)
    in_transaction.mark_waiting(connection, conversation.id, now)
