"""Read pages of tickets for agents, in a fixed number of statements however many lines a page has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, or_, select, true
from sqlalchemy.engine import Connection

from parcelbot.core.cases.conversation import Author, ConversationState
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.views import PAGE_LINES, QueueFilter, QueueLine
from parcelbot.core.paging import Page, lines_before, page_count
from parcelbot.store.cases.ticket_rows import (
    CASES,
    IS_ACTIVE,
    PROMISED_AT,
    UNANSWERED,
    is_overdue,
    ticket_of,
)
from parcelbot.store.schema.conversations import conversations, messages
from parcelbot.store.schema.tickets import ticket_reads, tickets

_WAITING_SINCE = case(
    (conversations.c.id.isnot(None), conversations.c.waiting_since), (UNANSWERED, tickets.c.created_at)
)
_SPOKEN = messages.c.author.in_((Author.SHOPPER.value, Author.AGENT.value))


def shows(shown: QueueFilter, email: str, now: datetime) -> Any:
    """Give the condition of a filter, for the agent with this e-mail."""
    return {
        QueueFilter.NEW: and_(IS_ACTIVE, tickets.c.assignee == ""),
        QueueFilter.MINE: and_(IS_ACTIVE, tickets.c.assignee == email),
        QueueFilter.WAITING: and_(IS_ACTIVE, tickets.c.assignee != "", _WAITING_SINCE.isnot(None)),
        QueueFilter.OVERDUE: is_overdue(now),
        QueueFilter.SOLVED: ~IS_ACTIVE,
        QueueFilter.ALL: true(),
    }[shown]


def in_language(condition: Any, language: str) -> Any:
    """Leave the tickets of one language; "" for all."""
    return and_(condition, tickets.c.language == language) if language else condition


def languages(connection: Connection) -> Sequence[str]:
    """List the languages that active tickets are in."""
    return [row[0] for row in connection.execute(select(tickets.c.language).where(IS_ACTIVE).distinct())]


def order(now: datetime) -> Sequence[Any]:
    """Give the order: overdue tickets, then those somebody waits for, then the other active ones, then the ended.

    Active ones stand by the moment of the promise, else of the wait; ended ones newest first.
    """
    awaited = or_(PROMISED_AT.isnot(None), _WAITING_SINCE.isnot(None))
    urgency = case((~IS_ACTIVE, 3), (is_overdue(now), 0), (awaited, 1), else_=2)
    since = case((IS_ACTIVE, func.coalesce(PROMISED_AT, _WAITING_SINCE, tickets.c.updated_at)))
    ended = case((~IS_ACTIVE, func.coalesce(tickets.c.solved_at, tickets.c.updated_at)))
    return (urgency, since, ended.desc(), tickets.c.reference)


def page_of(connection: Connection, condition: Any, ordered: Sequence[Any], email: str, page: int) -> Page[QueueLine]:
    """Read a page of the tickets that meet the condition; the last one when there are fewer pages."""
    found = select(tickets.c.reference, func.count().over()).select_from(CASES).where(condition).order_by(*ordered)
    page = max(page, 1)
    rows = connection.execute(found.limit(PAGE_LINES).offset(lines_before(page, PAGE_LINES))).all()
    if not rows and page > 1:
        total = connection.execute(select(func.count()).select_from(CASES).where(condition)).scalar_one()
        return page_of(connection, condition, ordered, email, page_count(total, PAGE_LINES))
    total = rows[0][1] if rows else 0
    lines = _lines(connection, [row[0] for row in rows], email)
    return Page(lines, total, page, page_count(total, PAGE_LINES))


def counts(connection: Connection, email: str, now: datetime) -> Mapping[QueueFilter, int]:
    """Count the tickets that each filter shows, in one statement."""
    numbers = [func.coalesce(func.sum(case((shows(f, email, now), 1), else_=0)), 0) for f in QueueFilter]
    row = connection.execute(select(*numbers).select_from(CASES)).one()
    return {shown: int(number) for shown, number in zip(QueueFilter, row, strict=True)}


def unread_of(connection: Connection, email: str) -> int:
    """Count the lines of shoppers that the agent has not read in the active tickets they have."""
    return sum(_unread(connection, and_(IS_ACTIVE, tickets.c.assignee == email), email).values())


def _lines(connection: Connection, references: Sequence[str], email: str) -> tuple[QueueLine, ...]:
    if not references:
        return ()
    these = tickets.c.reference.in_(references)
    columns = (tickets, conversations.c.state, _WAITING_SINCE.label("waiting_since"))
    query = select(*columns).select_from(CASES).where(these)
    rows = {row["reference"]: row for row in connection.execute(query).mappings()}
    texts = _last_texts(connection, {row["conversation_id"] for row in rows.values()})
    unread = _unread(connection, these, email)
    return tuple(
        _line(rows[reference], texts, unread.get(reference, 0)) for reference in references if reference in rows
    )


def _line(row: Mapping[str, Any], texts: Mapping[str, str], unread: int) -> QueueLine:
    ticket = ticket_of(row)
    return QueueLine(
        ticket=ticket,
        state=ConversationState(row["state"]) if row["state"] else None,
        unread=unread,
        waiting_since=row["waiting_since"] if ticket.status.active else None,
        last_text=texts.get(ticket.draft.conversation_id) or _last_line(ticket),
    )


def _last_line(ticket: Ticket) -> str:
    return ticket.draft.transcript[-1].text if ticket.draft.transcript else ""


def _last_texts(connection: Connection, conversation_ids: Iterable[str]) -> dict[str, str]:
    """Read by conversation the text that shopper or agent sent last; the file's name when it came without words."""
    here = messages.c.conversation_id.in_(list(conversation_ids))
    newest = (
        select(messages.c.conversation_id.label("here"), func.max(messages.c.seq).label("seq"))
        .where(here, _SPOKEN)
        .group_by(messages.c.conversation_id)
        .subquery()
    )
    same = and_(messages.c.conversation_id == newest.c.here, messages.c.seq == newest.c.seq)
    query = select(messages.c.conversation_id, messages.c.payload).select_from(newest.join(messages, same))
    return {row.conversation_id: _text_of(row.payload) for row in connection.execute(query)}


def _text_of(payload: Mapping[str, Any]) -> str:
    return str(payload["text"] or (payload["attachment"] or {}).get("name", ""))


def _unread(connection: Connection, which: Any, email: str) -> dict[str, int]:
    mine = and_(ticket_reads.c.reference == tickets.c.reference, ticket_reads.c.agent == email)
    said = and_(
        messages.c.conversation_id == tickets.c.conversation_id,
        messages.c.author == Author.SHOPPER.value,
        messages.c.seq > func.coalesce(ticket_reads.c.seq, 0),
    )
    query = (
        select(tickets.c.reference, func.count())
        .select_from(tickets.outerjoin(ticket_reads, mine).join(messages, said))
        .where(which)
        .group_by(tickets.c.reference)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
