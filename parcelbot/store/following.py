"""Keep what was asked of a provider about each parcel, and what it pushed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Index, String, Table, func, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.parcel.following import Following
from parcelbot.core.parcel.shipment import LookupOutcome, WantedDetail
from parcelbot.store.schema.conversations import UtcDateTime, conversations, metadata
from parcelbot.store.schema.transactions import committed

#: `provider` is "" for the one we usually ask, else the name of the one that stands in for it. `asked_by` is the
#: conversation for which the number was handed over, "" for ourselves. `heard_at` is when anything was last asked or
#: told about it.
followed_parcels = Table(
    "followed_parcels",
    metadata,
    Column("number", String(64), primary_key=True),
    Column("provider", String(16), primary_key=True, server_default=""),
    Column("asked_by", String(64), nullable=False, server_default=""),
    Column("registered_at", UtcDateTime),
    Column("asked_at", UtcDateTime),
    Column("pushed_at", UtcDateTime),
    Column("synced_at", UtcDateTime),
    Column("stopped_at", UtcDateTime),
    Column("retracked_at", UtcDateTime),
    Column("resumed_at", UtcDateTime),
    Column("told", String(16), nullable=False, server_default=LookupOutcome.PENDING.value),
    Column("wanted", String(24)),
    Column("heard_at", UtcDateTime, nullable=False),
    Index("followed_parcels_asked_by", "asked_by", "registered_at"),
    Index("followed_parcels_heard_at", "heard_at"),
    Index("followed_parcels_pushed_at", "pushed_at"),
)

_LATELY = timedelta(days=1)


@dataclass(frozen=True)
class RegistrationCaps:
    """The most new numbers that one conversation, and all conversations from one address, may have looked up a day."""

    per_conversation: int
    per_visitor: int


class SqlFollowedParcels:
    """`tracking.protocol.FollowedParcels` over SQLAlchemy, of one provider. Thread-safe.

    `provider` is "" for the one we usually ask; the caps count the new numbers of all providers.
    """

    def __init__(self, engine: Engine, caps: RegistrationCaps, provider: str = "") -> None:
        self._engine = engine
        self._caps = caps
        self._provider = provider

    def get(self, number: str) -> Following | None:
        """Get what is known of our asking about `number`; None when it never was."""
        with self._engine.connect() as connection:
            return find(connection, number, self._provider)

    def note(self, number: str, now: datetime, **changes: Any) -> None:
        """Write down the `changes` of a number's Following (or `asked_by`); `now` is when they happened."""
        committed(self._engine, lambda connection: note(connection, number, now, self._provider, **changes))

    def hears_pushes(self, now: datetime) -> bool:
        """Tell whether the provider's pushes, of whatever parcel, have reached us within a day."""
        lately = followed_parcels.c.pushed_at >= now - _LATELY
        with self._engine.connect() as connection:
            return connection.execute(select(followed_parcels.c.number).where(lately).limit(1)).first() is not None

    def may_register(self, asked_by: str, now: datetime) -> bool:
        """Tell whether this conversation, and whoever is behind it, may have another new number looked up today."""
        if not asked_by:
            return True
        own = followed_parcels.c.asked_by == asked_by
        visitor = select(conversations.c.visitor).where(conversations.c.id == asked_by).scalar_subquery()
        theirs = followed_parcels.c.asked_by.in_(
            select(conversations.c.id).where(conversations.c.visitor == visitor, conversations.c.visitor != "")
        )
        with self._engine.connect() as connection:
            used, used_by_all = (_registered(connection, of_whom, now - _LATELY) for of_whom in (own, theirs))
        return used < self._caps.per_conversation and used_by_all < self._caps.per_visitor

    def unheard(self, before: datetime, newer_than: datetime, limit: int) -> Sequence[str]:
        """List up to `limit` numbers last heard of before `before`, oldest first.

        They are still followed, and were handed over or pushed after `newer_than`.
        """
        began = func.coalesce(followed_parcels.c.pushed_at, followed_parcels.c.registered_at)
        mine = followed_parcels.c.provider == self._provider
        followed = mine & (began >= newer_than) & followed_parcels.c.stopped_at.is_(None)
        query = select(followed_parcels.c.number).where(followed_parcels.c.heard_at < before, followed)
        with self._engine.connect() as connection:
            return [*connection.execute(query.order_by(followed_parcels.c.heard_at).limit(limit)).scalars()]


def find(connection: Connection, number: str, provider: str = "") -> Following | None:
    """Read a number's Following in the caller's transaction; None when nobody asked or pushed."""
    row = connection.execute(select(followed_parcels).where(_is(number, provider))).mappings().first()
    if row is None:
        return None
    times = ("registered_at", "asked_at", "pushed_at", "synced_at", "stopped_at", "resumed_at", "retracked_at")
    return Following(
        number,
        told=LookupOutcome(row["told"]),
        wanted=WantedDetail(row["wanted"]) if row["wanted"] else None,
        **{name: row[name] for name in times},
    )


def lock(connection: Connection, number: str) -> None:
    """Keep other writers of a number's row (of the file, with SQLite) waiting until the transaction ends."""
    here = followed_parcels.c.number == number
    connection.execute(update(followed_parcels).where(here).values(heard_at=followed_parcels.c.heard_at))


def note(connection: Connection, number: str, now: datetime, provider: str = "", /, **changes: Any) -> None:
    """Write down changes in the caller's transaction, which an IntegrityError sends back to its start."""
    values = {"heard_at": now, **{name: _plain(value) for name, value in changes.items()}}
    if not connection.execute(update(followed_parcels).where(_is(number, provider)).values(values)).rowcount:
        connection.execute(followed_parcels.insert().values(number=number, provider=provider, **values))


def _is(number: str, provider: str) -> Any:
    return (followed_parcels.c.number == number) & (followed_parcels.c.provider == provider)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, (WantedDetail, LookupOutcome)) else value


def _registered(connection: Connection, of_whom: Any, since: datetime) -> int:
    query = select(func.count()).where(of_whom, followed_parcels.c.registered_at >= since)
    return int(connection.execute(query).scalar_one())
