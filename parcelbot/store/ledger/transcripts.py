"""Read for the actions what was said in conversations, from the website's ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.store.ledger import in_transaction
from parcelbot.store.schema.conversations import messages


class SqlTranscripts:
    """`usecases.assistant.Record` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def said(self, conversation_id: str) -> Sequence[Message]:
        """Read everything said, in order; empty for a conversation of another channel."""
        with self._engine.connect() as connection:
            return in_transaction.messages_after(connection, conversation_id, 0)

    def last_heard(self, conversation_id: str, before_seq: int) -> datetime | None:
        """Give the moment at which the shopper last wrote before the message `before_seq`; None when never."""
        columns = messages.c
        theirs = (columns.conversation_id == conversation_id) & (columns.author == Author.SHOPPER.value)
        query = select(func.max(columns.at)).where(theirs, columns.seq < before_seq)
        with self._engine.connect() as connection:
            at: datetime | None = connection.execute(query).scalar_one()
        return at
