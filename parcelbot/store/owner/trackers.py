"""Read, mask and remove conversations in the assistant's memory of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.owner.privacy import without_email
from parcelbot.store.schema.conditions import chunks, may_contain
from parcelbot.store.schema.transactions import removed_for_good
from parcelbot.store.trackers.database import is_there, open_trackers
from parcelbot.store.trackers.event_log import new_version
from parcelbot.store.trackers.tables import events, heads

T = TypeVar("T")


class SqlTrackers:
    """`usecases.privacy.removal.Trackers` over the database that the assistant writes; empty until it has made it.

    What an assistant holds of a conversation in its own memory is void once the conversation's head is another.
    """

    def __init__(self, address: str) -> None:
        self._address = address

    def remove(self, conversation_ids: Collection[str]) -> int:
        """Remove these conversations; gives the number of events removed."""
        return self._for_good(lambda connection: _remove(connection, conversation_ids))

    def mask(self, email: str) -> int:
        """Take the address out of all events; gives the number of events in which it stood."""
        return self._for_good(lambda connection: _mask(connection, email))

    def memories(self, conversation_ids: Collection[str]) -> Mapping[str, Sequence[Any]]:
        """Read the events of each conversation that is remembered, oldest first."""
        return self._with(lambda engine: _read(engine, conversation_ids), {})

    def quiet_since(self, before: datetime) -> Sequence[str]:
        """Find the conversations whose last event is older than `before`."""
        query = select(heads.c.sender_id).where(heads.c.last_at < before.timestamp())
        return self._with(lambda engine: _column(engine, query), [])

    def _for_good(self, work: Callable[[Connection], int]) -> int:
        return self._with(lambda engine: removed_for_good(engine, work), 0)

    def _with(self, work: Callable[[Engine], T], nothing: T) -> T:
        if not is_there(self._address):
            return nothing
        engine = open_trackers(self._address)
        try:
            return work(engine)
        finally:
            engine.dispose()


def _remove(connection: Connection, conversation_ids: Collection[str]) -> int:
    removed = 0
    for some in chunks(conversation_ids):
        # the heads first: who appends looks at them first, too
        connection.execute(delete(heads).where(heads.c.sender_id.in_(some)))
        removed += connection.execute(delete(events).where(events.c.sender_id.in_(some))).rowcount
    return removed


def _mask(connection: Connection, email: str) -> int:
    masked = 0
    for row in connection.execute(select(events).where(may_contain(events.c.data, email))).all():
        data = _masked(email, row.data)
        if data != row.data:
            connection.execute(update(events).where(events.c.id == row.id).values(data=data))
            _mask_head(connection, email, row.sender_id)
            masked += 1
    return masked


def _mask_head(connection: Connection, email: str, conversation_id: str) -> None:
    """Let every assistant read anew, and take the address out of what events were folded into."""
    own = heads.c.sender_id == conversation_id
    # written before it is read: from here on nobody folds anew
    connection.execute(update(heads).where(own).values(version=new_version()))
    for snapshot in connection.execute(select(heads.c.snapshot).where(own)).scalars().all():
        connection.execute(update(heads).where(own).values(snapshot=_masked(email, snapshot)))


def _masked(email: str, data: str) -> str:
    return json.dumps(without_email(email, json.loads(data)))


def _read(engine: Engine, conversation_ids: Collection[str]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    with engine.connect() as connection:
        for some in chunks(conversation_ids):
            query = select(events).where(events.c.sender_id.in_(some)).order_by(events.c.id)
            for row in connection.execute(query):
                found.setdefault(row.sender_id, []).append(json.loads(row.data))
    return found


def _column(engine: Engine, query: Any) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(query).scalars())
