"""Read what the owner's figures are computed from, in a few statements however many conversations there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Author
from parcelbot.core.owner.journal import JournalEntry
from parcelbot.core.owner.outcomes import ConversationHistory
from parcelbot.core.owner.report import OpenedTicket
from parcelbot.store.cases.ticket_rows import ACTIVE
from parcelbot.store.owner.journal import SqlJournal
from parcelbot.store.schema.conversations import conversations, messages
from parcelbot.store.schema.tickets import tickets


class SqlFigures:
    """`usecases.figures.FiguresStore` over SQLAlchemy."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._journal = SqlJournal(engine)

    def histories(self, start: datetime, end: datetime) -> Sequence[ConversationHistory]:
        """Read the conversations in which a shopper wrote from `start` to before `end`.

        Each holds only the messages and journal entries of that span.
        """
        noted: defaultdict[str, list[JournalEntry]] = defaultdict(list)
        for entry in self.entries(start, end):
            noted[entry.conversation_id].append(entry)
        with self._engine.connect() as connection:
            written, shoppers = _written(connection, start, end)
        return [ConversationHistory(here, shoppers[here], moments, noted[here]) for here, moments in written.items()]

    def tickets_opened(self, start: datetime, end: datetime) -> Sequence[OpenedTicket]:
        """Read the tickets opened from `start` to before `end`."""
        c = tickets.c
        query = select(c.row, c.issue, c.created_at, c.first_response_due, c.first_response_at, c.status)
        with self._engine.connect() as connection:
            rows = connection.execute(query.where(c.created_at >= start, c.created_at < end)).all()
        return [
            OpenedTicket(
                row.row, row.issue, row.created_at, row.first_response_due, row.first_response_at, row.status in ACTIVE
            )
            for row in rows
        ]

    def entries(self, start: datetime, end: datetime) -> Sequence[JournalEntry]:
        """Read the journal from `start` to before `end`, oldest first."""
        return self._journal.between(start, end)


def _written(
    connection: Connection, start: datetime, end: datetime
) -> tuple[dict[str, list[datetime]], dict[str, str]]:
    """Read, by conversation, when its shopper wrote and who the shopper is."""
    said = messages.c
    query = (
        select(said.conversation_id, said.at, conversations.c.identity)
        .join(conversations, conversations.c.id == said.conversation_id)
        .where(said.author == Author.SHOPPER.value, said.at >= start, said.at < end)
        .order_by(said.conversation_id, said.seq)
    )
    written: defaultdict[str, list[datetime]] = defaultdict(list)
    shoppers: dict[str, str] = {}
    for row in connection.execute(query):
        written[row.conversation_id].append(row.at)
        shoppers[row.conversation_id] = _shopper(row.conversation_id, row.identity)
    return written, shoppers


def _shopper(conversation_id: str, identity: Any) -> str:
    return str((identity or {}).get("email") or conversation_id).lower()
