"""Keep the backlog: shoppers' messages that wait for the assistant's answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile

from sqlalchemy import and_, bindparam, case, select, update
from sqlalchemy.engine import Connection, Engine, RowMapping

from parcelbot.core.cases.conversation import Message
from parcelbot.store.ledger.claims import HeldClaim, held_claim
from parcelbot.store.ledger.message_rows import message_of
from parcelbot.store.schema.conversations import UtcDateTime, conversations, messages
from parcelbot.store.schema.database_clock import database_now

_WAITING = and_(messages.c.conversation_id == bindparam("here"), messages.c.pending)
#: More messages than these are not read as one.
MOST_IN_A_BURST = 6
_OLDEST = select(messages).where(_WAITING).order_by(messages.c.seq).limit(MOST_IN_A_BURST)
_NEWEST = select(messages).where(_WAITING).order_by(messages.c.seq.desc()).limit(2)
_DEALT_WITH = select(messages.c.seq).where(
    messages.c.conversation_id == bindparam("here"), messages.c.pending.is_(False)
)
_ALL = select(messages.c.seq).where(_WAITING).order_by(messages.c.seq)
_THIS = and_(messages.c.conversation_id == bindparam("here"), messages.c.seq == bindparam("this"))
_BEGUN = update(messages).where(_THIS).values(attempts=messages.c.attempts + 1)
_BEGUN_ONCE = case((messages.c.attempts > 1, messages.c.attempts - 1), else_=1)
_NO_DEATH = update(messages).where(_THIS).values(attempts=_BEGUN_ONCE)
_FAILING = and_(_WAITING, messages.c.failing_since.is_(None))
_FAILING_NOW = update(messages).where(_FAILING).values(failing_since=bindparam("now", type_=UtcDateTime()))
_UP_TO_THIS = and_(messages.c.conversation_id == bindparam("here"), messages.c.seq <= bindparam("this"))
_DONE = update(messages).where(_UP_TO_THIS, messages.c.pending).values(pending=False)
_IS_WAITING = select(messages.c.seq).where(_THIS, messages.c.pending)
#: Nobody can do more at a time; the rest is seen when these are answered.
_AT_ONCE = 500
_EVERYWHERE = (
    select(messages, conversations.c.network, conversations.c.runner, conversations.c.fence, conversations.c.beat)
    .select_from(messages.join(conversations, messages.c.conversation_id == conversations.c.id))
    .where(messages.c.pending)
    .order_by(messages.c.at)
    .limit(_AT_ONCE)
)


@dataclass(frozen=True)
class WaitingMessage:
    """A message that waits for the assistant.

    `attempt` is 1 the first time, 2 after it was begun before, and one more for each process that died over it.
    `followers` are typed messages that wait right behind it, which is typed, too: they may be read with it. Turns have
    come to nothing while it waited for as long as it is `failing_for`, by the database's clock.
    """

    message: Message
    attempt: int
    followers: tuple[Message, ...] = ()
    failing_for: timedelta = timedelta()


@dataclass(frozen=True)
class LastTyped:
    """Line that was typed last of what waits: do other lines wait before it, does the conversation open with it?

    `text` is "" where the last is no typed message, or nothing waits.
    """

    text: str = ""
    in_a_burst: bool = False
    opens: bool = False


@dataclass(frozen=True)
class WaitingElsewhere:
    """A waiting message seen from outside: the network its shopper writes from, and who has its conversation."""

    message: Message
    network: str
    held: HeldClaim


class Backlog:
    """The marks on the ledger's rows. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def waiting(self, conversation_id: str) -> list[int]:
        """Read the seqs of the messages that wait, oldest first."""
        with self._engine.connect() as connection:
            return list(connection.execute(_ALL, {"here": conversation_id}).scalars())

    def last_typed(self, conversation_id: str) -> LastTyped:
        """Read what was typed last of what waits."""
        here = {"here": conversation_id}
        with self._engine.connect() as connection:
            rows = connection.execute(_NEWEST, here).mappings().all()
            opens = connection.execute(_DEALT_WITH.limit(1), here).first() is None
        newest = message_of(rows[0]) if rows else None
        if newest is None or not _is_typed(newest):
            return LastTyped()
        return LastTyped(newest.text, len(rows) > 1, opens)

    def everywhere(self) -> Sequence[WaitingElsewhere]:
        """List the messages that wait in any conversation, the longest waiting first."""
        with self._engine.connect() as connection:
            rows = connection.execute(_EVERYWHERE).mappings().all()
        return [WaitingElsewhere(message_of(row), row["network"], held_claim(row)) for row in rows]


def begin(connection: Connection, conversation_id: str) -> WaitingMessage | None:
    """Begin, in the caller's transaction, the oldest message that waits once more; None when nothing waits."""
    rows = connection.execute(_OLDEST, {"here": conversation_id}).mappings().all()
    if not rows:
        return None
    connection.execute(_BEGUN, {"here": conversation_id, "this": rows[0]["seq"]})
    oldest, *others = map(message_of, rows)
    followers = takewhile(_is_typed, others) if _is_typed(oldest) else ()
    return WaitingMessage(oldest, rows[0]["attempts"] + 1, tuple(followers), _failing_for(connection, rows[0]))


def _failing_for(connection: Connection, row: RowMapping) -> timedelta:
    since = row["failing_since"]
    return timedelta() if since is None else database_now(connection) - since


def _is_typed(message: Message) -> bool:
    """Tell whether a message is nothing but words; a button and a file speak for themselves."""
    return bool(message.text) and not (message.command or message.attachment)


def postpone(connection: Connection, message: Message) -> None:
    """Count, in the caller's transaction, an attempt no further over which no process died; that it was stays known.

    Whatever waits in the conversation is failing from now on, if it was not before.
    """
    here = {"here": message.conversation_id}
    connection.execute(_NO_DEATH, {**here, "this": message.seq})
    connection.execute(_FAILING_NOW, {**here, "now": database_now(connection)})


def is_waiting(connection: Connection, conversation_id: str, seq: int) -> bool:
    """Tell, in the caller's transaction, whether a message still waits."""
    return connection.execute(_IS_WAITING, {"here": conversation_id, "this": seq}).first() is not None


def mark_done(connection: Connection, conversation_id: str, seq: int) -> bool:
    """Mark a message and what waited before it, in the caller's transaction, as dealt with; False when all were."""
    return bool(connection.execute(_DONE, {"here": conversation_id, "this": seq}).rowcount)
