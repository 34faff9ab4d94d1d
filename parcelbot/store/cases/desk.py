"""Store what agents do with tickets: every change in one transaction that keeps others out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, case, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Conversation, ConversationState, Message, OwnershipMove
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.cases.transcripts import transcript_as_messages
from parcelbot.core.handover.changes import Change, ChangeOutcome, mail_key
from parcelbot.core.handover.decisions import LockedCase
from parcelbot.core.handover.views import Case, PrivateNote, QueueFilter, QueueLine, TicketUnknown
from parcelbot.core.outgoing.forwarding import SHOPPER_MAIL
from parcelbot.core.owner.audit import AuditLine
from parcelbot.core.paging import Page
from parcelbot.store.cases import case_reader, queue, searching
from parcelbot.store.cases.audit import add_audit_line
from parcelbot.store.cases.ticket_rows import NEWEST_FIRST, is_active_in, read_tickets, update_ticket
from parcelbot.store.ledger import in_transaction
from parcelbot.store.ledger.ledger import Signal
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.tickets import outbox, private_notes, ticket_reads, tickets
from parcelbot.store.schema.transactions import committed


class SqlDeskStore:
    """`usecases.desk.DeskStore` over SQLAlchemy. Thread-safe; `signal` gets the id of every changed conversation."""

    def __init__(self, engine: Engine, signal: Signal = lambda _: None) -> None:
        self._engine = engine
        self._signal = signal

    def change(self, reference: str, decide: Callable[[LockedCase], Change], echo_id: str = "") -> ChangeOutcome:
        """Carry out what `decide` makes of the case as it stands; TicketUnknown when no ticket has this reference."""

        def work(connection: Connection) -> ChangeOutcome:
            locked = _locked_case(connection, reference.upper(), echo_id)
            change = decide(locked)
            return ChangeOutcome(locked, change, _carry_out(connection, locked, change))

        outcome = committed(self._engine, work)
        if outcome.said or outcome.change.moves:
            self._signal(outcome.before.ticket.draft.conversation_id)
        return outcome

    def queue(self, shown: QueueFilter, email: str, now: datetime, page: int, language: str = "") -> Page[QueueLine]:
        """Read a page of the queue, in one language or in all; the last one when there are fewer."""
        condition = queue.in_language(queue.shows(shown, email, now), language)
        with self._engine.connect() as connection:
            return queue.page_of(connection, condition, queue.order(now), email, page)

    def languages(self) -> Sequence[str]:
        """List the languages that active tickets are in, by code."""
        with self._engine.connect() as connection:
            return queue.languages(connection)

    def search(self, text: str, email: str, page: int) -> Page[QueueLine]:
        """Read a page of the tickets that `text` names, else of those that contain its words; none for a blank text."""
        with self._engine.connect() as connection:
            return queue.page_of(connection, searching.finds(connection, text), NEWEST_FIRST, email, page)

    def counts(self, email: str, now: datetime) -> Mapping[QueueFilter, int]:
        """Count the tickets that each filter shows."""
        with self._engine.connect() as connection:
            return queue.counts(connection, email, now)

    def unread(self, email: str) -> int:
        """Count the lines of shoppers that the agent has not read in the active tickets they have."""
        with self._engine.connect() as connection:
            return queue.unread_of(connection, email)

    def case(self, reference: str) -> Case:
        """Read everything about a ticket; TicketUnknown when no ticket has this reference."""
        with self._engine.connect() as connection:
            return case_reader.read(connection, reference.upper())

    def news(self, reference: str, after_seq: int) -> tuple[Message, ...]:
        """Read what was said after `after_seq`, in order; TicketUnknown when no ticket has this reference."""
        with self._engine.connect() as connection:
            return case_reader.said_after(connection, reference.upper(), after_seq)

    def note(self, reference: str, email: str, text: str, now: datetime) -> PrivateNote:
        """Keep a private note; TicketUnknown when no ticket has this reference."""
        reference = reference.upper()
        values = {"reference": reference, "author": email, "at": now, "text": text}
        with self._engine.begin() as connection:
            _lock_ticket(connection, reference)
            written = connection.execute(private_notes.insert(), values)
            add_audit_line(connection, AuditLine(now, email, "noted", reference))
        return PrivateNote(written.inserted_primary_key[0], email, now, text)

    def mark_read(self, reference: str, email: str, seq: int, now: datetime) -> None:
        """Raise how far the agent has read the conversation, for all its tickets; TicketUnknown."""
        committed(self._engine, lambda connection: _mark_read(connection, reference.upper(), email, seq, now))

    def writing(self, reference: str, email: str, until: datetime) -> None:
        """Note until when the agent counts as writing, if the ticket and the chat are theirs."""
        theirs = select(tickets.c.conversation_id).where(
            tickets.c.reference == reference.upper(), tickets.c.assignee == email
        )
        chat = and_(conversations.c.id.in_(theirs), conversations.c.state == ConversationState.HUMAN.value)
        with self._engine.begin() as connection:
            written = connection.execute(update(conversations).where(chat).values(writing_until=until)).rowcount
            conversation_id = connection.execute(theirs).scalar()
        if written:
            self._signal(conversation_id)


def _locked_case(connection: Connection, reference: str, echo_id: str) -> LockedCase:
    conversation = in_transaction.lock_if_known(connection, _conversation_id(connection, reference))
    ticket = _lock_ticket(connection, reference)
    others = and_(is_active_in(ticket.draft.conversation_id), tickets.c.reference != reference)
    siblings = read_tickets(connection, others, [tickets.c.reference], lock=True)
    repeated = _repeated(connection, conversation, ticket, echo_id) if echo_id else None
    return LockedCase(ticket, conversation, siblings, repeated)


def _conversation_id(connection: Connection, reference: str) -> str:
    query = select(tickets.c.conversation_id).where(tickets.c.reference == reference)
    found = connection.execute(query).scalar()
    if found is None:
        raise TicketUnknown(reference)
    return str(found)


def _lock_ticket(connection: Connection, reference: str) -> Ticket:
    this = tickets.c.reference == reference
    connection.execute(update(tickets).where(this).values(status=tickets.c.status))
    found = read_tickets(connection, this)
    if not found:
        raise TicketUnknown(reference)
    return found[0]


def _repeated(
    connection: Connection, conversation: Conversation | None, ticket: Ticket, echo_id: str
) -> Message | None:
    """Find the reply that came with this echo_id before; without a ledger, by the mail that was to carry it."""
    if conversation is not None:
        return in_transaction.find_by_echo_id(connection, conversation.id, echo_id)
    key = mail_key(ticket.reference, echo_id)
    query = select(outbox.c.payload).where(outbox.c.destination == SHOPPER_MAIL, outbox.c.key == key)
    sent = connection.execute(query).scalar()
    return next((line for line in transcript_as_messages(ticket) if sent and line.seq == sent["seq"]), None)


def _carry_out(connection: Connection, locked: LockedCase, change: Change) -> tuple[Message, ...]:
    for ticket in change.tickets:
        update_ticket(connection, ticket)
    enqueue(connection, change.deliveries, change.at)
    if change.audit is not None:
        add_audit_line(connection, change.audit)
    if locked.conversation is None:
        return ()
    return _speak(connection, _moved(connection, locked.conversation, change), change)


def _moved(connection: Connection, conversation: Conversation, change: Change) -> Conversation:
    for move in change.moves:
        conversation = in_transaction.change_owner(
            connection, conversation, move, change.owner if move is OwnershipMove.CLAIM else ""
        )
        if move is OwnershipMove.CLAIM:
            # from now on the shopper waits for the first word of whoever joined
            in_transaction.mark_waiting(connection, conversation.id, change.at)
    return conversation


def _speak(connection: Connection, conversation: Conversation, change: Change) -> tuple[Message, ...]:
    said: list[Message] = []
    for line in change.lines:
        said.append(in_transaction.add_message(connection, conversation, line.message, line.echo_id))
        conversation = replace(conversation, last_seq=said[-1].seq)
    return tuple(said)


def _mark_read(connection: Connection, reference: str, email: str, seq: int, now: datetime) -> None:
    conversation_id = _conversation_id(connection, reference)
    conversation = in_transaction.lock_if_known(connection, conversation_id)
    seq = min(seq, conversation.last_seq) if conversation else seq
    here = select(tickets.c.reference).where(tickets.c.conversation_id == conversation_id)
    farthest = case((ticket_reads.c.seq < seq, seq), else_=ticket_reads.c.seq)
    for ours in connection.execute(here).scalars().all():
        mine = and_(ticket_reads.c.reference == ours, ticket_reads.c.agent == email)
        if not connection.execute(update(ticket_reads).where(mine).values(seq=farthest, at=now)).rowcount:
            connection.execute(ticket_reads.insert(), {"reference": ours, "agent": email, "seq": seq, "at": now})
