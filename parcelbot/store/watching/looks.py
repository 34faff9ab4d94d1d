"""Find watched parcels of which nothing was heard lately, and give each to one worker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.store.following import followed_parcels
from parcelbot.store.schema.database_clock import Now, database_now
from parcelbot.store.watching.tables import watches

#: A parcel that nobody pushes, or of which a promised day is near, is looked at so often; any other one now and then.
_SOON = timedelta(hours=2)
_NOW_AND_THEN = timedelta(hours=12)


class SqlWatchedNumbers:
    """`usecases.watching.watcher.WatchedNumbers` over SQLAlchemy, of the provider that is asked first. Thread-safe."""

    def __init__(self, engine: Engine, clock: Now = database_now) -> None:
        self._engine = engine
        self._clock = clock

    def unheard(self, limit: int) -> Sequence[str]:
        """Take up to `limit` numbers that are due for a look; whatever comes of it, the next call gives others."""
        with self._engine.begin() as connection:
            now = self._clock(connection)
            due = _is_due(now)
            soonest = func.min(func.coalesce(watches.c.promised, watches.c.until))
            query = select(followed_parcels.c.number).join(watches, watches.c.number == followed_parcels.c.number)
            query = query.where(due, watches.c.ended_at.is_(None)).group_by(followed_parcels.c.number)
            numbers = connection.execute(query.order_by(soonest).limit(limit)).scalars().all()
            return [number for number in numbers if connection.execute(_take(number, now)).rowcount]


def _is_due(now: datetime) -> ColumnElement[bool]:
    heard, pushed = followed_parcels.c.heard_at, followed_parcels.c.pushed_at
    near = or_(pushed.is_(None), watches.c.promised <= (now + timedelta(days=1)).date())
    followed = (followed_parcels.c.provider == "") & followed_parcels.c.stopped_at.is_(None)
    return followed & or_((heard < now - _SOON) & near, heard < now - _NOW_AND_THEN)


def _take(number: str, now: datetime) -> ColumnElement[bool]:
    mine = (followed_parcels.c.number == number) & (followed_parcels.c.provider == "")
    unheard = followed_parcels.c.heard_at < now - _SOON
    return update(followed_parcels).where(mine, unheard).values(heard_at=now)
