"""Read everything that belongs to a ticket, on an open connection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.engine import Connection

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.cases.transcripts import transcript_as_messages
from parcelbot.core.handover.views import Case, CaseAttachment, PrivateNote, TicketUnknown
from parcelbot.store.cases.ticket_rows import is_active_in, read_tickets
from parcelbot.store.ledger import in_transaction
from parcelbot.store.schema.conversations import attachments
from parcelbot.store.schema.tickets import private_notes, tickets


def read(connection: Connection, reference: str) -> Case:
    """Read everything about a ticket; TicketUnknown when no ticket has this reference."""
    ticket = _ticket(connection, reference)
    conversation = in_transaction.find(connection, ticket.draft.conversation_id)
    others = and_(is_active_in(ticket.draft.conversation_id), tickets.c.reference != reference)
    return Case(
        ticket=ticket,
        conversation=conversation,
        messages=_messages(connection, conversation.id, 0) if conversation else transcript_as_messages(ticket),
        notes=_notes(connection, reference),
        earlier=read_tickets(connection, tickets.c.reference.in_(ticket.earlier)) if ticket.earlier else (),
        attachments=_attachments(connection, ticket),
        others=read_tickets(connection, others),
    )


def said_after(connection: Connection, reference: str, seq: int) -> tuple[Message, ...]:
    """Read what was said in a ticket's conversation after `seq`, in order.

    Without a conversation in the ledger it is read from the ticket's own transcript. TicketUnknown when no ticket
    has this reference.
    """
    ticket = _ticket(connection, reference)
    conversation = in_transaction.find(connection, ticket.draft.conversation_id)
    if conversation is None:
        return transcript_as_messages(ticket)[max(seq, 0) :]
    return _messages(connection, conversation.id, seq) if conversation.last_seq > seq else ()


def _ticket(connection: Connection, reference: str) -> Ticket:
    found = read_tickets(connection, tickets.c.reference == reference)
    if not found:
        raise TicketUnknown(reference)
    return found[0]


def _messages(connection: Connection, conversation_id: str, after_seq: int) -> tuple[Message, ...]:
    return tuple(in_transaction.messages_after(connection, conversation_id, after_seq))


def _notes(connection: Connection, reference: str) -> tuple[PrivateNote, ...]:
    query = select(private_notes).where(private_notes.c.reference == reference).order_by(private_notes.c.id)
    return tuple(PrivateNote(row.id, row.author, row.at, row.text) for row in connection.execute(query))


def _attachments(connection: Connection, ticket: Ticket) -> tuple[CaseAttachment, ...]:
    """Read all files of the conversation, oldest first; those sent after the ticket was opened belong to it too."""
    here = attachments.c.conversation_id == ticket.draft.conversation_id
    rows: Sequence[Any] = connection.execute(select(attachments).where(here).order_by(attachments.c.at)).all()
    return tuple(
        CaseAttachment(row.id, row.name, row.media_type, row.size_bytes, row.at, row.file_name) for row in rows
    )
