"""Give open parcels to workers, each to one: to be judged, to be handed to the provider, to be read there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from parcelbot.core.outgoing.forwarding import RADAR_HOOK
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.parcel.shipment import LookupRequest
from parcelbot.core.radar.finding import RadarEnd, RadarFinding
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.store.following import followed_parcels
from parcelbot.store.outgoing.outbox import enqueue
from parcelbot.store.radar.listing import note_radar
from parcelbot.store.radar.rows import finding_columns, parcel_of
from parcelbot.store.radar.tables import keep_others_out, open_parcels
from parcelbot.store.schema.database_clock import Now, database_now
from parcelbot.store.shipments import shipments

#: How soon a number that was handed over, or of which nothing is known yet, is looked at again.
_FIRST_NEWS = timedelta(minutes=10)
_NOTHING_YET = timedelta(hours=3)
#: What the provider does not take is offered again after so long; an order's number may have been mistyped.
_REFUSED = timedelta(days=1)
#: A parcel that nobody pushes is looked at so often.
_NOW_AND_THEN = timedelta(hours=12)
#: How long a parcel over which something failed is left alone.
_LEFT_ALONE = timedelta(minutes=10)


@dataclass(frozen=True)
class DueParcel:
    """An open parcel that a worker has for a while, as it was at `now`."""

    id: str
    parcel: OpenParcel
    now: datetime
    fence: int
    woken: int


class SqlDueParcels:
    """`usecases.radar.scanning.DueParcels` over SQLAlchemy. Thread-safe; any number of workers may use it.

    `tells` is true when findings go to the owner's webhook.
    """

    def __init__(self, engine: Engine, tells: bool = False, clock: Now = database_now) -> None:
        self._engine = engine
        self._tells = tells
        self._clock = clock

    def claim(self, runner: str, lease: timedelta, limit: int) -> Sequence[DueParcel]:
        """Take up to `limit` parcels that are due to be judged and that nobody has, for as long as `lease`."""
        with self._engine.begin() as connection:
            keep_others_out(connection)
            now = self._clock(connection)
            free = or_(open_parcels.c.lease_until.is_(None), open_parcels.c.lease_until <= now)
            wanted = select(open_parcels.c.number).where((open_parcels.c.due_at <= now) & free)
            wanted = wanted.order_by(open_parcels.c.due_at).limit(limit).with_for_update(skip_locked=True)
            numbers = connection.execute(wanted).scalars().all()
            mine = open_parcels.c.number.in_(numbers)
            taken = {"runner": runner, "fence": open_parcels.c.fence + 1, "lease_until": now + lease}
            connection.execute(update(open_parcels).where(mine).values(taken))
            rows = connection.execute(select(open_parcels).where(mine)).mappings().all()
            return [DueParcel(row["id"], parcel_of(row), now, row["fence"], row["woken"]) for row in rows]

    def keep(self, claim: DueParcel, finding: RadarFinding, due: datetime) -> bool:
        """Write down what was found; False when another worker has it by now, or it is no longer open."""
        with self._engine.begin() as connection:
            here = open_parcels.c.number == claim.parcel.number
            row = connection.execute(select(open_parcels).where(here).with_for_update()).mappings().first()
            if row is None or row["fence"] != claim.fence:
                return False
            now = self._clock(connection)
            values = {
                **finding_columns(finding),
                "judged_at": now,
                "runner": None,
                "lease_until": None,
                "due_at": None if finding.end else now if row["woken"] != claim.woken else due,
            }
            if finding.risk.found and row["found_at"] is None:
                values["found_at"] = now
                self._tell(connection, row["id"], finding, now)
            if finding.end:
                _count_end(connection, row, finding.end, now)
            connection.execute(update(open_parcels).where(here).values(values))
        return True

    def leave(self, claim: DueParcel) -> None:
        """Give back a parcel over which something failed; it is tried again after a while."""
        mine = (open_parcels.c.number == claim.parcel.number) & (open_parcels.c.fence == claim.fence)
        with self._engine.begin() as connection:
            later = self._clock(connection) + _LEFT_ALONE
            connection.execute(update(open_parcels).where(mine).values(runner=None, lease_until=later))

    def _tell(self, connection: Connection, parcel_id: str, finding: RadarFinding, now: datetime) -> None:
        note_radar(connection, JournalKind.RADAR_FOUND, now, finding.risk.value, finding.row)
        if self._tells:
            found = NewDelivery(RADAR_HOOK, DeliveryKind.RADAR_FINDING, parcel_id, f"found:{parcel_id}", now)
            enqueue(connection, [found], now)


class SqlParcelLooks:
    """`usecases.radar.looking.UnheardParcels` over SQLAlchemy, of the provider that is asked first. Thread-safe."""

    def __init__(self, engine: Engine, clock: Now = database_now) -> None:
        self._engine = engine
        self._clock = clock

    def take_unknown(self, limit: int) -> Sequence[LookupRequest]:
        """Take up to `limit` parcels that were never handed to the provider, oldest order first."""
        with self._engine.begin() as connection:
            query = self._due(connection).where(followed_parcels.c.registered_at.is_(None) & _UNPUSHED)
            rows = self._taken(connection, query.order_by(open_parcels.c.placed_at), limit, _FIRST_NEWS)
        return [LookupRequest(row["number"], row["carrier"]) for row in rows]

    def take_quiet(self, limit: int) -> Sequence[str]:
        """Take up to `limit` parcels that nobody pushes and that are due for a look."""
        with self._engine.begin() as connection:
            query = self._due(connection).where(followed_parcels.c.registered_at.is_not(None) & _UNPUSHED)
            rows = self._taken(connection, query.order_by(open_parcels.c.look_at), limit, _NOTHING_YET)
            known = select(shipments.c.number).where(shipments.c.number == open_parcels.c.number).exists()
            numbers = [row["number"] for row in rows]
            later = self._clock(connection) + _NOW_AND_THEN
            told = update(open_parcels).where(open_parcels.c.number.in_(numbers), known)
            connection.execute(told.values(look_at=later))
        return numbers

    def refused(self, number: str) -> None:
        """Note that the provider does not take a number: it is judged now, and handed over again after a while."""
        with self._engine.begin() as connection:
            now = self._clock(connection)
            here = (open_parcels.c.number == number) & open_parcels.c.due_at.is_not(None)
            values = {"look_at": now + _REFUSED, "due_at": now, "woken": open_parcels.c.woken + 1}
            connection.execute(update(open_parcels).where(here).values(values))

    def _due(self, connection: Connection) -> Any:
        keep_others_out(connection)
        first = (followed_parcels.c.number == open_parcels.c.number) & (followed_parcels.c.provider == "")
        query = select(open_parcels.c.number, open_parcels.c.carrier)
        query = query.select_from(open_parcels.outerjoin(followed_parcels, first))
        return query.where(open_parcels.c.look_at <= self._clock(connection), open_parcels.c.due_at.is_not(None))

    def _taken(self, connection: Connection, query: Any, limit: int, pause: timedelta) -> Sequence[Mapping[str, Any]]:
        locked = query.limit(limit).with_for_update(skip_locked=True, of=open_parcels)
        rows = connection.execute(locked).mappings().all()
        mine = open_parcels.c.number.in_([row["number"] for row in rows])
        connection.execute(update(open_parcels).where(mine).values(look_at=self._clock(connection) + pause))
        return [dict(row) for row in rows]


_UNPUSHED = followed_parcels.c.pushed_at.is_(None) & followed_parcels.c.stopped_at.is_(None)


def _count_end(connection: Connection, row: Mapping[str, Any], end: RadarEnd, now: datetime) -> None:
    """Count how a parcel ended that had been found, and one that came late without."""
    found = row["found_at"] is not None
    if found or end is not RadarEnd.IN_TIME:
        note_radar(connection, JournalKind.RADAR_OVER, now, end.value, row["row"], found)
