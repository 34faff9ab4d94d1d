"""Pushes come twice, late and out of order: what is older than what is known changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from parcelbot.core.parcel.following import Following, is_outdated
from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from tests.unit.core.builders import NOW, scan, shipment

N = "LP00123456789012"
OLD = shipment(scan(Substatus.IN_TRANSIT_PICKED_UP, 9))
NEW = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 2), *OLD.checkpoints)
PUSHED = Following(N, pushed_at=NOW, synced_at=NOW - timedelta(hours=1))


@pytest.mark.parametrize(
    ("news", "known", "outdated"),
    [
        (NEW, OLD, False),
        (OLD, NEW, True),
        (NEW, NEW, True),
        (replace(NEW, fetched_at=NOW + timedelta(hours=1)), NEW, True),
        (replace(NEW, status=Status.DELIVERED), NEW, False),
        (OLD, None, False),
        (shipment(), NEW, True),
        (NEW, shipment(), False),
        (replace(NEW, checkpoints=NEW.checkpoints[:1]), NEW, True),
    ],
    ids=["newer", "older", "again", "again, later", "other status", "first", "without scans", "first scans", "fewer"],
)
def test_without_the_providers_own_time_the_scans_decide(
    news: Shipment, known: Shipment | None, outdated: bool
) -> None:
    assert is_outdated(news, None, known, Following(N)) is outdated


@pytest.mark.parametrize(
    ("synced_at", "outdated"),
    [(NOW, False), (NOW - timedelta(hours=1), True), (NOW - timedelta(hours=2), True)],
    ids=["later", "the same", "earlier"],
)
def test_the_providers_own_time_of_looking_decides_whatever_the_scans_say(synced_at: datetime, outdated: bool) -> None:
    assert is_outdated(OLD, synced_at, NEW, PUSHED) is outdated


def test_what_was_read_since_the_last_push_is_compared_by_its_scans() -> None:
    read_since = replace(PUSHED, asked_at=NOW + timedelta(minutes=5))
    assert is_outdated(OLD, NOW, NEW, read_since)


def test_an_announced_day_does_not_make_later_news_old() -> None:
    announced = shipment(scan(Substatus.NONE, -3, physical=False), *OLD.checkpoints)
    assert not is_outdated(NEW, None, announced, Following(N))
