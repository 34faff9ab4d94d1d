"""Define the tables of watches, and wake those of a parcel of which something new is stored."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    case,
    false,
    update,
)
from sqlalchemy.engine import Connection

from parcelbot.store.schema.conversations import UtcDateTime, metadata

#: `active_key` is conversation and parcel while the watch goes on and NULL afterwards: a parcel is watched once in a
#: conversation. `due_at` is when to look at it next, `woken` counts the news that came. `runner` works on it until
#: `lease_until`, under a `fence` that grows with each that takes it. `held` are words that wait for an agent, about
#: `held_event`.
watches = Table(
    "watches",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("active_key", String(140), unique=True),
    Column(
        "conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("number", String(64), nullable=False, index=True),
    Column("question", String(64), nullable=False),
    Column("row", String(120), nullable=False),
    Column("source", String(200), nullable=False),
    Column("wanted", String(24), nullable=False),
    Column("promised", Date),
    Column("until", Date, nullable=False),
    Column("seen", JSON, nullable=False),
    Column("agreed", String(16), nullable=False),
    Column("order_number", String(64), nullable=False, server_default=""),
    Column("sales_channel", String(16), nullable=False, server_default=""),
    Column("email", String(320), nullable=False, server_default="", index=True),
    Column("consent", String(16), nullable=False),
    Column("consent_at", UtcDateTime),
    Column("warning", String(120), nullable=False, server_default=""),
    Column("told_on", Date),
    Column("made_at", UtcDateTime, nullable=False),
    Column("made_by", String(320), nullable=False, server_default=""),
    Column("held", Text, nullable=False, server_default=""),
    Column("held_event", String(120), nullable=False, server_default=""),
    Column("page_withdrawn", Boolean, nullable=False, server_default=false()),
    Column("ended_at", UtcDateTime),
    Column("end", String(24)),
    Column("due_at", UtcDateTime),
    Column("woken", Integer, nullable=False, server_default="0"),
    Column("runner", String(64)),
    Column("fence", Integer, nullable=False, server_default="0"),
    Column("lease_until", UtcDateTime),
    Index("watches_due", "due_at", "lease_until"),
)

#: What was written of each watch: an event once. `seq` is its line in the conversation, NULL where an agent decided
#: against it.
watch_events = Table(
    "watch_events",
    metadata,
    Column("watch_id", String(12), ForeignKey("watches.id", ondelete="CASCADE"), primary_key=True),
    Column("event", String(120), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("owed_at", UtcDateTime, nullable=False),
    Column("seq", Integer),
)

#: The browsers that are notified of a conversation's news, with the moment of their shopper's yes.
browsers = Table(
    "browsers",
    metadata,
    Column("id", String(32), primary_key=True),
    Column(
        "conversation_id", String(64), ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("endpoint", String(600), nullable=False),
    Column("p256dh", String(120), nullable=False),
    Column("auth", String(40), nullable=False),
    Column("agreed_at", UtcDateTime, nullable=False),
)


def wake(connection: Connection, number: str, now: datetime) -> None:
    """Have the watches of a parcel looked at now, in the transaction that stores what is new of it."""
    sooner = case((watches.c.due_at < now, watches.c.due_at), else_=now)
    here = (watches.c.number == number) & watches.c.ended_at.is_(None)
    connection.execute(update(watches).where(here).values(due_at=sooner, woken=watches.c.woken + 1))


def keep_others_out(connection: Connection) -> None:
    """Take SQLite's write lock before reading; servers lock the rows that are read."""
    if connection.dialect.name == "sqlite":
        connection.execute(update(watches).where(false()).values(fence=0))
