"""Define the tables of the radar, and have a parcel judged anew of which something new is stored."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text, case, false, update
from sqlalchemy.engine import Connection

from parcelbot.store.schema.conversations import UtcDateTime, metadata

#: The parcels of open orders, by number. What the shop said stands first, then what was found of it. `sweep` is the
#: listing that named it last; `look_at` is when to ask its provider, `due_at` when to judge it, NULL once it has
#: arrived. `runner` judges it until `lease_until`, under a `fence` that grows with each. `found_at` is since when the
#: owner is told of it, `warned_row` the answer that its shopper was written of.
open_parcels = Table(
    "open_parcels",
    metadata,
    Column("id", String(12), nullable=False, unique=True),
    Column("number", String(64), primary_key=True),
    Column("order_number", String(64), nullable=False, index=True),
    Column("email", String(320), nullable=False, server_default="", index=True),
    Column("sales_channel", String(16), nullable=False),
    Column("placed_at", UtcDateTime, nullable=False),
    Column("destination", String(2), nullable=False, server_default=""),
    Column("carrier", String(120), nullable=False, server_default=""),
    Column("protected_until", Date),
    Column("language", String(8), nullable=False, server_default=""),
    Column("sweep", Integer, nullable=False),
    Column("listed_at", UtcDateTime, nullable=False),
    Column("look_at", UtcDateTime),
    Column("due_at", UtcDateTime),
    Column("woken", Integer, nullable=False, server_default="0"),
    Column("runner", String(64)),
    Column("fence", Integer, nullable=False, server_default="0"),
    Column("lease_until", UtcDateTime),
    Column("risk", String(16), nullable=False, server_default=""),
    Column("rule", String(64), nullable=False, server_default=""),
    Column("row", String(120), nullable=False, server_default=""),
    Column("ends_on", Date),
    Column("protected", Boolean, nullable=False, server_default=false()),
    Column("in_time_percent", Integer),
    Column("carried_by", String(120), nullable=False, server_default=""),
    Column("from_country", String(2), nullable=False, server_default=""),
    Column("to_country", String(2), nullable=False, server_default=""),
    Column("status", String(32), nullable=False, server_default=""),
    Column("last_scan_at", UtcDateTime),
    Column("judged_at", UtcDateTime),
    Column("found_at", UtcDateTime),
    Column("end", String(16), nullable=False, server_default=""),
    Column("warned_row", String(120), nullable=False, server_default=""),
    Column("warned_at", UtcDateTime),
    Column("warned_by", String(320), nullable=False, server_default=""),
    Index("open_parcels_due", "due_at", "lease_until"),
    Index("open_parcels_look", "look_at"),
    Index("open_parcels_risk", "risk", "ends_on"),
)

#: How far a listing of open orders has come: `after` leads to its next page. One row.
radar_sweeps = Table(
    "radar_sweeps",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("after", Text, nullable=False, server_default=""),
    Column("next_at", UtcDateTime, nullable=False),
    Column("runner", String(64)),
    Column("fence", Integer, nullable=False, server_default="0"),
    Column("lease_until", UtcDateTime),
)

#: Parcels of erased shoppers, as a keyed hash of the number: what the shop lists of them is not taken in again.
forgotten_parcels = Table(
    "forgotten_parcels",
    metadata,
    Column("mark", String(64), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)


def wake_radar(connection: Connection, number: str, now: datetime) -> None:
    """Have an open parcel judged now, in the transaction that stores what is new of it."""
    sooner = case((open_parcels.c.due_at < now, open_parcels.c.due_at), else_=now)
    here = (open_parcels.c.number == number) & open_parcels.c.due_at.is_not(None)
    connection.execute(update(open_parcels).where(here).values(due_at=sooner, woken=open_parcels.c.woken + 1))


def keep_others_out(connection: Connection) -> None:
    """Take SQLite's write lock before reading; servers lock the rows that are read."""
    if connection.dialect.name == "sqlite":
        connection.execute(update(open_parcels).where(false()).values(fence=0))
