"""How many earlier parcels that had waited as long came in the days that are left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Stage, Substatus
from parcelbot.core.parcel.stages import Step
from parcelbot.core.parcel.usual_arrival import FEWEST, Chance, chance_in_time
from tests.unit.core.builders import NOW, scan, shipment

TODAY = NOW.date()


def journeys(*days: int, carrier: str = "Cainiao") -> list[Journey]:
    """Parcels that came so many days after they had left the country."""
    left = TODAY - timedelta(days=100)
    return [Journey("CN", "GB", carrier, (Step(Stage.EXPORTED, left),), left + timedelta(days=n)) for n in days]


def silent_for(days: float):  # type: ignore[no-untyped-def]
    return shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, days, "Shanghai, CN"))


def chance(waited: float, left: int, known: list[Journey]) -> Chance | None:
    return chance_in_time(silent_for(waited), TODAY, TODAY + timedelta(days=left), known)


def test_those_that_had_arrived_by_then_tell_nothing() -> None:
    known = journeys(*[5] * 20, *[12] * 10, *[20] * 10)
    assert chance(10, 3, known) == Chance(20, 10)


def test_longer_than_all_that_came_is_told_apart() -> None:
    made = chance(30, 3, journeys(*[12] * FEWEST))
    assert made == Chance(0, 0)
    assert made.percent == 50


def test_too_few_of_the_stage_tell_nothing() -> None:
    assert chance(3, 3, journeys(*[12] * (FEWEST - 1))) is None


def test_the_same_carrier_is_compared_first() -> None:
    known = journeys(*[12] * FEWEST) + journeys(*[40] * FEWEST, carrier="Yanwen")
    assert chance(10, 3, known) == Chance(FEWEST, FEWEST)


def test_before_the_first_scan_nobody_can_tell() -> None:
    assert chance_in_time(shipment(), TODAY, TODAY, journeys(*[12] * FEWEST)) is None


@pytest.mark.parametrize(("alike", "in_time", "percent"), [(0, 0, 50), (1, 0, 33), (98, 98, 99), (98, 0, 1)])
def test_few_parcels_tell_little(alike: int, in_time: int, percent: int) -> None:
    assert Chance(alike, in_time).percent == percent
