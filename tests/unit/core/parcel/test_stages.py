"""How far along its route a parcel is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parcelbot.core.parcel.shipment import Stage, Status, Substatus
from parcelbot.core.parcel.stages import Step, country_of, stage_of, steps_of
from tests.unit.core.builders import NOW, scan, shipment

PICKED_UP = Substatus.IN_TRANSIT_PICKED_UP
DEPARTURE = Substatus.IN_TRANSIT_DEPARTURE
ARRIVAL = Substatus.IN_TRANSIT_ARRIVAL
OTHER = Substatus.IN_TRANSIT_OTHER
CUSTOMS = Substatus.IN_TRANSIT_CUSTOMS_PROCESSING
RELEASED = Substatus.IN_TRANSIT_CUSTOMS_RELEASED


def test_a_parcel_without_checkpoints_has_no_scan() -> None:
    assert stage_of(shipment()) is Stage.NO_SCAN


def test_a_label_event_is_not_a_scan() -> None:
    assert stage_of(shipment(scan(Substatus.NONE, physical=False))) is Stage.NO_SCAN


@pytest.mark.parametrize(
    ("substatus", "stage"),
    [
        (PICKED_UP, Stage.ACCEPTED),
        (OTHER, Stage.ACCEPTED),
        (DEPARTURE, Stage.EXPORTED),
        (CUSTOMS, Stage.CUSTOMS),
        (Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION, Stage.CUSTOMS),
        (RELEASED, Stage.ARRIVED),
        (ARRIVAL, Stage.ARRIVED),
        (Substatus.OUT_FOR_DELIVERY_OTHER, Stage.LAST_MILE),
        (Substatus.DELIVERED_OTHER, Stage.ENDED),
    ],
)
def test_the_newest_scan_tells_the_stage(substatus: Substatus, stage: Stage) -> None:
    assert stage_of(shipment(scan(substatus), scan(PICKED_UP, 5))) is stage


def test_a_scan_that_tells_nothing_leaves_the_stage_to_an_older_one() -> None:
    assert stage_of(shipment(scan(OTHER, 1, "Shanghai, CN"), scan(DEPARTURE, 2, "Shanghai, CN"))) is Stage.EXPORTED


def test_any_scan_in_the_destination_country_means_arrived() -> None:
    assert stage_of(shipment(scan(OTHER, 1, "London, GB"), scan(DEPARTURE, 9))) is Stage.ARRIVED


def test_leaving_a_facility_in_the_destination_country_is_no_export() -> None:
    assert stage_of(shipment(scan(DEPARTURE, 1, "London, GB"))) is Stage.ARRIVED


def test_leaving_a_facility_of_a_parcel_that_stays_at_home_is_no_export() -> None:
    assert stage_of(shipment(scan(DEPARTURE), origin="US", destination="US")) is Stage.ACCEPTED


def test_arriving_at_the_origins_airport_is_no_arrival() -> None:
    assert stage_of(shipment(scan(ARRIVAL, 1, "Shanghai, CN"))) is Stage.ACCEPTED


def test_a_release_by_the_origins_customs_leaves_the_parcel_at_home() -> None:
    parcel = shipment(scan(RELEASED, 1, "Shanghai, CN"), scan(CUSTOMS, 2, "Shanghai, CN"))
    assert stage_of(parcel) is Stage.ACCEPTED


def test_a_scan_of_the_last_mile_carrier_means_last_mile() -> None:
    parcel = shipment(scan(OTHER, 1, "Langley, GB", carrier="Royal Mail"), last_mile_carrier="Royal Mail")
    assert stage_of(parcel) is Stage.LAST_MILE


@pytest.mark.parametrize(
    ("status", "stage"),
    [
        (Status.DELIVERED, Stage.ENDED),
        (Status.RETURNED, Stage.ENDED),
        (Status.AVAILABLE_FOR_PICKUP, Stage.LAST_MILE),
        (Status.DELIVERY_FAILURE, Stage.LAST_MILE),
    ],
)
def test_a_status_that_is_a_stage_decides_without_scans(status: Status, stage: Stage) -> None:
    assert stage_of(shipment(status=status)) is stage


def test_the_latest_substatus_helps_where_no_scan_has_one() -> None:
    parcel = shipment(scan(Substatus.NONE), substatus=CUSTOMS)
    assert stage_of(parcel) is Stage.CUSTOMS


def test_what_the_words_of_a_scan_tell_goes_before_its_code() -> None:
    parcel = shipment(replace(scan(ARRIVAL, 1, "Leeds, GB"), stage=Stage.LAST_MILE))
    assert stage_of(parcel) is Stage.LAST_MILE


def test_a_local_depot_in_the_country_of_origin_is_not_the_shoppers() -> None:
    parcel = shipment(replace(scan(ARRIVAL, 1, "Shenzhen, CN"), stage=Stage.LAST_MILE))
    assert stage_of(parcel) is Stage.ACCEPTED


def test_a_parcel_is_followed_through_its_stages_from_the_first_scan_on() -> None:
    parcel = shipment(
        scan(OTHER, 1, "London, GB"),
        scan(ARRIVAL, 2, "London, GB"),
        scan(DEPARTURE, 8, "Shanghai, CN"),
        scan(OTHER, 9, "Shanghai, CN"),
        scan(Substatus.NONE, 10, physical=False),
    )
    assert [(step.stage, step.since.day) for step in steps_of(parcel)] == [
        (Stage.ACCEPTED, 12),
        (Stage.EXPORTED, 13),
        (Stage.ARRIVED, 19),
    ]


def test_a_parcel_that_nobody_scanned_has_no_steps() -> None:
    assert steps_of(shipment(scan(Substatus.NONE, 10, physical=False))) == ()


def test_a_stage_to_which_a_parcel_came_back_stands_twice() -> None:
    parcel = shipment(scan(CUSTOMS, 1), scan(ARRIVAL, 2, "London, GB"), scan(CUSTOMS, 3))
    assert [step.stage for step in steps_of(parcel)] == [Stage.CUSTOMS, Stage.ARRIVED, Stage.CUSTOMS]
    assert steps_of(parcel)[-1] == Step(Stage.CUSTOMS, NOW.date() - timedelta(days=1))


@pytest.mark.parametrize(
    ("location", "country"), [("Shanghai, CN", "CN"), ("Ontario, CA, US", "US"), ("GB", "GB"), ("London", ""), ("", "")]
)
def test_a_location_ends_with_its_country(location: str, country: str) -> None:
    assert country_of(location, shipment()) == country


@pytest.mark.parametrize(
    ("location", "origin", "destination", "country"),
    [
        ("Macon, GA", "CN", "US", "US"),
        ("Los Angeles, CA", "CN", "US", "US"),
        ("Toronto, CA", "CN", "CA", "CA"),
        ("Los Angeles, CA", "US", "CA", "CA"),
        ("Libreville, GA", "CN", "GB", "GA"),
        ("St. John's, NL", "GB", "CA", "CA"),
        ("Cuneo, CN", "CN", "IT", "CN"),
        ("Fribourg, FR", "CN", "CH", "CH"),
        ("Lyon, FR", "FR", "CH", "FR"),
        ("Leeds, UK", "CN", "GB", "GB"),
    ],
)
def test_a_region_of_one_of_its_countries_is_no_country(
    location: str, origin: str, destination: str, country: str
) -> None:
    assert country_of(location, shipment(origin=origin, destination=destination)) == country


@pytest.mark.parametrize("location", ["Austin, TX", "Reno, NV", "Perth, QLD", "Zürich, ZH", "Hub, 7"])
def test_a_region_that_is_no_country_s_code_names_none(location: str) -> None:
    assert country_of(location, shipment(origin="CN", destination="GB")) == ""


def test_a_parcel_that_has_been_with_the_local_carrier_is_still_with_it() -> None:
    tried = scan(Substatus.DELIVERY_FAILURE_NO_BODY, 2, "London, GB")
    assert stage_of(shipment(scan(OTHER, 1, "London, GB"), tried)) is Stage.LAST_MILE


def test_an_arrival_in_a_third_country_is_none_in_the_destination() -> None:
    assert stage_of(shipment(scan(ARRIVAL, 1, "Amsterdam, NL"), scan(DEPARTURE, 5, "Shanghai, CN"))) is Stage.EXPORTED


def test_an_arrival_at_a_depot_of_a_parcel_that_stays_at_home_is_no_arrival_from_abroad() -> None:
    domestic = shipment(scan(ARRIVAL, 1, "Denver, US"), origin="US", destination="US")
    assert stage_of(domestic) is Stage.ACCEPTED
