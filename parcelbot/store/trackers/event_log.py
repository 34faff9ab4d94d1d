"""Read a conversation's newest events and append to them; a version tells whether somebody else did so meanwhile."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.store.schema.transactions import committed
from parcelbot.store.trackers.tables import events, heads

Json = dict[str, Any]

_VERSION_BITS = 62


@dataclass(frozen=True)
class LoggedEvent:
    """An event to be stored; `data` is all of it, the rest is what can be searched for."""

    type_name: str
    timestamp: float
    intent_name: str | None
    action_name: str | None
    data: Json


@dataclass(frozen=True)
class TrackerHead:
    """The state of a conversation: `snapshot` stands for all events up to the one with the id `folded_id`."""

    version: int
    folded_id: int
    snapshot: tuple[Json, ...]


@dataclass(frozen=True)
class TrackerFold:
    """Events that stand from now on for all but the newest `kept`."""

    snapshot: Sequence[Json]
    kept: int


class Standing(Enum):
    """The state in which a conversation was found when something was appended to it."""

    AS_KNOWN = "as known"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class Appended:
    """The outcome of an append. `version` is the conversation's new one; 0 if others changed or removed it.

    Nothing was written to a conversation that was removed.
    """

    standing: Standing
    version: int = 0


class EventLog:
    """The events of all conversations in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def head(self, conversation_id: str) -> TrackerHead | None:
        """Read where a conversation stands; None for an unknown one."""
        query = select(heads.c.version, heads.c.folded_id, heads.c.snapshot).where(heads.c.sender_id == conversation_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return None if row is None else TrackerHead(row.version, row.folded_id, tuple(json.loads(row.snapshot)))

    def events_after(self, conversation_id: str, folded_id: int) -> list[Json]:
        """Read the events that came after the one with this id, oldest first; with 0 all of them."""
        query = (
            select(events.c.data)
            .where(events.c.sender_id == conversation_id, events.c.id > folded_id)
            .order_by(events.c.id)
        )
        with self._engine.connect() as connection:
            return [json.loads(data) for data in connection.execute(query).scalars()]

    def conversations(self) -> list[str]:
        """List the ids of all conversations."""
        with self._engine.connect() as connection:
            return list(connection.execute(select(heads.c.sender_id)).scalars())

    def append(
        self, conversation_id: str, known: int | None, new: Sequence[LoggedEvent], fold: TrackerFold | None = None
    ) -> Appended:
        """Store events in one transaction; `known` is the version they follow, None for a conversation that is new.

        After somebody else's events they are stored behind those, and nothing is folded. To a conversation that was
        known and has been removed meanwhile nothing is added: what was erased does not come back.
        """
        return committed(self._engine, lambda connection: append_in(connection, conversation_id, known, new, fold))

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()


def new_version() -> int:
    """Draw a version above 0: so large a number that it was never drawn before."""
    return secrets.randbits(_VERSION_BITS) + 1


def append_in(
    connection: Connection,
    conversation_id: str,
    known: int | None,
    new: Sequence[LoggedEvent],
    fold: TrackerFold | None,
) -> Appended:
    """Do what `EventLog.append` does, in the transaction of `connection`."""
    version, last_at = new_version(), new[-1].timestamp
    standing = _move_head(connection, conversation_id, known, version, last_at)
    if standing is Standing.REMOVED:
        return Appended(standing)
    connection.execute(events.insert(), [_row(conversation_id, event) for event in new])
    if fold is not None and standing is Standing.AS_KNOWN:
        _fold(connection, conversation_id, fold)
    return Appended(standing, version if standing is Standing.AS_KNOWN else 0)


def _move_head(
    connection: Connection, conversation_id: str, known: int | None, version: int, last_at: float
) -> Standing:
    """Write the new version, first of all: from here on nobody else writes to this conversation."""
    own = heads.c.sender_id == conversation_id
    move = update(heads).values(version=version, last_at=last_at)
    if known is not None and connection.execute(move.where(own, heads.c.version == known)).rowcount:
        return Standing.AS_KNOWN
    if connection.execute(move.where(own)).rowcount:
        return Standing.CHANGED
    if known is not None:
        return Standing.REMOVED
    connection.execute(heads.insert().values(sender_id=conversation_id, version=version, last_at=last_at))
    return Standing.AS_KNOWN


def _fold(connection: Connection, conversation_id: str, fold: TrackerFold) -> None:
    own = events.c.sender_id == conversation_id
    newest_folded = select(events.c.id).where(own).order_by(events.c.id.desc()).limit(1).offset(fold.kept)
    folded_id = func.coalesce(newest_folded.scalar_subquery(), 0)
    values = {"folded_id": folded_id, "snapshot": json.dumps(list(fold.snapshot))}
    connection.execute(update(heads).where(heads.c.sender_id == conversation_id).values(values))


def _row(conversation_id: str, event: LoggedEvent) -> Json:
    return {
        "sender_id": conversation_id,
        "type_name": event.type_name,
        "timestamp": event.timestamp,
        "intent_name": event.intent_name,
        "action_name": event.action_name,
        "data": json.dumps(event.data),
    }
