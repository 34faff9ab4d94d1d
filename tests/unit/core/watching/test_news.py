"""Not every scan is news: only what changes a person's day is written about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.core.parcel.scan_wordings import Demand
from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.watching.news import NewsKind, Wanted, read_news
from parcelbot.core.watching.seen import SeenParcel, seen_from_json

NOW = datetime(2026, 11, 25, 10, tzinfo=timezone.utc)
MOVING = SeenParcel(Status.IN_TRANSIT, Substatus.IN_TRANSIT_DEPARTURE, NOW - timedelta(days=1))


def now(status: Status, substatus: Substatus = Substatus.NONE, **changes: object) -> SeenParcel:
    return replace(SeenParcel(status, substatus, NOW), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (now(Status.DELIVERED), NewsKind.DELIVERED),
        (now(Status.OUT_FOR_DELIVERY), NewsKind.OUT_FOR_DELIVERY),
        (now(Status.AVAILABLE_FOR_PICKUP), NewsKind.PICKUP),
        (now(Status.DELIVERY_FAILURE), NewsKind.ATTEMPT_FAILED),
        (now(Status.EXCEPTION, Substatus.EXCEPTION_DAMAGE), NewsKind.PROBLEM),
        (now(Status.EXCEPTION, Substatus.EXCEPTION_RETURNING), NewsKind.RETURNED),
        (now(Status.RETURNED), NewsKind.RETURNED),
        (now(Status.IN_TRANSIT, Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION), NewsKind.CUSTOMS),
        (now(Status.IN_TRANSIT, demand=Demand.PAY), NewsKind.CUSTOMS),
    ],
)
def test_a_state_that_a_person_has_to_know_of_is_news(state: SeenParcel, kind: NewsKind) -> None:
    assert read_news(MOVING, state) is kind
    assert read_news(state, state) is None


def test_the_next_depot_is_no_news() -> None:
    assert read_news(MOVING, now(Status.IN_TRANSIT, Substatus.IN_TRANSIT_ARRIVAL)) is None


def test_the_first_scan_of_all_is_news() -> None:
    label = SeenParcel(Status.INFO_RECEIVED)
    assert read_news(label, now(Status.IN_TRANSIT)) is NewsKind.MOVED
    assert read_news(SeenParcel(), now(Status.IN_TRANSIT)) is NewsKind.MOVED
    assert read_news(SeenParcel(), SeenParcel(Status.INFO_RECEIVED)) is None


@pytest.mark.parametrize(("days", "kind"), [(2, None), (3, NewsKind.MOVED), (9, NewsKind.MOVED)])
def test_a_scan_after_three_silent_days_is_news(days: int, kind: NewsKind | None) -> None:
    silent = replace(MOVING, scan_at=NOW - timedelta(days=days))
    assert read_news(silent, now(Status.IN_TRANSIT)) is kind


def test_a_scan_after_a_trouble_is_news() -> None:
    trouble = SeenParcel(Status.EXCEPTION, Substatus.EXCEPTION_DELAYED, NOW - timedelta(hours=5))
    assert read_news(trouble, now(Status.IN_TRANSIT)) is NewsKind.MOVED


def test_an_older_scan_that_comes_late_is_no_news() -> None:
    assert read_news(replace(MOVING, scan_at=NOW + timedelta(days=5)), now(Status.IN_TRANSIT)) is None


def test_a_second_van_on_another_day_is_news_and_a_second_line_about_the_same_van_is_not() -> None:
    van = SeenParcel(Status.OUT_FOR_DELIVERY, Substatus.NONE, NOW - timedelta(hours=2))
    assert read_news(van, now(Status.OUT_FOR_DELIVERY)) is None
    assert read_news(replace(van, scan_at=NOW - timedelta(days=1)), now(Status.OUT_FOR_DELIVERY)) is not None


def test_who_fetched_the_parcel_is_not_told_that_it_was_delivered() -> None:
    waiting = SeenParcel(Status.AVAILABLE_FOR_PICKUP, Substatus.NONE, NOW - timedelta(days=1))
    assert read_news(waiting, now(Status.DELIVERED)) is None


def test_what_cannot_be_right_is_no_news() -> None:
    assert read_news(MOVING, now(Status.DELIVERED, doubted=True)) is None


def test_whatever_was_asked_for_the_end_of_the_waiting_is_told() -> None:
    ends = (NewsKind.DELIVERED, NewsKind.PICKUP, NewsKind.RETURNED)
    assert all(wanted.wants(kind) for wanted in Wanted for kind in ends)
    assert not Wanted.DELIVERED.wants(NewsKind.MOVED)
    assert not Wanted.PROBLEM.wants(NewsKind.OUT_FOR_DELIVERY)


def test_what_was_seen_is_kept_as_json() -> None:
    seen = now(Status.IN_TRANSIT, demand=Demand.PAPERS)
    assert seen_from_json(seen.to_json()) == seen
    assert seen_from_json({}) == SeenParcel()
