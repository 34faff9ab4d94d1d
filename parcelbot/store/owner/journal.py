"""Keep the journal: written in passing, read for the owner's figures."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.store.schema.tickets import journal
from parcelbot.store.schema.transactions import unhurried

logger = logging.getLogger(__name__)


class SqlJournal:
    """`usecases.assistant.Journal` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def note(self, entry: JournalEntry) -> None:
        """Write one line. Never raises: a shopper's answer must not fail because a statistic cannot be written."""
        values = {
            "at": entry.at,
            "conversation_id": entry.conversation_id,
            "kind": entry.kind.value,
            "intent": entry.intent,
            "row": entry.row,
            "value": entry.value,
        }
        try:
            with unhurried(self._engine) as connection:
                connection.execute(journal.insert(), values)
        except SQLAlchemyError:
            logger.warning("the journal could not be written")

    def between(self, start: datetime, end: datetime) -> Sequence[JournalEntry]:
        """Read everything from `start` to before `end`, oldest first."""
        columns = journal.c
        query = select(journal).where(columns.at >= start, columns.at < end).order_by(columns.at, columns.id)
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings()
            return [
                JournalEntry(
                    at=row["at"],
                    conversation_id=row["conversation_id"],
                    kind=JournalKind(row["kind"]),
                    intent=row["intent"],
                    row=row["row"],
                    value=row["value"],
                )
                for row in rows
            ]
