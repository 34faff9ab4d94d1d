"""Time zones: by the names that browsers tell, by countries, and the clock they make for a shopper."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from parcelbot.core.shopper_clock import Zones
from parcelbot.front.api.request_body import read_time_zone
from parcelbot.reading.time_zones import named_zone
from parcelbot.tracking.zones import likely_zone

ZONES = Zones(named_zone, likely_zone)
NOON = datetime(2026, 12, 3, 12, tzinfo=timezone.utc)


def test_the_browsers_zone_is_the_shoppers_own() -> None:
    clock = ZONES.clock(NOON, "America/Chicago", "GB")
    assert (clock.now.hour, clock.own) == (6, True)
    assert clock.now == NOON


@pytest.mark.parametrize("told", ["", "Mars/Olympus", "UTC", "Etc/UTC"])
def test_without_one_it_is_that_of_the_country_the_parcel_goes_to(told: str) -> None:
    clock = ZONES.clock(NOON, told, "PL")
    assert (clock.now.hour, clock.own, clock.own_zone) == (13, False, None)


@pytest.mark.parametrize(("country", "hour"), [("US", 6), ("AU", 23), ("ES", 13), ("TT", 8), ("CA", 7), ("NP", 17)])
def test_of_several_zones_it_is_the_one_most_people_of_the_country_live_in(country: str, hour: int) -> None:
    clock = ZONES.clock(NOON, "", country)
    assert (clock.now.hour, clock.own) == (hour, False)


@pytest.mark.parametrize("country", ["", "XX"])
def test_a_country_that_is_not_known_leaves_utc(country: str) -> None:
    clock = ZONES.clock(NOON, "", country)
    assert (clock.now.tzname(), clock.own) == ("UTC", False)


@pytest.mark.parametrize("told", [None, 5, "", "Mars/Olympus", "../../etc/passwd", "x" * 300, ["Europe/London"]])
def test_what_is_no_zone_is_passed_over_when_a_session_begins(told: Any) -> None:
    assert read_time_zone({"time_zone": told}) == read_time_zone({}) == ""


def test_a_zone_is_kept_by_its_name() -> None:
    assert read_time_zone({"time_zone": "Asia/Kolkata"}) == "Asia/Kolkata"
