"""Between rows of `tickets` and tickets, and the delivery of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection

from parcelbot.core.cases.tickets import Detail, DetailKind, Priority, Ticket, TicketDraft, TicketStatus, TranscriptLine
from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from parcelbot.store.schema.tickets import tickets

#: The statuses of tickets somebody still has to do something about, as the database has them.
ACTIVE = tuple(status.value for status in TicketStatus if status.active)

_DRAFT_COLUMNS = (
    "conversation_id",
    "issue",
    "row",
    "order_number",
    "tracking_number",
    "email",
    "sales_channel",
    "verified",
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
    """All columns of the ticket's row; the active key is kept only while the ticket is active."""
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
    """The ticket a row holds."""
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


def update_ticket(connection: Connection, ticket: Ticket) -> bool:
    """Write the ticket over the row with its reference; False when there is none."""
    change = tickets.update().where(tickets.c.reference == ticket.reference)
    return bool(connection.execute(change.values(**row_of(ticket))).rowcount)


def ticket_delivery(ticket: Ticket, last_seq: int) -> Callable[[str], NewDelivery]:
    """What makes a destination get the case as it stands now, behind the conversation's line `last_seq`."""
    at = ticket.updated_at
    key = f"ticket:{ticket.reference}:{at.isoformat()}"
    return lambda destination: NewDelivery(
        destination, DeliveryKind.TICKET, ticket.reference, key, at, after_seq=last_seq
    )
