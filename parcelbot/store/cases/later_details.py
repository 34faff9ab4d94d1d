"""Add details given after a ticket was opened to its row, the audit log and the outbox, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.engine import Connection

from parcelbot.core.cases.later_details import AddedDetails, add_details_to_all
from parcelbot.core.cases.tickets import Detail
from parcelbot.core.owner.audit import SHOPPER, AuditLine
from parcelbot.store.cases.audit import add_audit_line
from parcelbot.store.cases.ticket_rows import is_active_in, read_tickets, ticket_delivery, update_ticket
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.schema.conversations import conversations

_LAST_SEQ = select(conversations.c.last_seq).where(conversations.c.id == bindparam("here"))


def add_to_active_tickets(
    connection: Connection, conversation_id: str, details: Sequence[Detail], now: datetime, destinations: Sequence[str]
) -> tuple[AddedDetails, ...]:
    """Add `details` to the active tickets of a conversation that the caller has locked; gives what that changed."""
    active = read_tickets(connection, is_active_in(conversation_id), lock=True)
    last_seq = connection.execute(_LAST_SEQ, {"here": conversation_id}).scalar() or 0
    additions = add_details_to_all(active, details, now)
    for addition in additions:
        ticket = addition.ticket
        update_ticket(connection, ticket)
        add_audit_line(connection, AuditLine(now, SHOPPER, "details_given", ticket.reference, addition.audit_detail))
        enqueue(connection, map(ticket_delivery(ticket, last_seq), destinations), now)
    return additions
