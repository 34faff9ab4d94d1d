"""Take in, page by page, which orders the shop lists as open; any number of workers share one listing."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import Connection, Engine

from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.radar.finding import RadarEnd
from parcelbot.core.radar.open_parcel import OpenParcel, make_radar_id
from parcelbot.store.radar.rows import parcel_columns
from parcelbot.store.radar.tables import forgotten_parcels, keep_others_out, open_parcels, radar_sweeps
from parcelbot.store.schema.database_clock import Now, database_now
from parcelbot.store.schema.tickets import journal
from parcelbot.store.schema.transactions import committed

_NAME = "open orders"


@dataclass(frozen=True)
class ListingTurn:
    """A turn at the listing: the page that comes `after`, in the sweep of this `number`, under a `fence`."""

    number: int
    after: str
    fence: int
    now: datetime


class SqlOpenOrdersLog:
    """`usecases.radar.listing.ListedParcels` over SQLAlchemy. Thread-safe; any number of workers may use it.

    `secret` keys the marks of parcels whose shoppers were erased.
    """

    def __init__(self, engine: Engine, secret: str, clock: Now = database_now) -> None:
        self._engine = engine
        self._secret = secret
        self._clock = clock

    def take_turn(self, runner: str, lease: timedelta) -> ListingTurn | None:
        """Take the next page for as long as `lease`; None while none is due or another worker has it."""
        return committed(self._engine, lambda connection: self._take_turn(connection, runner, lease))

    def _take_turn(self, connection: Connection, runner: str, lease: timedelta) -> ListingTurn | None:
        keep_others_out(connection)
        now = self._clock(connection)
        row = connection.execute(select(radar_sweeps).where(_ONE).with_for_update(skip_locked=True)).mappings().first()
        if row is None:
            if connection.execute(select(radar_sweeps.c.name).where(_ONE)).first() is not None:
                return None
            row = {"name": _NAME, "number": 1, "after": "", "next_at": now, "fence": 0}
            connection.execute(radar_sweeps.insert().values(**row))
        elif row["next_at"] > now or (row["lease_until"] is not None and row["lease_until"] > now):
            return None
        fence = row["fence"] + 1
        mine = update(radar_sweeps).where(_ONE)
        connection.execute(mine.values(runner=runner, fence=fence, lease_until=now + lease))
        return ListingTurn(row["number"], row["after"], fence, now)

    def take_page(self, turn: ListingTurn, parcels: Sequence[OpenParcel], after: str, again_in: timedelta) -> bool:
        """Take a page in and go on to the one `after` it; after the last, what was not named is no longer open.

        False, and nothing changes, when another worker has the listing by now.
        """
        return committed(self._engine, lambda connection: self._take_page(connection, turn, parcels, after, again_in))

    def _take_page(
        self, connection: Connection, turn: ListingTurn, parcels: Sequence[OpenParcel], after: str, again_in: timedelta
    ) -> bool:
        now = self._clock(connection)
        values: dict[str, Any] = {"after": after, "runner": None, "lease_until": None}
        if not after:
            values |= {"number": turn.number + 1, "next_at": now + again_in}
        moved = update(radar_sweeps).where(_ONE, radar_sweeps.c.fence == turn.fence).values(values)
        if not connection.execute(moved).rowcount:
            return False
        for parcel in self._not_forgotten(connection, parcels):
            _take(connection, parcel, turn.number, now)
        if not after:
            _drop_the_others(connection, turn.number, now)
        return True

    def put_off(self, turn: ListingTurn, pause: timedelta) -> None:
        """Leave the listing alone for a while; it goes on where it was."""
        mine = radar_sweeps.c.fence == turn.fence
        with self._engine.begin() as connection:
            later = self._clock(connection) + pause
            values = {"runner": None, "lease_until": None, "next_at": later}
            connection.execute(update(radar_sweeps).where(_ONE, mine).values(values))

    def clear(self) -> None:
        """Forget all open parcels, as the radar is switched off."""
        with self._engine.begin() as connection:
            connection.execute(open_parcels.delete())
            connection.execute(radar_sweeps.delete())

    def _not_forgotten(self, connection: Connection, parcels: Sequence[OpenParcel]) -> list[OpenParcel]:
        marks = {mark_of(parcel.number, self._secret): parcel for parcel in parcels}
        known = forgotten_parcels.c.mark.in_(list(marks))
        gone = set(connection.execute(select(forgotten_parcels.c.mark).where(known)).scalars())
        return [parcel for mark, parcel in marks.items() if mark not in gone]


_ONE = radar_sweeps.c.name == _NAME


def mark_of(number: str, secret: str) -> str:
    """Make the mark of a forgotten parcel: only who has our secret can tell whose it is."""
    return hmac.new(secret.encode(), number.encode(), hashlib.sha256).hexdigest()


def _take(connection: Connection, parcel: OpenParcel, sweep: int, now: datetime) -> None:
    values = {**parcel_columns(parcel), "sweep": sweep, "listed_at": now}
    here = update(open_parcels).where(open_parcels.c.number == parcel.number)
    if connection.execute(here.values(values)).rowcount:
        return
    new = {"id": make_radar_id(secrets.choice), "number": parcel.number[:64], "look_at": now, "due_at": now}
    connection.execute(open_parcels.insert().values(**new, **values))


def _drop_the_others(connection: Connection, sweep: int, now: datetime) -> None:
    """Forget what the shop lists no more; of what was found and never arrived, that is counted."""
    gone = open_parcels.c.sweep < sweep
    lost = gone & (open_parcels.c.end == "") & open_parcels.c.found_at.is_not(None)
    for row in connection.execute(select(open_parcels.c.row, open_parcels.c.found_at).where(lost)).all():
        note_radar(connection, JournalKind.RADAR_OVER, now, RadarEnd.NEVER_SEEN.value, row.row, found=True)
    connection.execute(open_parcels.delete().where(gone))


def note_radar(
    connection: Connection, kind: JournalKind, now: datetime, what: str, row: str, found: bool = False
) -> None:
    """Write a line of the journal; it names no parcel. `found` says whether the owner had been told of it."""
    line = {"at": now, "conversation_id": "", "kind": kind.value, "intent": what, "row": row, "value": float(found)}
    connection.execute(journal.insert().values(**line))
