"""Reading all that belongs to a ticket, on an open connection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.engine import Connection

from parcelbot.core.cases.conversation import Conversation, Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.views import Case, CaseAttachment, PrivateNote, TicketUnknown, transcript_of
from parcelbot.store.cases.ticket_rows import ACTIVE, ticket_of
from parcelbot.store.ledger import in_transaction
from parcelbot.store.ledger.message_rows import message_of
from parcelbot.store.schema.conversations import attachments, messages
from parcelbot.store.schema.tickets import private_notes, tickets


def read(connection: Connection, reference: str) -> Case:
    """Everything about a ticket; TicketUnknown."""
    ticket = _ticket(connection, reference)
    conversation = _conversation(connection, ticket)
    here = tickets.c.conversation_id == ticket.draft.conversation_id
    others = and_(here, tickets.c.reference != reference, tickets.c.status.in_(ACTIVE))
    return Case(
        ticket=ticket,
        conversation=conversation,
        messages=_said(connection, conversation, 0) if conversation else transcript_of(ticket),
        notes=_notes(connection, reference),
        earlier=_tickets(connection, tickets.c.reference.in_(ticket.earlier)) if ticket.earlier else (),
        attachments=_attachments(connection, ticket),
        others=_tickets(connection, others),
    )


def said_after(connection: Connection, reference: str, seq: int) -> tuple[Message, ...]:
    """What was said in a ticket's conversation after `seq`, in order; TicketUnknown."""
    ticket = _ticket(connection, reference)
    conversation = _conversation(connection, ticket)
    if conversation is None:
        return transcript_of(ticket)[max(seq, 0) :]
    return _said(connection, conversation, seq) if conversation.last_seq > seq else ()


def _ticket(connection: Connection, reference: str) -> Ticket:
    found = _tickets(connection, tickets.c.reference == reference)
    if not found:
        raise TicketUnknown(reference)
    return found[0]


def _tickets(connection: Connection, condition: Any) -> tuple[Ticket, ...]:
    query = select(tickets).where(condition).order_by(tickets.c.created_at.desc(), tickets.c.reference)
    return tuple(ticket_of(row) for row in connection.execute(query).mappings())


def _conversation(connection: Connection, ticket: Ticket) -> Conversation | None:
    try:
        return in_transaction.read(connection, ticket.draft.conversation_id)
    except in_transaction.UnknownConversation:
        return None


def _said(connection: Connection, conversation: Conversation, after: int) -> tuple[Message, ...]:
    here = and_(messages.c.conversation_id == conversation.id, messages.c.seq > after)
    rows = connection.execute(select(messages).where(here).order_by(messages.c.seq)).mappings()
    return tuple(message_of(row) for row in rows)


def _notes(connection: Connection, reference: str) -> tuple[PrivateNote, ...]:
    query = select(private_notes).where(private_notes.c.reference == reference).order_by(private_notes.c.id)
    return tuple(PrivateNote(row.id, row.author, row.at, row.text) for row in connection.execute(query))


def _attachments(connection: Connection, ticket: Ticket) -> tuple[CaseAttachment, ...]:
    """All files of the conversation, oldest first: what was sent after the ticket was opened belongs to it too."""
    here = attachments.c.conversation_id == ticket.draft.conversation_id
    rows: Sequence[Any] = connection.execute(select(attachments).where(here).order_by(attachments.c.at)).all()
    return tuple(
        CaseAttachment(row.id, row.name, row.media_type, row.size_bytes, row.at, row.file_name) for row in rows
    )
