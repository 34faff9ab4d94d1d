"""A parcel is waited for in a time zone: that of its last scan at home, else of most people there."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from parcelbot.tracking.zones import home_zone

SUMMER = datetime(2026, 7, 1, 12)


@pytest.mark.parametrize(
    ("country", "places", "hours"),
    [
        ("GB", (), 1),
        ("US", (), -5),
        ("US", ("Ontario, CA, US", "Shanghai, CN"), -7),
        ("AU", ("Shanghai, CN",), 10),
    ],
)
def test_the_night_is_where_the_parcel_goes(country: str, places: tuple[str, ...], hours: int) -> None:
    zone = home_zone(country, places)
    assert zone is not None
    assert SUMMER.replace(tzinfo=zone).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("country", ["", "XX"])
def test_of_a_country_that_is_not_known_nothing_is_guessed(country: str) -> None:
    assert home_zone(country, ("Shanghai, CN",)) is None
