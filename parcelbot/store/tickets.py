"""Tickets in the database; one active ticket per conversation, parcel and issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Engine

from parcelbot.core.tickets import Priority, Ticket, TicketDraft, TicketStatus, TranscriptLine
from parcelbot.store.desk_tables import tickets

_DRAFT_COLUMNS = ("conversation_id", "issue", "row", "order_number", "tracking_number", "email")


class SqlTicketStore:
    """`services.TicketStore` over SQLAlchemy."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

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
        """Insert or replace the ticket, in one transaction."""
        with self._engine.begin() as connection:
            connection.execute(tickets.delete().where(tickets.c.reference == ticket.reference))
            connection.execute(tickets.insert().values(**_to_row(ticket)))

    def _select(self, condition: Any) -> list[Ticket]:
        query = select(tickets).order_by(tickets.c.created_at.desc())
        with self._engine.connect() as connection:
            found = connection.execute(query if condition is None else query.where(condition))
            return [_from_row(row) for row in found.mappings()]


def _to_row(ticket: Ticket) -> dict[str, Any]:
    draft = ticket.draft
    lines = [{**asdict(line), "at": line.at.isoformat()} for line in draft.transcript]
    return {
        **{name: getattr(draft, name) for name in _DRAFT_COLUMNS},
        "reference": ticket.reference,
        "status": ticket.status.value,
        "priority": draft.priority.value,
        "assignee": ticket.assignee,
        "active_key": draft.active_key if ticket.status.active else None,
        "priority_row": ticket.priority_row,
        "earlier": list(ticket.earlier),
        "attachments": list(draft.attachments),
        "first_response_at": ticket.first_response_at,
        "solved_at": ticket.solved_at,
        "overdue_told_at": ticket.overdue_told_at,
        "sales_channel": draft.sales_channel,
        "verified": draft.verified,
        "summary": list(draft.summary),
        "snapshot": dict(draft.snapshot),
        "checklist": dict(draft.checklist),
        "transcript": lines,
        "created_at": ticket.created_at,
        "updated_at": ticket.updated_at,
        "first_response_due": ticket.first_response_due,
    }


def _from_row(row: Any) -> Ticket:
    lines = (TranscriptLine(**{**x, "at": datetime.fromisoformat(x["at"])}) for x in row["transcript"])
    draft = TicketDraft(
        **{name: row[name] for name in _DRAFT_COLUMNS},
        sales_channel=row["sales_channel"],
        verified=row["verified"],
        priority=Priority(row["priority"]),
        summary=tuple(row["summary"]),
        snapshot=row["snapshot"],
        checklist=row["checklist"],
        transcript=tuple(lines),
        attachments=tuple(row["attachments"]),
    )
    return Ticket(
        reference=row["reference"],
        draft=draft,
        status=TicketStatus(row["status"]),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        first_response_due=row["first_response_due"],
        assignee=row["assignee"],
        priority_row=row["priority_row"],
        earlier=tuple(row["earlier"]),
        first_response_at=row["first_response_at"],
        solved_at=row["solved_at"],
        overdue_told_at=row["overdue_told_at"],
    )
