"""The tracking cache in a real database file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.engine import Engine

from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.store.schema.engine import open_engine
from parcelbot.store.shipments import SqlShipmentCache, shipments
from tests.unit.core.builders import NOW, scan, shipment

PARCEL = shipment(
    scan(Substatus.IN_TRANSIT_ARRIVAL, 2, "London, GB", carrier="Royal Mail", zone_assumed=True),
    scan(Substatus.NONE, 9, physical=False, description="Étiquette créée 标签"),
    substatus=Substatus.IN_TRANSIT_ARRIVAL,
    last_mile_carrier="Royal Mail",
    last_mile_number="QM301188226GB",
)


def test_a_shipment_comes_back_as_it_was_put(cache: SqlShipmentCache) -> None:
    cache.put(PARCEL)
    assert cache.get(PARCEL.number) == PARCEL


def test_a_shipment_without_scans_comes_back(cache: SqlShipmentCache) -> None:
    cache.put(shipment())
    assert cache.get(PARCEL.number) == shipment()


def test_a_number_that_was_never_put_is_not_there(cache: SqlShipmentCache) -> None:
    cache.put(PARCEL)
    assert cache.get("RR123456785CN") is None


def test_news_replaces_what_was_known(cache: SqlShipmentCache) -> None:
    news = replace(PARCEL, status=Status.DELIVERED, fetched_at=NOW + timedelta(hours=1))
    cache.put(PARCEL)
    cache.put(news)
    assert cache.get(PARCEL.number) == news


def test_what_is_known_survives_a_restart(cache: SqlShipmentCache, url: str) -> None:
    cache.put(PARCEL)
    reopened = open_engine(url)
    assert SqlShipmentCache(reopened).get(PARCEL.number) == PARCEL
    reopened.dispose()


def test_look_ups_of_one_parcel_that_end_together_leave_one_of_their_results(
    cache: SqlShipmentCache, engine: Engine
) -> None:
    results = [replace(PARCEL, fetched_at=NOW + timedelta(seconds=n)) for n in range(16)]
    with ThreadPoolExecutor(max_workers=8) as threads:
        list(threads.map(cache.put, results))
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(shipments)).scalar() == 1
    assert cache.get(PARCEL.number) in results
