"""Define the tables of Rasa's events. They are no part of our `metadata`: they may stand in a database of their own."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, MetaData, String, Table, Text

tracker_metadata = MetaData()

#: As the SQLTrackerStore of Rasa 3.6 makes it, so that its databases are read as they are. `data` is the event's JSON.
events = Table(
    "events",
    tracker_metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("sender_id", String(255), nullable=False, index=True),
    Column("type_name", String(255), nullable=False),
    Column("timestamp", Float),
    Column("intent_name", String(255)),
    Column("action_name", String(255)),
    Column("data", Text),
)

#: SQLite's index has the rows' ids in it anyway; without this one PostgreSQL goes through a whole conversation.
events_in_order = Index("ix_events_sender_id_id", events.c.sender_id, events.c.id)

#: Where each conversation stands. `version` is another number after every change, and never one that it has had.
#: `snapshot` is a JSON list of events that stand for those up to `folded_id`; what came later is in `events`.
heads = Table(
    "tracker_heads",
    tracker_metadata,
    Column("sender_id", String(255), primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("last_at", Float, nullable=False, index=True),
    Column("folded_id", BigInteger, nullable=False, server_default="0"),
    Column("snapshot", Text, nullable=False, server_default="[]"),
)
