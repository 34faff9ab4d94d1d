"""Estimates from earlier parcels: from which, for which, and that they hold as often as they say."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Shipment, Stage, Substatus
from parcelbot.core.parcel.stages import Step
from parcelbot.core.parcel.usual_arrival import COVERAGE, FEWEST, WIDEST_DAYS, conformal_span, usual_arrival
from tests.unit.core.builders import NOW, scan, shipment

TODAY = NOW.date()


def journey(days_abroad: int, days_at_home: int = 3, carrier: str = "Cainiao") -> Journey:
    """A parcel that left the country, arrived so many days later, and was delivered some days after that."""
    left = TODAY - timedelta(days=90)
    arrived = left + timedelta(days=days_abroad)
    steps = (Step(Stage.EXPORTED, left), Step(Stage.ARRIVED, arrived))
    return Journey("CN", "GB", carrier, steps, arrived + timedelta(days=days_at_home))


def exported(days_ago: int) -> Shipment:
    return shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, days_ago, "Shanghai, CN"))


ALIKE = [journey(10)] * FEWEST


def test_parcels_that_all_took_as_long_tell_the_day() -> None:
    estimate = usual_arrival(exported(2), TODAY, ALIKE)
    assert estimate is not None
    assert estimate.earliest == estimate.latest == TODAY + timedelta(days=11)


def test_too_few_parcels_tell_nothing() -> None:
    assert usual_arrival(exported(2), TODAY, ALIKE[1:]) is None


def test_the_same_carriers_parcels_count_before_all_others() -> None:
    slower = [journey(20, carrier="Yanwen")] * FEWEST
    estimate = usual_arrival(exported(2), TODAY, [*slower, *ALIKE])
    assert estimate is not None
    assert estimate.latest == TODAY + timedelta(days=11)


def test_all_carriers_count_where_the_parcels_own_has_too_few() -> None:
    others = [journey(10, carrier="Yanwen")] * FEWEST
    assert usual_arrival(exported(2), TODAY, others) is not None


def test_parcels_that_had_gone_on_by_then_tell_nothing_of_one_that_still_lies_there() -> None:
    quick, slow = [journey(5)] * 3 * FEWEST, [journey(15)] * FEWEST
    estimate = usual_arrival(exported(9), TODAY, [*quick, *slow])
    assert estimate is not None
    assert estimate.earliest == TODAY + timedelta(days=9)


def test_a_parcel_that_has_lain_longer_than_any_before_gets_no_date() -> None:
    assert usual_arrival(exported(40), TODAY, ALIKE) is None


def test_no_date_lies_in_the_past() -> None:
    estimate = usual_arrival(exported(10), TODAY, [journey(10, days_at_home=0)] * FEWEST)
    assert estimate is not None
    assert estimate.earliest == TODAY


def test_a_span_too_wide_to_help_is_not_told() -> None:
    scattered = [journey(1 + n * (WIDEST_DAYS + 9) // FEWEST) for n in range(FEWEST)]
    assert usual_arrival(exported(0), TODAY, scattered) is None


def test_a_parcel_that_was_never_scanned_has_no_stage_to_compare() -> None:
    assert usual_arrival(shipment(), TODAY, ALIKE) is None


@pytest.mark.parametrize("days", [[], [5], [5] * 10])
def test_a_handful_of_parcels_proves_no_coverage(days: list[int]) -> None:
    assert conformal_span(days) is None


def test_the_interval_holds_as_often_as_it_says() -> None:
    chance = random.Random(7)
    held = 0
    for _ in range(2_000):
        days = [round(chance.lognormvariate(2.3, 0.5)) for _ in range(61)]
        span = conformal_span(days[1:])
        assert span is not None
        held += span[0] <= days[0] <= span[1]
    assert COVERAGE - 0.01 <= held / 2_000 <= COVERAGE + 0.06
