"""List watches for agents, and let them decide about news of parcels whose conversation a person has."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.paging import Page, existing_page, lines_before, page_count
from parcelbot.core.watching.watch import Watch
from parcelbot.store.ledger import in_transaction
from parcelbot.store.ledger.ledger import Signal
from parcelbot.store.schema.database_clock import Now, database_now
from parcelbot.store.watching.due import note_told
from parcelbot.store.watching.rows import watch_of
from parcelbot.store.watching.tables import watch_events, watches

PAGE_LINES = 50


class SqlHeldNews:
    """`usecases.watching.desk.HeldNews` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine, signal: Signal = lambda _: None, clock: Now = database_now) -> None:
        self._engine = engine
        self._signal = signal
        self._clock = clock

    def page(self, page: int) -> Page[Watch]:
        """Read a page of the watches that go on: those with news that wait for an agent first, then by their day."""
        going_on = watches.c.ended_at.is_(None)
        query = select(watches).where(going_on)
        order = (watches.c.held == "", func.coalesce(watches.c.promised, watches.c.until), watches.c.id)
        with self._engine.connect() as connection:
            total = connection.execute(select(func.count()).select_from(watches).where(going_on)).scalar_one()
            pages = page_count(total, PAGE_LINES)
            page = existing_page(page, pages)
            rows = connection.execute(query.order_by(*order).limit(PAGE_LINES).offset(lines_before(page, PAGE_LINES)))
            return Page(tuple(watch_of(row) for row in rows.mappings()), total, page, pages)

    def say(self, watch_id: str, agent: str) -> bool:
        """Say held news in the chat, in the agent's name; False when there are none any more."""
        with self._engine.begin() as connection:
            row = _row(connection, watch_id)
            conversation = row and in_transaction.lock_if_known(connection, row["conversation_id"])
            row = _row(connection, watch_id)
            if conversation is None or row is None or not row["held"]:
                return False
            now, event = self._clock(connection), row["held_event"]
            draft = Message(conversation.id, 0, Author.AGENT, now, row["held"], agent=agent)
            said = in_transaction.add_message(connection, conversation, draft, f"watch:{watch_id}:{event}")
            note_told(connection, row, event, now, now, said.seq)
            _release(connection, watch_id, now)
        self._signal(conversation.id)
        return True

    def drop(self, watch_id: str) -> bool:
        """Leave held news unsaid, also later; False when there are none any more."""
        with self._engine.begin() as connection:
            row = _row(connection, watch_id)
            if row is None or not row["held"]:
                return False
            now = self._clock(connection)
            done = {"watch_id": watch_id, "event": row["held_event"], "at": now, "owed_at": now}
            connection.execute(watch_events.insert().values(**done))
            _release(connection, watch_id, now)
        return True


def _row(connection: Connection, watch_id: str) -> Any:
    return connection.execute(select(watches).where(watches.c.id == watch_id).with_for_update()).mappings().first()


def _release(connection: Connection, watch_id: str, now: Any) -> None:
    values = {"held": "", "held_event": "", "due_at": now, "woken": watches.c.woken + 1}
    connection.execute(update(watches).where(watches.c.id == watch_id).values(values))
