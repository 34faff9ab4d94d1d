"""Shoppers' messages the assistant has not dealt with, and which worker deals with a conversation now.

A worker claims a conversation for a few seconds at a time (a lease), so that messages are answered in
order with several workers, and by another one when a worker dies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.engine import Engine

from parcelbot.core.conversation import Message
from parcelbot.store.rows import message_of
from parcelbot.store.tables import conversations, messages


@dataclass(frozen=True)
class Waiting:
    """A message to be dealt with; `attempt` is 1 the first time, more after a worker died over it."""

    message: Message
    attempt: int


class Backlog:
    """Claims and marks over the ledger's rows. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def claim(self, conversation_id: str, runner: str, now: datetime, lease: timedelta) -> bool:
        """Take or keep the conversation until `now + lease`; False while another runner has it."""
        columns = conversations.c
        free = or_(columns.runner.is_(None), columns.runner == runner, columns.lease_until <= now)
        taken = update(conversations).where(columns.id == conversation_id, free)
        with self._engine.begin() as connection:
            result = connection.execute(taken.values(runner=runner, lease_until=now + lease))
            return bool(result.rowcount)

    def release(self, conversation_id: str, runner: str) -> None:
        """Give the conversation back, if it is still `runner`'s."""
        columns = conversations.c
        held = update(conversations).where(columns.id == conversation_id, columns.runner == runner)
        with self._engine.begin() as connection:
            connection.execute(held.values(runner=None, lease_until=None))

    def next(self, conversation_id: str) -> Waiting | None:
        """The oldest message that waits, counted as attempted once more; None when none does."""
        waiting = and_(messages.c.conversation_id == conversation_id, messages.c.pending)
        query = select(messages).where(waiting).order_by(messages.c.seq).limit(1)
        with self._engine.begin() as connection:
            row = connection.execute(query).mappings().first()
            if row is None:
                return None
            attempt = row["attempts"] + 1
            this = and_(messages.c.conversation_id == conversation_id, messages.c.seq == row["seq"])
            connection.execute(update(messages).where(this).values(attempts=attempt))
        return Waiting(message_of(row), attempt)

    def done(self, conversation_id: str, seq: int) -> None:
        """The assistant has dealt with the message, or need not."""
        this = and_(messages.c.conversation_id == conversation_id, messages.c.seq == seq)
        with self._engine.begin() as connection:
            connection.execute(update(messages).where(this).values(pending=False))

    def waiting(self, conversation_id: str) -> list[int]:
        """The seqs of the messages that wait, oldest first."""
        query = select(messages.c.seq).where(messages.c.conversation_id == conversation_id, messages.c.pending)
        with self._engine.connect() as connection:
            return list(connection.execute(query.order_by(messages.c.seq)).scalars())

    def stranded(self, now: datetime) -> list[str]:
        """Conversations with waiting messages that no living worker deals with."""
        joined = messages.join(conversations, messages.c.conversation_id == conversations.c.id)
        free = or_(conversations.c.runner.is_(None), conversations.c.lease_until <= now)
        query = select(conversations.c.id).select_from(joined).where(messages.c.pending, free).distinct()
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())
