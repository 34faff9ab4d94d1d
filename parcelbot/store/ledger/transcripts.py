"""Read for the actions what was said in conversations, from the website's ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.store.ledger import in_transaction
from parcelbot.store.schema.conversations import messages

# Built once: making a statement costs as much as running it.
_LAST_HEARD = select(func.max(messages.c.at)).where(
    messages.c.conversation_id == bindparam("here"),
    messages.c.author == Author.SHOPPER.value,
    messages.c.seq < bindparam("before"),
)


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
        with self._engine.connect() as connection:
            at: datetime | None = connection.execute(
                _LAST_HEARD, {"here": conversation_id, "before": before_seq}
            ).scalar_one()
        return at
