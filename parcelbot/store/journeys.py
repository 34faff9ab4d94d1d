"""Keep the journeys of delivered parcels: lanes and days, nothing by which a parcel or a shopper could be found."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from sqlalchemy import JSON, Column, Date, Index, String, Table, delete, select
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Stage
from parcelbot.core.parcel.stages import Step
from parcelbot.store.schema.conversations import metadata

#: `fingerprint` keeps one parcel from counting twice. `steps` are pairs of a stage and its first day.
journeys = Table(
    "journeys",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("origin", String(2), nullable=False),
    Column("destination", String(2), nullable=False),
    Column("carrier", String(80), nullable=False),
    Column("steps", JSON, nullable=False),
    Column("delivered_on", Date, nullable=False, index=True),
    Index("journeys_lane", "origin", "destination", "delivered_on"),
)


class SqlJourneys:
    """`tracking.protocol.JourneyLog` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, journey: Journey, fingerprint: str) -> None:
        """Keep a journey; one that is kept already stays as it is."""
        steps = [[step.stage.value, step.since.isoformat()] for step in journey.steps]
        row = {
            "fingerprint": fingerprint,
            "origin": journey.origin,
            "destination": journey.destination,
            "carrier": journey.carrier[:80],
            "steps": steps,
            "delivered_on": journey.delivered_on,
        }
        with suppress(IntegrityError), self._engine.begin() as connection:
            connection.execute(journeys.insert().values(**row))

    def of_lane(self, origin: str, destination: str, limit: int) -> Sequence[Journey]:
        """Read the newest journeys from one country to another, at most `limit`, newest first."""
        lane = (journeys.c.origin == origin) & (journeys.c.destination == destination)
        query = select(journeys).where(lane).order_by(journeys.c.delivered_on.desc(), journeys.c.fingerprint)
        with self._engine.connect() as connection:
            return [_journey(row) for row in connection.execute(query.limit(limit)).mappings()]

    def forget(self, before: date) -> int:
        """Remove the journeys that ended before `before`; gives their number."""
        with self._engine.begin() as connection:
            return int(connection.execute(delete(journeys).where(journeys.c.delivered_on < before)).rowcount)


def _journey(row: Any) -> Journey:
    steps = tuple(Step(Stage(stage), date.fromisoformat(since)) for stage, since in row["steps"])
    return Journey(row["origin"], row["destination"], row["carrier"], steps, row["delivered_on"])
