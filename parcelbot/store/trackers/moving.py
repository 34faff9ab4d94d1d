"""Move all conversations of an SQLite file into the database that holds everything else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Engine

from parcelbot.store.schema.engine import alone
from parcelbot.store.trackers.database import open_trackers
from parcelbot.store.trackers.event_log import LoggedEvent, TrackerFold, append_in
from parcelbot.store.trackers.tables import events, heads


def move_file(file: Path, address: str) -> int:
    """Move what `file` has to `address` and remove the file; gives the number of conversations, 0 without a file.

    All of them in one transaction. Those that are at `address` already stay as they are there.
    """
    if not file.exists():
        return 0
    source, target = open_trackers(str(file)), open_trackers(address)
    try:
        with target.connect() as connection, alone(connection):
            moved = _copy(source, connection)
    finally:
        source.dispose()
        target.dispose()
    for written in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        written.unlink(missing_ok=True)
    return moved


def _copy(source: Engine, target: Connection) -> int:
    there = set(target.execute(select(heads.c.sender_id)).scalars())
    moved = 0
    with source.connect() as old:
        for head in old.execute(select(heads)).all():
            if head.sender_id not in there:
                _copy_conversation(old, head, target)
                moved += 1
    return moved


def _copy_conversation(source: Connection, head: Any, target: Connection) -> None:
    own = events.c.sender_id == head.sender_id
    rows = source.execute(select(events).where(own).order_by(events.c.id)).all()
    kept = source.execute(select(func.count()).where(own, events.c.id > head.folded_id)).scalar()
    told = [
        LoggedEvent(row.type_name, row.timestamp, row.intent_name, row.action_name, json.loads(row.data))
        for row in rows
    ]
    append_in(target, head.sender_id, None, told, TrackerFold(json.loads(head.snapshot), kept))
