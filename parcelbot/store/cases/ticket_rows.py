"""Read and write rows of `tickets`: conditions they meet, the tickets they hold, the delivery of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, select
from sqlalchemy.engine import Connection
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.cases.tickets import Detail, DetailKind, Priority, Ticket, TicketDraft, TicketStatus, TranscriptLine
from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.tickets import tickets

#: The statuses of tickets somebody still has to do something about, as the database has them.
ACTIVE = tuple(status.value for status in TicketStatus if status.active)

IS_ACTIVE = tickets.c.status.in_(ACTIVE)
UNANSWERED = tickets.c.first_response_at.is_(None)

#: The moment by which a person's answer is promised; NULL when none is owed.
PROMISED_AT = case((UNANSWERED, tickets.c.first_response_due), else_=tickets.c.answer_due)

NEWEST_FIRST = (tickets.c.created_at.desc(), tickets.c.reference)

#: Tickets beside their conversations; those of a channel without a ledger have none.
CASES = tickets.outerjoin(conversations, conversations.c.id == tickets.c.conversation_id)

_DRAFT_COLUMNS = (
    "conversation_id",
    "issue",
    "row",
    "order_number",
    "tracking_number",
    "email",
    "sales_channel",
    "verified",
    "language",
)
_COLUMNS = (
    "reference",
    "assignee",
    "priority_row",
    "created_at",
    "updated_at",
    "first_response_due",
    "first_response_at",
    "answer_due",
    "solved_at",
    "overdue_told_at",
)


def row_of(ticket: Ticket) -> dict[str, Any]:
    """Give all columns of the ticket's row; the active key is set only while the ticket is active."""
    draft = ticket.draft
    return {
        **{name: getattr(ticket, name) for name in _COLUMNS},
        **{name: getattr(draft, name) for name in _DRAFT_COLUMNS},
        "status": ticket.status.value,
        "priority": draft.priority.value,
        "active_key": draft.active_key if ticket.status.active else None,
        "earlier": list(ticket.earlier),
        "attachments": list(draft.attachments),
        "also_given": [{"kind": detail.kind.value, "value": detail.value} for detail in draft.also_given],
        "summary": list(draft.summary),
        "snapshot": dict(draft.snapshot),
        "checklist": dict(draft.checklist),
        "transcript": [{**asdict(line), "at": line.at.isoformat()} for line in draft.transcript],
    }


def ticket_of(row: Mapping[str, Any]) -> Ticket:
    """Give the ticket that a row holds."""
    lines = (TranscriptLine(**{**line, "at": datetime.fromisoformat(line["at"])}) for line in row["transcript"])
    draft = TicketDraft(
        **{name: row[name] for name in _DRAFT_COLUMNS},
        priority=Priority(row["priority"]),
        summary=tuple(row["summary"]),
        snapshot=row["snapshot"],
        checklist=row["checklist"],
        transcript=tuple(lines),
        attachments=tuple(row["attachments"]),
        also_given=tuple(Detail(DetailKind(given["kind"]), given["value"]) for given in row["also_given"]),
    )
    return Ticket(
        **{name: row[name] for name in _COLUMNS},
        draft=draft,
        status=TicketStatus(row["status"]),
        earlier=tuple(row["earlier"]),
    )


def is_active_in(conversation_id: str) -> ColumnElement[bool]:
    """True for the active tickets of a conversation."""
    return and_(IS_ACTIVE, tickets.c.conversation_id == conversation_id)


def is_overdue(now: datetime) -> ColumnElement[bool]:
    """True for active tickets whose promised answer is late."""
    return and_(IS_ACTIVE, now > PROMISED_AT)


def read_tickets(
    connection: Connection,
    condition: ColumnElement[bool],
    order: Sequence[ColumnElement[Any]] = NEWEST_FIRST,
    *,
    lock: bool = False,
    limit: int | None = None,
) -> tuple[Ticket, ...]:
    """Read the tickets that meet the condition; with `lock` others cannot write them until the transaction ends."""
    query = select(tickets).where(condition).order_by(*order).limit(limit)
    rows = connection.execute(query.with_for_update() if lock else query)
    return tuple(ticket_of(row) for row in rows.mappings())


def update_ticket(connection: Connection, ticket: Ticket) -> None:
    """Write the ticket over the row with its reference."""
    connection.execute(tickets.update().where(tickets.c.reference == ticket.reference).values(**row_of(ticket)))


def ticket_delivery(ticket: Ticket, last_seq: int) -> Callable[[str], NewDelivery]:
    """Make, for each destination's name, the delivery of the case as it is now, behind the line `last_seq`."""
    at = ticket.updated_at
    key = f"ticket:{ticket.reference}:{at.isoformat()}"
    return lambda destination: NewDelivery(
        destination, DeliveryKind.TICKET, ticket.reference, key, at, after_seq=last_seq
    )
