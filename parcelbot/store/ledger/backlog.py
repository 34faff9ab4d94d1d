"""Keep the backlog: shoppers' messages that wait for the assistant, and the worker that answers a conversation now.

A worker claims a conversation for a few seconds at a time (a lease). So messages are answered in order with several
workers, and another worker takes over when one dies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, or_, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Message
from parcelbot.store.ledger.message_rows import message_of
from parcelbot.store.schema.conversations import conversations, messages

_MINE = and_(conversations.c.id == bindparam("here"), conversations.c.runner == bindparam("me"))
_FREE = or_(conversations.c.runner.is_(None), conversations.c.lease_until <= bindparam("now"))
_CLAIM = (
    update(conversations)
    .where(or_(_MINE, and_(conversations.c.id == bindparam("here"), _FREE)))
    .values(runner=bindparam("me"), lease_until=bindparam("until"))
)
_RELEASE = update(conversations).where(_MINE).values(runner=None, lease_until=None)
_WAITING = and_(messages.c.conversation_id == bindparam("here"), messages.c.pending)
_OLDEST = select(messages).where(_WAITING).order_by(messages.c.seq).limit(1)
_ALL = select(messages.c.seq).where(_WAITING).order_by(messages.c.seq)
_THIS = and_(messages.c.conversation_id == bindparam("here"), messages.c.seq == bindparam("this"))
_ATTEMPT = update(messages).where(_THIS).values(attempts=messages.c.attempts + 1)
_DONE = update(messages).where(_THIS).values(pending=False)
_STRANDED = (
    select(conversations.c.id)
    .select_from(messages.join(conversations, messages.c.conversation_id == conversations.c.id))
    .where(messages.c.pending, _FREE)
    .distinct()
)


@dataclass(frozen=True)
class WaitingMessage:
    """A message that waits for the assistant; `attempt` is 1 the first time, more after a worker died over it."""

    message: Message
    attempt: int


class Backlog:
    """The claims and marks on the ledger's rows. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def claim(self, conversation_id: str, runner: str, now: datetime, lease: timedelta) -> bool:
        """Take or keep the conversation for `runner` until `now + lease`; False while another runner has it."""
        values = {"here": conversation_id, "me": runner, "now": now, "until": now + lease}
        with self._engine.begin() as connection:
            return bool(connection.execute(_CLAIM, values).rowcount)

    def next(self, conversation_id: str, done: int | None = None) -> WaitingMessage | None:
        """Mark the message with seq `done` as dealt with, and give the oldest that waits; None when nothing waits.

        Giving a message counts as one more attempt at it.
        """
        with self._engine.begin() as connection:
            if done is not None:
                connection.execute(_DONE, {"here": conversation_id, "this": done})
            row = connection.execute(_OLDEST, {"here": conversation_id}).mappings().first()
            if row is None:
                return None
            connection.execute(_ATTEMPT, {"here": conversation_id, "this": row["seq"]})
        return WaitingMessage(message_of(row), row["attempts"] + 1)

    def release(self, conversation_id: str, runner: str) -> bool:
        """Give the conversation back; True when a message still waits in it."""
        with self._engine.begin() as connection:
            connection.execute(_RELEASE, {"here": conversation_id, "me": runner})
            return bool(_seqs(connection, conversation_id))

    def waiting(self, conversation_id: str) -> list[int]:
        """Read the seqs of the messages that wait, oldest first."""
        with self._engine.connect() as connection:
            return _seqs(connection, conversation_id)

    def stranded(self, now: datetime) -> list[str]:
        """Find the conversations with waiting messages that no living worker deals with."""
        with self._engine.connect() as connection:
            return list(connection.execute(_STRANDED, {"now": now}).scalars())


def _seqs(connection: Connection, conversation_id: str) -> list[int]:
    return list(connection.execute(_ALL, {"here": conversation_id}).scalars())
