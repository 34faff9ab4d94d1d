"""A way that comes through the same place again, read from where the scans were made."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from parcelbot.core.parcel.circles import goes_in_circles
from parcelbot.core.parcel.incidents import Incident, IncidentKind
from parcelbot.core.parcel.shipment import Checkpoint, Shipment, Status

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def _shipment(*places: str, origin: str = "CN", destination: str = "US") -> Shipment:
    days = (NOON + timedelta(days=day) for day in range(len(places)))
    scans = [Checkpoint(at=day, description="Arrived", location=place) for day, place in zip(days, places, strict=True)]
    return Shipment(
        number="LX1",
        carrier="USPS",
        fetched_at=NOON,
        status=Status.IN_TRANSIT,
        origin=origin,
        destination=destination,
        checkpoints=tuple(reversed(scans)),
    )


@pytest.mark.parametrize(
    "places",
    [
        ("Boise, ID, US", "Reno, NV, US", "Boise, ID, US"),
        ("Boise, ID, US", "Boise, ID, US", "Reno, NV, US", "BOISE, ID, US", "Reno, NV, US"),
    ],
)
def test_a_parcel_that_came_back_to_a_place_goes_in_circles(places: tuple[str, ...]) -> None:
    assert goes_in_circles(_shipment(*places), ())


@pytest.mark.parametrize(
    "places",
    [
        (),
        ("Boise, ID, US", "Boise, ID, US"),
        ("Boise, ID, US", "Reno, NV, US", "Fresno, CA, US"),
        # it has found its way out
        ("Boise, ID, US", "Reno, NV, US", "Boise, ID, US", "Fresno, CA, US"),
        # before it left, towns may take turns; a country alone is no place
        ("Foshan, CN", "Dongguan, CN", "Foshan, CN"),
        ("US", "Reno, NV, US", "US"),
    ],
)
def test_an_ordinary_way_has_no_circle(places: tuple[str, ...]) -> None:
    assert not goes_in_circles(_shipment(*places), ())


def test_coming_back_to_the_depot_from_a_shut_door_is_no_circle() -> None:
    there_and_back = _shipment("Boise, ID, US", "Nampa, ID, US", "Boise, ID, US")
    failed = Incident(IncidentKind.NOBODY_HOME, NOON + timedelta(days=1))
    assert not goes_in_circles(there_and_back, (failed,))
