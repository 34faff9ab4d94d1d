"""Cache what a tracking provider last told of each parcel."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import JSON, Column, String, Table, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from parcelbot.core.parcel.shipment import Shipment
from parcelbot.core.parcel.shipment_json import shipment_from_json, shipment_to_json
from parcelbot.store.schema.conversations import UtcDateTime, metadata

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
            payload = connection.execute(select(shipments.c.payload).where(shipments.c.number == number)).scalar()
        return shipment_from_json(payload) if payload else None

    def put(self, shipment: Shipment) -> None:
        """Remember `shipment`, replacing an older one, in one transaction."""
        row = {
            "number": shipment.number,
            "payload": shipment_to_json(shipment),
            "fetched_at": shipment.fetched_at,
        }
        # when two look-ups of one parcel end together, either result will do
        with suppress(IntegrityError), self._engine.begin() as connection:
            connection.execute(shipments.delete().where(shipments.c.number == shipment.number))
            connection.execute(shipments.insert().values(**row))
