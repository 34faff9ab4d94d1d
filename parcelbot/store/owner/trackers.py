"""Read, mask and remove conversations in Rasa's SQL tracker store.

Rasa keeps no conversation in memory between two messages, so one removed here while no turn runs is gone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    func,
    inspect,
    select,
    update,
)
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.pool import NullPool

from parcelbot.core.owner.privacy import without_email
from parcelbot.store.schema.conditions import chunks, may_contain
from parcelbot.store.schema.transactions import removed_for_good

T = TypeVar("T")

_metadata = MetaData()

#: The columns of Rasa's table that are used here.
events = Table(
    "events",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("sender_id", String(255), nullable=False),
    Column("timestamp", Float),
    Column("data", Text),
)


class SqlTrackers:
    """`usecases.privacy.removal.Trackers` over the database that Rasa writes; empty until Rasa has made it."""

    def __init__(self, address: str) -> None:
        self._path = None if "://" in address else Path(address)
        self._url = f"sqlite:///{address}" if self._path else address

    def remove(self, conversation_ids: Collection[str]) -> int:
        """Remove these conversations; gives the number of events removed."""
        return self._for_good(lambda connection: _remove(connection, conversation_ids))

    def mask(self, email: str) -> int:
        """Take the address out of all events; gives the number of events in which it stood."""
        return self._for_good(lambda connection: _mask(connection, email))

    def memories(self, conversation_ids: Collection[str]) -> Mapping[str, Sequence[Any]]:
        """Read the events of each conversation that Rasa remembers, oldest first."""
        return self._with(lambda engine: _read(engine, conversation_ids), {})

    def quiet_since(self, before: datetime) -> Sequence[str]:
        """Find the conversations whose last event is older than `before`."""
        last = func.max(events.c.timestamp)
        query = select(events.c.sender_id).group_by(events.c.sender_id).having(last < before.timestamp())
        return self._with(lambda engine: _column(engine, query), [])

    def _for_good(self, work: Callable[[Connection], int]) -> int:
        return self._with(lambda engine: removed_for_good(engine, work), 0)

    def _with(self, work: Callable[[Engine], T], nothing: T) -> T:
        if self._path and not self._path.exists():
            return nothing
        # Rasa's own settings of its database stay as they are
        engine = create_engine(self._url, poolclass=NullPool)
        return work(engine) if inspect(engine).has_table(events.name) else nothing


def _remove(connection: Connection, conversation_ids: Collection[str]) -> int:
    return sum(
        connection.execute(delete(events).where(events.c.sender_id.in_(some))).rowcount
        for some in chunks(conversation_ids)
    )


def _mask(connection: Connection, email: str) -> int:
    masked = 0
    for row in connection.execute(select(events.c.id, events.c.data).where(may_contain(events.c.data, email))).all():
        data = json.dumps(without_email(email, json.loads(row.data)))
        if data != row.data:
            connection.execute(update(events).where(events.c.id == row.id).values(data=data))
            masked += 1
    return masked


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
