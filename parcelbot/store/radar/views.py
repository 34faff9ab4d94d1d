"""Read what the radar shows: the parcels that were found, and how many travel on each lane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.engine import Engine
from sqlalchemy.sql.elements import ColumnElement

from parcelbot.core.paging import Page, existing_page, lines_before, page_count
from parcelbot.core.parcel.orders import Order
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.core.radar.rules import Risk
from parcelbot.core.radar.view import LaneCount, RadarFilter, RadarLine
from parcelbot.store.cases.ticket_rows import IS_ACTIVE
from parcelbot.store.radar.rows import parcel_of
from parcelbot.store.radar.tables import open_parcels
from parcelbot.store.schema.tickets import tickets

PAGE_LINES = 50
_MOST = 100_000
_FOUND = tuple(risk.value for risk in Risk if risk.found)


class SqlRadarViews:
    """`usecases.radar.desk.RadarViews` over SQLAlchemy. Thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def page(self, wanted: RadarFilter, page: int) -> Page[RadarLine]:
        """Read a page of what was found, what ends first before the rest."""
        matches = _matches(wanted)
        with self._engine.connect() as connection:
            total = connection.execute(select(func.count()).select_from(open_parcels).where(matches)).scalar_one()
            pages = page_count(total, PAGE_LINES)
            page = existing_page(page, pages)
            query = _LINES.where(matches).limit(PAGE_LINES).offset(lines_before(page, PAGE_LINES))
            return Page(tuple(_line(row) for row in connection.execute(query).mappings()), total, page, pages)

    def all(self, wanted: RadarFilter) -> Sequence[RadarLine]:
        """Read all that was found."""
        with self._engine.connect() as connection:
            rows = connection.execute(_LINES.where(_matches(wanted)).limit(_MOST)).mappings()
            return [_line(row) for row in rows]

    def lanes(self) -> Sequence[LaneCount]:
        """Count the open parcels by carrier and lane, those with most findings first."""
        c = open_parcels.c
        counted = [func.sum(case((c.risk == risk.value, 1), else_=0)) for risk in (Risk.AT_RISK, Risk.STUCK, Risk.LATE)]
        keys = (c.carried_by, c.from_country, c.to_country)
        query = select(*keys, func.count(), *counted).where(c.end == "").group_by(*keys)
        with self._engine.connect() as connection:
            lanes = [LaneCount(*row) for row in connection.execute(query)]
        return sorted(lanes, key=lambda lane: (-lane.found, -lane.travelling, lane.carrier, lane.destination))

    def find(self, parcel_id: str) -> OpenParcel | None:
        """Read an open parcel by its id; None when there is none."""
        query = select(open_parcels).where(open_parcels.c.id == parcel_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return parcel_of(row) if row else None

    def line(self, parcel_id: str) -> RadarLine | None:
        """Read the line of an open parcel by its id; None when there is none."""
        with self._engine.connect() as connection:
            row = connection.execute(_LINES.where(open_parcels.c.id == parcel_id)).mappings().first()
        return _line(row) if row else None

    def order_of(self, number: str, now: datetime) -> Order | None:
        """Give the order of an open parcel as it stands at `now`; None for a parcel that the shop does not list."""
        query = select(open_parcels).where(open_parcels.c.number == number)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return parcel_of(row).order_on(now.date()) if row else None


_CASE = (
    select(func.max(tickets.c.reference))
    .where(IS_ACTIVE, tickets.c.tracking_number == open_parcels.c.number)
    .scalar_subquery()
    .label("case_reference")
)
_LINES = select(open_parcels, _CASE).order_by(open_parcels.c.ends_on, open_parcels.c.number)


def _matches(wanted: RadarFilter) -> ColumnElement[bool]:
    c = open_parcels.c
    told = c.risk == wanted.risk.value if wanted.risk else c.risk.in_(_FOUND)
    matches = told & (c.end == "")
    if wanted.carrier:
        matches &= c.carried_by == wanted.carrier
    if wanted.destination:
        matches &= c.to_country == wanted.destination
    return matches


def _line(row: Mapping[str, Any]) -> RadarLine:
    same = ("id", "number", "order_number", "sales_channel", "rule", "row", "ends_on", "protected", "in_time_percent")
    also = ("status", "last_scan_at", "found_at", "warned_at")
    return RadarLine(
        **{name: row[name] for name in (*same, *also)},
        risk=Risk(row["risk"] or Risk.NONE),
        carrier=row["carried_by"] or row["carrier"],
        origin=row["from_country"],
        destination=row["to_country"] or row["destination"],
        case=row["case_reference"] or "",
    )
