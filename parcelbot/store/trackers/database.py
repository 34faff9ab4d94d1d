"""Open the database of Rasa's events, and take over one that Rasa's own store has written."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import case, func, inspect, literal, select
from sqlalchemy.engine import Connection, Engine

from parcelbot.store.schema.engine import alone, open_engine, with_patience
from parcelbot.store.trackers.tables import events, events_in_order, heads, tracker_metadata

#: Any number: versions that are given later are drawn from so many that none is this one.
_TAKEN_OVER = 1


def url_of(address: str) -> str:
    """Read `address` as SQLAlchemy's URL; one without :// is the path of an SQLite file."""
    return address if "://" in address else f"sqlite:///{address}"


def open_trackers(address: str) -> Engine:
    """Open the file or URL and make the tables that are missing; what Rasa's own store left there is taken over.

    Several processes may do so at once.
    """
    engine = open_engine(url_of(address))
    with_patience(engine, _make_tables)
    return engine


def is_there(address: str) -> bool:
    """Tell whether there is a database to open; servers count as there."""
    url = url_of(address)
    return not url.startswith("sqlite:///") or Path(url.removeprefix("sqlite:///")).exists()


def _make_tables(connection: Connection) -> None:
    if inspect(connection).has_table(heads.name):
        return
    with alone(connection):
        if inspect(connection).has_table(heads.name):
            return  # another process was faster
        tracker_metadata.create_all(connection)
        events_in_order.create(connection, checkfirst=True)
        _take_over(connection)


def _take_over(connection: Connection) -> None:
    """Give every conversation a head: what came before its latest session counts as folded away, as in Rasa's store."""
    session_start = case((events.c.type_name == "session_started", events.c.id))
    folded = func.coalesce(func.max(session_start) - 1, 0)
    last = func.coalesce(func.max(events.c.timestamp), 0)
    found = select(events.c.sender_id, literal(_TAKEN_OVER), last, folded).group_by(events.c.sender_id)
    connection.execute(heads.insert().from_select(["sender_id", "version", "last_at", "folded_id"], found))
