"""What a provider pushes is stored once and in its order, whatever order it arrives in."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.parcel.following import NextStep, next_step
from parcelbot.core.parcel.news import PushedNews, PushOutcome
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from parcelbot.store.following import RegistrationCaps, SqlFollowedParcels
from parcelbot.store.parcel_news import SqlParcelNews
from parcelbot.store.shipments import SqlShipmentCache
from tests.unit.core.builders import NOW, scan, shipment

PARCEL = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 2))
N = PARCEL.number


def pushed(hour: int, status: Status = Status.IN_TRANSIT) -> PushedNews:
    """News that the provider looked for at this hour; the parcel was scanned then, too."""
    at = NOW + timedelta(hours=hour)
    told = shipment(replace(scan(Substatus.NONE), at=at), status=status)
    return PushedNews(N, Lookup(LookupOutcome.FOUND, replace(told, fetched_at=at)), at)


@pytest.fixture
def news(engine: Engine) -> SqlParcelNews:
    return SqlParcelNews(engine)


@pytest.fixture
def followed(engine: Engine) -> SqlFollowedParcels:
    return SqlFollowedParcels(engine, RegistrationCaps(10, 50))


def status_of(cache: SqlShipmentCache) -> Status | None:
    known = cache.get(N)
    return known.status if known else None


def test_news_are_kept_with_their_age_and_the_parcel_counts_as_pushed(
    news: SqlParcelNews, cache: SqlShipmentCache, followed: SqlFollowedParcels
) -> None:
    assert news.take(pushed(1), NOW + timedelta(hours=1)) is PushOutcome.NEWS
    known = cache.get(N)
    assert known is not None
    assert known.fetched_at == NOW + timedelta(hours=1)
    later = NOW + timedelta(days=20)
    assert next_step(known, followed.get(N), later, timedelta(hours=1)) is NextStep.TELL


def test_the_same_push_again_changes_nothing(news: SqlParcelNews, cache: SqlShipmentCache) -> None:
    news.take(pushed(1), NOW)
    before = cache.get(N)
    assert news.take(pushed(1), NOW + timedelta(days=1)) is PushOutcome.NOTHING_NEW
    assert cache.get(N) == before


def test_a_push_that_was_overtaken_changes_nothing(news: SqlParcelNews, cache: SqlShipmentCache) -> None:
    news.take(pushed(2, Status.DELIVERED), NOW)
    assert news.take(pushed(1), NOW) is PushOutcome.NOTHING_NEW
    assert status_of(cache) is Status.DELIVERED


def test_pushes_that_arrive_together_in_any_order_leave_the_newest(
    news: SqlParcelNews, cache: SqlShipmentCache
) -> None:
    pushes = [*map(pushed, range(20)), pushed(20, Status.DELIVERED)] * 2
    random.Random(7).shuffle(pushes)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda push: news.take(push, NOW), pushes))
    assert status_of(cache) is Status.DELIVERED


def test_a_push_about_one_parcel_leaves_the_others_alone(news: SqlParcelNews, cache: SqlShipmentCache) -> None:
    cache.put(replace(PARCEL, number="LP00000000000001"))
    news.take(pushed(1, Status.DELIVERED), NOW)
    other = cache.get("LP00000000000001")
    assert other is not None
    assert other.status is Status.IN_TRANSIT


def test_that_tracking_stopped_is_kept_until_the_next_news(news: SqlParcelNews, followed: SqlFollowedParcels) -> None:
    news.take(pushed(1), NOW)
    assert news.take(PushedNews(N, None), NOW) is PushOutcome.STOPPED
    assert stopped(followed) == NOW
    news.take(pushed(1), NOW)
    assert stopped(followed) == NOW
    news.take(pushed(2), NOW)
    assert stopped(followed) is None


@pytest.mark.parametrize("undone_after", [timedelta(hours=1), timedelta(days=3)])
def test_a_stop_that_was_undone_is_not_believed_when_it_is_sent_again(
    news: SqlParcelNews, followed: SqlFollowedParcels, undone_after: timedelta
) -> None:
    news.take(pushed(1), NOW)
    news.take(PushedNews(N, None), NOW)
    news.take(pushed(72), NOW + undone_after)
    assert news.take(PushedNews(N, None), NOW + undone_after * 2) is PushOutcome.NOTHING_NEW
    assert stopped(followed) is None


def test_a_stop_that_was_undone_by_taking_tracking_up_again_is_not_believed_either(
    news: SqlParcelNews, followed: SqlFollowedParcels
) -> None:
    followed.note(N, NOW, resumed_at=NOW, retracked_at=NOW)
    assert news.take(PushedNews(N, None), NOW + timedelta(days=1)) is PushOutcome.NOTHING_NEW
    assert stopped(followed) is None


def test_after_weeks_of_silence_tracking_can_stop_once_more(news: SqlParcelNews, followed: SqlFollowedParcels) -> None:
    followed.note(N, NOW, resumed_at=NOW)
    later = NOW + timedelta(days=30)
    assert news.take(PushedNews(N, None), later) is PushOutcome.STOPPED
    assert stopped(followed) == later


def stopped(followed: SqlFollowedParcels) -> datetime | None:
    following = followed.get(N)
    return following.stopped_at if following else None


def test_that_nothing_is_known_takes_nothing_away(news: SqlParcelNews, cache: SqlShipmentCache) -> None:
    news.take(pushed(1), NOW)
    news.take(PushedNews(N, Lookup(LookupOutcome.NOT_FOUND)), NOW)
    assert status_of(cache) is Status.IN_TRANSIT


def test_what_was_read_without_being_asked_for_is_taken_like_a_push_but_is_none(
    news: SqlParcelNews, followed: SqlFollowedParcels
) -> None:
    assert [news.take_read(PARCEL, NOW), news.take_read(PARCEL, NOW)] == [PushOutcome.NEWS, PushOutcome.NOTHING_NEW]
    following = followed.get(N)
    assert following is not None
    assert (following.asked_at, following.pushed_at) == (NOW, None)
