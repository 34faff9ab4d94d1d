"""When a scan was made, and whether it was one at all."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.tracking.events import aware_time, is_physical
from parcelbot.tracking.zones import alpha2, zone_of

VAGUE = Substatus.IN_TRANSIT_OTHER


@pytest.mark.parametrize(
    "description",
    [
        "Electronic information submitted by shipper",
        "Shipping label created, USPS awaiting item",
        "Label has been created",
        "Shipper created a label, UPS has not received the package yet.",
        "Order information received",
        "Pre-advice received",
        "Shipment information received",
        "Awaiting item",
        "Shipping information sent to carrier",
    ],
)
def test_an_announcement_is_not_a_scan(description: str) -> None:
    assert not is_physical(description, Status.IN_TRANSIT, VAGUE)


@pytest.mark.parametrize(
    "description", ["Accepted by carrier", "Departed from facility", "Held by customs", "Arrived at mail centre", ""]
)
def test_a_parcel_in_hand_is_a_scan(description: str) -> None:
    assert is_physical(description, Status.IN_TRANSIT, VAGUE)


@pytest.mark.parametrize("status", [Status.INFO_RECEIVED, Status.NOT_FOUND])
def test_an_info_received_event_is_no_scan_whatever_it_says(status: Status) -> None:
    assert not is_physical("Parcel", status, Substatus.NONE)


def test_a_telling_substatus_outweighs_the_wording() -> None:
    assert is_physical(
        "Order information received, parcel picked up", Status.IN_TRANSIT, Substatus.IN_TRANSIT_PICKED_UP
    )


@pytest.mark.parametrize("location", ["Hub 7", "Somewhere, US", "Springfield"])
def test_a_told_offset_is_kept_where_the_place_has_no_zone_that_is_known(location: str) -> None:
    at, assumed = aware_time("2026-11-01T06:58:32-07:00", location, "")
    assert (at.utcoffset(), assumed) == (timedelta(hours=-7), False)


@pytest.mark.parametrize(
    ("told", "location", "day"),
    [
        ("2026-11-08T18:40:00+00:00", "Dunedin, NZ", 9),
        ("2026-11-08T18:40:00Z", "Wellington", 9),
        ("2026-11-08T22:30:00+10:00", "Hobart, TAS, AU", 8),
        ("2026-11-08T17:00:00Z", "Perth, WA, AU", 9),
        ("2026-11-08T17:00:00Z", "Perth, GB", 8),
        ("2026-11-09T03:00:00-05:00", "Hilo, HI, US", 8),
        ("2026-11-09T03:00:00-05:00", "Honolulu, US", 8),
    ],
)
def test_a_moment_is_of_the_day_that_its_place_has(told: str, location: str, day: int) -> None:
    at, assumed = aware_time(told, location, "")
    assert (at.day, at, assumed) == (day, datetime.fromisoformat(told.replace("Z", "+00:00")), False)


def test_z_is_an_offset_too() -> None:
    assert aware_time("2026-11-01T06:58:32Z", "", "") == (datetime(2026, 11, 1, 6, 58, 32, tzinfo=timezone.utc), False)


@pytest.mark.parametrize(
    ("location", "country", "hours"),
    [
        ("Shanghai, CN", "", 8),
        ("Langley", "GB", 0),
        ("Austin, TX, US", "", -6),
        ("New York, US", "", -5),
        ("Perth, WA, AU", "", 8),
    ],
)
def test_a_time_without_an_offset_is_its_places_time(location: str, country: str, hours: int) -> None:
    at, assumed = aware_time("2026-11-20 09:00:00", location, country)
    assert (at.utcoffset(), assumed) == (timedelta(hours=hours), False)


def test_a_place_in_summer_has_summer_time() -> None:
    at, _ = aware_time("2026-07-01T09:00:00", "London, GB", "")
    assert at.utcoffset() == timedelta(hours=1)


def test_without_a_place_the_carriers_zone_is_assumed_and_said_so() -> None:
    at, assumed = aware_time("2026-11-20T09:00:00", "", "", fallback_country="CN")
    assert (at.utcoffset(), assumed) == (timedelta(hours=8), True)


def test_without_any_hint_utc_is_assumed_and_said_so() -> None:
    at, assumed = aware_time("2026-11-20T09:00:00", "Hub 7", "")
    assert (at.utcoffset(), assumed) == (timedelta(0), True)


def test_a_country_of_many_zones_is_not_guessed() -> None:
    assert aware_time("2026-11-20T09:00:00", "US", "")[1] is True


def test_a_date_alone_is_its_noon_and_said_so() -> None:
    at, assumed = aware_time("2026-11-20", "Shanghai, CN", "")
    assert (at.hour, at.utcoffset(), assumed) == (12, timedelta(hours=8), True)


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-40T00:00:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        aware_time(text, "", "")


def test_three_letter_countries_become_two() -> None:
    assert [alpha2(code) for code in ("CHN", "GBR", "US", "XXX", "")] == ["CN", "GB", "US", "", ""]


@pytest.mark.parametrize("place", ["Melbourne, FL, US", "Vancouver, GB", "Perth, CA"])
def test_a_place_that_shares_its_name_with_a_city_far_away_is_not_taken_for_it(place: str) -> None:
    assert zone_of(place) != zone_of(place.split(",")[0])


def test_an_unknown_place_has_no_zone() -> None:
    assert zone_of("Atlantis, XX") is None
