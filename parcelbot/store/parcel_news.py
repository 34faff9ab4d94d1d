"""Take in what a provider pushes, once and in its order, whatever order it arrives in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.engine import Connection, Engine

from parcelbot.core.parcel.following import believes_stop, is_outdated
from parcelbot.core.parcel.news import PushedNews, PushOutcome
from parcelbot.core.parcel.shipment import LookupOutcome, Shipment
from parcelbot.store import following, shipments
from parcelbot.store.schema.transactions import committed


class SqlParcelNews:
    """The store of pushed news. Thread-safe; a push is one transaction, and sent again it changes nothing."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def take(self, news: PushedNews, now: datetime) -> PushOutcome:
        """Store a push of `now`, unless it is older than what is known; from then on the parcel counts as pushed."""
        return committed(self._engine, lambda connection: _take(connection, news, now))

    def take_read(self, shipment: Shipment, now: datetime) -> PushOutcome:
        """Store what was read at `now` without a shopper asking; NOTHING_NEW when it is known already."""
        return committed(self._engine, lambda connection: _take_shipment(connection, shipment, None, now, asked_at=now))


def _take(connection: Connection, news: PushedNews, now: datetime) -> PushOutcome:
    if news.lookup is None:
        return _take_stop(connection, news.number, now)
    if news.lookup.shipment is None:
        following.note(connection, news.number, now, pushed_at=now, told=news.lookup.outcome)
        return PushOutcome.NOTHING_NEW
    return _take_shipment(connection, news.lookup.shipment, news.synced_at, now, pushed_at=now)


def _take_stop(connection: Connection, number: str, now: datetime) -> PushOutcome:
    following.lock(connection, number)
    if not believes_stop(following.find(connection, number), now):
        return PushOutcome.NOTHING_NEW
    following.note(connection, number, now, stopped_at=now)
    return PushOutcome.STOPPED


def _take_shipment(
    connection: Connection, shipment: Shipment, synced_at: datetime | None, now: datetime, **heard: datetime
) -> PushOutcome:
    following.lock(connection, shipment.number)
    before = following.find(connection, shipment.number)
    following.note(connection, shipment.number, now, **heard)
    if is_outdated(shipment, synced_at, shipments.find(connection, shipment.number), before):
        return PushOutcome.NOTHING_NEW
    shipments.replace(connection, shipment)
    changes: dict[str, Any] = {"stopped_at": None, "wanted": None, "told": LookupOutcome.FOUND}
    changes |= {"resumed_at": now} if before is not None and before.stopped_at is not None else {}
    changes |= {"synced_at": synced_at} if synced_at else {}
    following.note(connection, shipment.number, now, **changes)
    return PushOutcome.NEWS
