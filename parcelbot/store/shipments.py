"""Cache what a tracking provider last told of each parcel."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import JSON, Column, String, Table, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from parcelbot.core.parcel.shipment import Shipment
from parcelbot.core.parcel.shipment_json import shipment_from_json, shipment_to_json
from parcelbot.store.radar.tables import wake_radar
from parcelbot.store.schema.conversations import UtcDateTime, metadata
from parcelbot.store.schema.database_clock import database_now
from parcelbot.store.watching.tables import wake

shipments = Table(
    "shipments",
    metadata,
    Column("number", String(64), primary_key=True),
    Column("payload", JSON, nullable=False),
    Column("fetched_at", UtcDateTime, nullable=False),
)


class SqlShipmentCache:
    """`tracking.protocol.ShipmentCache` over SQLAlchemy. Old entries are kept; their age tells how good they are."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, number: str) -> Shipment | None:
        """Give the shipment last put under `number`; None when there is none."""
        with self._engine.connect() as connection:
            return find(connection, number)

    def put(self, shipment: Shipment) -> None:
        """Remember `shipment`, replacing an older one, in one transaction."""
        # when two look-ups of one parcel end together, either result will do
        with suppress(IntegrityError), self._engine.begin() as connection:
            replace(connection, shipment)


def find(connection: Connection, number: str) -> Shipment | None:
    """Read the shipment of `number` in the caller's transaction; None when there is none."""
    payload = connection.execute(select(shipments.c.payload).where(shipments.c.number == number)).scalar()
    return shipment_from_json(payload) if payload else None


def replace(connection: Connection, shipment: Shipment) -> None:
    """Put `shipment` in the place of an older one in the caller's transaction, and wake who watches it."""
    row = {"number": shipment.number, "payload": shipment_to_json(shipment), "fetched_at": shipment.fetched_at}
    connection.execute(shipments.delete().where(shipments.c.number == shipment.number))
    connection.execute(shipments.insert().values(**row))
    # a process whose clock is ahead does not put it off
    news_at = min(database_now(connection), shipment.fetched_at)
    wake(connection, shipment.number, news_at)
    wake_radar(connection, shipment.number, news_at)
