"""Details given after a ticket was opened: into its row, the audit log and the outbox, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.engine import Connection

from parcelbot.core.cases.later_details import Addition, add_to_all
from parcelbot.core.cases.tickets import Detail
from parcelbot.core.owner.audit import SHOPPER, AuditLine
from parcelbot.store.cases.ticket_rows import ACTIVE, ticket_delivery, ticket_of, update_ticket
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.tickets import audit, tickets

_LAST_SEQ = select(conversations.c.last_seq).where(conversations.c.id == bindparam("here"))


def add_to_active_tickets(
    connection: Connection, conversation_id: str, details: Sequence[Detail], now: datetime, destinations: Sequence[str]
) -> tuple[Addition, ...]:
    """Add `details` to the active tickets of a conversation that the caller has locked; what that changed."""
    active = tickets.c.status.in_(ACTIVE) & (tickets.c.conversation_id == conversation_id)
    newest_first = select(tickets).where(active).order_by(tickets.c.created_at.desc(), tickets.c.reference)
    found = connection.execute(newest_first.with_for_update()).mappings()
    last_seq = connection.execute(_LAST_SEQ, {"here": conversation_id}).scalar() or 0
    additions = add_to_all([ticket_of(row) for row in found], details, now)
    for addition in additions:
        ticket = addition.ticket
        update_ticket(connection, ticket)
        line = AuditLine(now, SHOPPER, "details_given", ticket.reference, addition.told)
        connection.execute(audit.insert(), asdict(line))
        enqueue(connection, map(ticket_delivery(ticket, last_seq), destinations), now)
    return additions
