"""A second provider is heard only where the first is down or does not know a number."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from parcelbot.core.parcel.following import Following
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest
from parcelbot.tracking.errors import ProviderUnavailable
from parcelbot.tracking.followed import FollowedProvider, Patience
from parcelbot.tracking.stand_in import OwnNews, StandIn
from tests.unit.core.builders import NOW, shipment
from tests.unit.tracking.fakes import FakeCache, FakeClient, FakeFollowed, FakeProvider

PARCEL = shipment()
N = PARCEL.number
ASK = LookupRequest(N, asked_by="c1")
FOUND = Lookup(LookupOutcome.FOUND, PARCEL)
OTHERS = Lookup(LookupOutcome.FOUND, replace(PARCEL, carrier="Somebody else"))
PENDING = Lookup(LookupOutcome.PENDING)
NOT_FOUND = Lookup(LookupOutcome.NOT_FOUND)
NEEDS_DETAIL = Lookup(LookupOutcome.NEEDS_DETAIL)
CAPPED = Lookup(LookupOutcome.CAPPED)
DOWN = Lookup(LookupOutcome.UNAVAILABLE)
STALE = Lookup(LookupOutcome.UNAVAILABLE, PARCEL, stale=True)


@pytest.mark.parametrize("told", [FOUND, PENDING, NEEDS_DETAIL, CAPPED])
def test_who_gets_an_answer_asks_nobody_else(told: Lookup) -> None:
    second = FakeProvider(OTHERS)
    assert StandIn(FakeProvider(told), second).fetch(ASK) == told
    assert second.asked == []


@pytest.mark.parametrize(
    ("first", "second", "heard"),
    [
        (NOT_FOUND, OTHERS, OTHERS),
        (NOT_FOUND, PENDING, NOT_FOUND),
        (NOT_FOUND, DOWN, NOT_FOUND),
        (DOWN, OTHERS, OTHERS),
        (DOWN, PENDING, PENDING),
        (DOWN, NEEDS_DETAIL, NEEDS_DETAIL),
        (DOWN, NOT_FOUND, DOWN),
        (DOWN, CAPPED, DOWN),
        (DOWN, DOWN, DOWN),
        (STALE, OTHERS, OTHERS),
        (STALE, PENDING, STALE),
        (STALE, DOWN, STALE),
    ],
)
def test_the_second_is_heard_where_it_knows_more(first: Lookup, second: Lookup, heard: Lookup) -> None:
    assert StandIn(FakeProvider(first), FakeProvider(second)).fetch(ASK) == heard


@dataclass
class Two:
    """A first provider that is down, and a second one that answers, over one cache and the same clock."""

    cache: FakeCache = field(default_factory=FakeCache)
    second: FakeClient = field(default_factory=lambda: FakeClient(reads=[FOUND]))
    first: FakeClient = field(
        default_factory=lambda: FakeClient(registers=[ProviderUnavailable("down")], reads=[FOUND])
    )
    age: timedelta = timedelta(0)
    seconds: FakeFollowed = field(default_factory=FakeFollowed)
    firsts: FakeFollowed = field(default_factory=FakeFollowed)

    def now(self) -> datetime:
        return NOW + self.age

    def fetch(self) -> Lookup:
        good_for = timedelta(hours=1)
        first = FollowedProvider(self.first, self.cache, self.firsts, self.now, good_for, Patience(0.0))
        own = OwnNews(self.cache, self.seconds)
        second = FollowedProvider(self.second, own, self.seconds, self.now, good_for, Patience(0.0))
        return StandIn(first, second).fetch(ASK)


def test_a_new_parcel_is_handed_to_the_stand_in_when_the_first_is_down() -> None:
    two = Two()
    assert two.fetch() == FOUND
    assert two.second.calls == ["register", "read"]


def test_what_the_stand_in_told_holds_like_the_first_ones_news() -> None:
    two = Two()
    two.fetch()
    two.age = timedelta(minutes=30)
    assert two.fetch() == FOUND
    assert two.second.calls == ["register", "read"]


def test_old_news_of_the_first_are_no_news_of_the_stand_in() -> None:
    old = replace(PARCEL, fetched_at=NOW - timedelta(days=3))
    two = Two(cache=FakeCache({N: old}), first=FakeClient(reads=[ProviderUnavailable("down")]))
    two.firsts.rows[N] = Following(N, registered_at=NOW - timedelta(days=9), asked_at=NOW - timedelta(days=3))
    assert two.fetch() == FOUND
    assert two.second.calls == ["register", "read"]


def test_a_number_that_nobody_knows_is_asked_of_the_stand_in_only_now_and_then() -> None:
    two = Two(first=FakeClient(registers=[NOT_FOUND]), second=FakeClient(reads=[PENDING]))
    assert [two.fetch(), two.fetch(), two.fetch()] == [NOT_FOUND] * 3
    assert two.second.calls == ["register", "read"]


def test_the_stand_in_takes_no_more_new_numbers_from_a_visitor_than_the_first() -> None:
    two = Two(seconds=FakeFollowed(room=0))
    assert two.fetch() == DOWN
    assert two.second.calls == []
