"""Give due watches to workers, each to one, and write what comes of it in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Conversation, ConversationState, Message
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.watching.judging import WatchVerdict
from parcelbot.core.watching.watch import Watch
from parcelbot.store.ledger import in_transaction
from parcelbot.store.ledger.ledger import Signal
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.database_clock import Now, database_now
from parcelbot.store.schema.tickets import journal
from parcelbot.store.watching.browsers import push_news
from parcelbot.store.watching.mails import mail_news
from parcelbot.store.watching.rows import watch_of
from parcelbot.store.watching.tables import keep_others_out, watch_events, watches

#: News that are held for an agent are looked at again so often: once the bot has the chat back, it tells them itself.
HELD_FOR = timedelta(minutes=10)
#: How long a watch over which something failed is left alone.
LEFT_ALONE = timedelta(minutes=10)


@dataclass(frozen=True)
class DueWatch:
    """A watch that a worker has for a while, as it was at `now`; `due_at` is since when it waits.

    `seen_at` is when the conversation's page was last open, `language` the code of the one that is spoken there,
    `time_zone` that of the shopper's page; "" where none is known.
    """

    watch: Watch
    due_at: datetime
    now: datetime
    fence: int
    woken: int
    seen_at: datetime | None
    language: str = ""
    time_zone: str = ""


class SqlDueWatches:
    """`usecases.watching.watcher.DueWatches` over SQLAlchemy. Thread-safe; any number of workers may use it.

    `clock` reads the time in a transaction, by default the database's own. `signal` gets conversations that changed.
    A watch over which something failed is left alone for `pause`.
    """

    def __init__(
        self,
        engine: Engine,
        signal: Signal = lambda _: None,
        clock: Now = database_now,
        pause: timedelta = LEFT_ALONE,
    ) -> None:
        self._engine = engine
        self._signal = signal
        self._clock = clock
        self._pause = pause

    def claim(self, runner: str, lease: timedelta, limit: int) -> list[DueWatch]:
        """Take up to `limit` due watches that nobody has, longest due first, for as long as `lease`."""
        with self._engine.begin() as connection:
            keep_others_out(connection)
            now = self._clock(connection)
            free = or_(watches.c.lease_until.is_(None), watches.c.lease_until <= now)
            due = watches.c.ended_at.is_(None) & (watches.c.due_at <= now) & free
            wanted = select(watches.c.id).where(due).order_by(watches.c.due_at).limit(limit)
            ids = connection.execute(wanted.with_for_update(skip_locked=True)).scalars().all()
            mine = update(watches).where(watches.c.id.in_(ids))
            connection.execute(mine.values(runner=runner, fence=watches.c.fence + 1, lease_until=now + lease))
            return _read(connection, ids, now)

    def carry_out(self, claim: DueWatch, verdict: WatchVerdict, draft: Message | None, day: Any) -> bool:
        """Write what was decided: the message, at once and once, and how the watch goes on.

        False, and nothing is written, when another worker has it by now, or it was ended. While a person has the
        conversation the words are held for them. `day` is the person's date.
        """
        with self._engine.begin() as connection:
            conversation = in_transaction.lock_if_known(connection, claim.watch.conversation_id)
            row = _locked(connection, claim.watch.id)
            if conversation is None or row is None or row["fence"] != claim.fence or row["ended_at"] is not None:
                return False
            now = self._clock(connection)
            told = _tell(connection, row, conversation, claim, verdict, draft, now) if draft else {}
            written = told and not told["held"]
            _move_on(connection, row, claim, verdict, now, {**told, **({"told_on": day} if written else {})})
        if draft:
            self._signal(claim.watch.conversation_id)
        return True

    def leave(self, claim: DueWatch) -> None:
        """Give back a watch over which something failed; it is tried again after a while."""
        mine = (watches.c.id == claim.watch.id) & (watches.c.fence == claim.fence)
        with self._engine.begin() as connection:
            later = self._clock(connection) + self._pause
            connection.execute(update(watches).where(mine).values(runner=None, lease_until=later))


def _read(connection: Connection, ids: list[str], now: datetime) -> list[DueWatch]:
    here = watches.join(conversations, conversations.c.id == watches.c.conversation_id)
    query = (
        select(watches, conversations.c.seen_at, conversations.c.language, conversations.c.time_zone)
        .select_from(here)
        .where(watches.c.id.in_(ids))
    )
    rows = connection.execute(query.order_by(watches.c.due_at)).mappings()
    return [_due_watch(row, now) for row in rows.all()]


def _due_watch(row: Mapping[str, Any], now: datetime) -> DueWatch:
    told = {name: row[name] for name in ("due_at", "fence", "woken", "seen_at", "language", "time_zone")}
    return DueWatch(watch_of(row), now=now, **told)


def _locked(connection: Connection, watch_id: str) -> Mapping[str, Any] | None:
    row = connection.execute(select(watches).where(watches.c.id == watch_id).with_for_update()).mappings().first()
    return dict(row) if row else None


def _tell(
    connection: Connection,
    row: Mapping[str, Any],
    conversation: Conversation,
    claim: DueWatch,
    verdict: WatchVerdict,
    draft: Message,
    now: datetime,
) -> dict[str, Any]:
    """Write the message, or hold it for the person who has the conversation; gives the columns that change."""
    event = verdict.event[:120]
    known = (watch_events.c.watch_id == row["id"]) & (watch_events.c.event == event)
    if connection.execute(select(watch_events.c.event).where(known)).first() is not None:
        return {}
    if conversation.state is ConversationState.HUMAN:
        return {"held": draft.text, "held_event": event, "due_at": now + HELD_FOR}
    message = in_transaction.add_message(connection, conversation, replace(draft, at=now), f"watch:{row['id']}:{event}")
    note_told(connection, row, event, claim.due_at, now, message.seq)
    if watch_of(row).consent.may_be_written_to:
        mail_news(connection, row["id"], row["email"], f"{row['number']} {event}", message.seq, now)
    push_news(connection, row["conversation_id"], row["id"], f"{row['number']} {event}", message.seq, now)
    return {"held": "", "held_event": ""}


def note_told(
    connection: Connection, row: Mapping[str, Any], event: str, owed_at: datetime, now: datetime, seq: int | None
) -> None:
    """Keep that an event was written about, and count it."""
    connection.execute(watch_events.insert().values(watch_id=row["id"], event=event, at=now, owed_at=owed_at, seq=seq))
    late_s = max((now - owed_at).total_seconds(), 0.0)
    what = event.partition(":")[0]
    note(connection, row["conversation_id"], JournalKind.TOLD, now, what, row["row"], late_s)


def note(
    connection: Connection,
    conversation_id: str,
    kind: JournalKind,
    now: datetime,
    intent: str = "",
    row: str = "",
    value: float | None = None,
) -> None:
    """Write a line of the journal in the caller's transaction."""
    line = {"at": now, "conversation_id": conversation_id, "kind": kind.value, "intent": intent, "row": row}
    connection.execute(journal.insert().values(**line, value=value))


def _move_on(
    connection: Connection,
    row: Mapping[str, Any],
    claim: DueWatch,
    verdict: WatchVerdict,
    now: datetime,
    told: Mapping[str, Any],
) -> None:
    """Put down how the watch goes on; news that came meanwhile are looked at at once."""
    woken = row["woken"] != claim.woken
    here = update(watches).where(watches.c.id == row["id"])
    if told.get("held"):
        connection.execute(here.values(**{**told, "runner": None, "lease_until": None}))
        return
    values: dict[str, Any] = {
        "seen": verdict.seen.to_json(),
        "promised": verdict.promised,
        "warning": "" if verdict.step.writes else row["warning"],
        "due_at": now if woken else verdict.due,
        "runner": None,
        "lease_until": None,
        **told,
    }
    if verdict.end:
        values.update(ended_at=now, end=verdict.end.value, active_key=None, due_at=None)
        note(connection, row["conversation_id"], JournalKind.WATCH_ENDED, now, verdict.end.value, row["row"])
    connection.execute(here.values(values))
