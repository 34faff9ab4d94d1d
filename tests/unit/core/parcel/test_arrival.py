"""The estimate of the day of arrival: whose it is, and where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from parcelbot.core.parcel.arrival import Arrival, ArrivalSource, arrival_of
from parcelbot.core.parcel.scan_wordings import Demand
from parcelbot.core.parcel.settling import ParcelState
from parcelbot.core.parcel.shipment import Estimate, Shipment, Status, Substatus
from tests.unit.core.builders import NOW, scan, shipment

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
YESTERDAY = TODAY - timedelta(days=1)
USUAL = Estimate(TODAY + timedelta(days=3), TODAY + timedelta(days=9))
ON_ITS_WAY = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 2))


def usual(_shipment: Shipment, _today: date) -> Estimate:
    return USUAL


def unknown(_shipment: Shipment, _today: date) -> None:
    return None


def state(parcel: Shipment = ON_ITS_WAY, **more: Any) -> ParcelState:
    return ParcelState(parcel, parcel.status, **more)


def promised(day: date, **more: Any) -> ParcelState:
    return state(replace(ON_ITS_WAY, estimate=Estimate(day, day), **more))


def test_the_providers_estimate_comes_first() -> None:
    assert arrival_of(promised(TOMORROW), usual, TODAY) == Arrival(TOMORROW, TOMORROW, ArrivalSource.PROVIDER)


def test_a_day_that_a_scan_announces_is_the_next_best() -> None:
    announced = state(announced_for=NOW + timedelta(days=2))
    day = TODAY + timedelta(days=2)
    assert arrival_of(announced, usual, TODAY) == Arrival(day, day, ArrivalSource.ANNOUNCED)


def test_an_announced_day_is_the_day_that_the_scan_shows() -> None:
    late_in_los_angeles = datetime(2026, 11, 24, 20, tzinfo=timezone(timedelta(hours=-8)))
    arrival = arrival_of(state(announced_for=late_in_los_angeles), usual, TODAY)
    assert arrival is not None
    assert arrival.earliest == date(2026, 11, 24)


def test_without_either_earlier_parcels_tell() -> None:
    assert arrival_of(state(), usual, TODAY) == Arrival(USUAL.earliest, USUAL.latest, ArrivalSource.HISTORY)


def test_nobody_knows_where_no_one_tells_and_no_parcels_came_before() -> None:
    assert arrival_of(state(), unknown, TODAY) is None


def test_a_providers_estimate_that_has_passed_stays_and_is_late() -> None:
    arrival = arrival_of(promised(YESTERDAY), usual, TODAY)
    assert arrival == Arrival(YESTERDAY, YESTERDAY, ArrivalSource.PROVIDER)
    assert arrival.is_late(TODAY)
    assert not arrival.is_late(YESTERDAY)


def test_a_providers_estimate_that_has_passed_gives_way_to_a_day_announced_since() -> None:
    again = replace(promised(YESTERDAY), announced_for=NOW + timedelta(days=1))
    assert arrival_of(again, usual, TODAY) == Arrival(TOMORROW, TOMORROW, ArrivalSource.ANNOUNCED)


def test_after_a_failed_attempt_an_estimate_that_has_passed_was_kept() -> None:
    assert arrival_of(promised(YESTERDAY, status=Status.DELIVERY_FAILURE), usual, TODAY) is None
    assert arrival_of(promised(TOMORROW, status=Status.DELIVERY_FAILURE), usual, TODAY) is not None


@pytest.mark.parametrize("status", [Status.DELIVERED, Status.RETURNED, Status.AVAILABLE_FOR_PICKUP])
def test_what_is_there_or_goes_back_is_not_expected(status: Status) -> None:
    assert arrival_of(promised(TOMORROW, status=status), usual, TODAY) is None


@pytest.mark.parametrize(
    "substatus", [Substatus.EXCEPTION_LOST, Substatus.EXCEPTION_DESTROYED, Substatus.DELIVERY_FAILURE_REJECTED]
)
def test_what_will_not_come_by_itself_is_not_expected(substatus: Substatus) -> None:
    assert arrival_of(promised(TOMORROW, substatus=substatus), usual, TODAY) is None


def test_nothing_is_expected_of_a_parcel_whose_state_is_contradicted() -> None:
    assert arrival_of(replace(promised(TOMORROW), contradicted=True), usual, TODAY) is None


def test_earlier_parcels_tell_nothing_of_one_that_waits_for_the_shopper() -> None:
    assert arrival_of(state(demand=Demand.PAY), usual, TODAY) is None


def test_earlier_parcels_tell_nothing_of_one_that_is_held_because_somebody_asked_for_it() -> None:
    assert arrival_of(state(meaning="held_on_request"), usual, TODAY) is None


@pytest.mark.parametrize("status", [Status.EXCEPTION, Status.DELIVERY_FAILURE, Status.INFO_RECEIVED, Status.EXPIRED])
def test_earlier_parcels_tell_only_of_one_that_is_on_its_way(status: Status) -> None:
    assert arrival_of(state(replace(ON_ITS_WAY, status=status)), usual, TODAY) is None
