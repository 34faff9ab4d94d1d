"""The provider that remembers."""

from __future__ import annotations

from datetime import timedelta

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome
from parcelbot.tracking.cached import CachedProvider
from parcelbot.tracking.errors import ProviderUnavailable
from tests.unit.core.builders import NOW, shipment
from tests.unit.tracking.fakes import FakeCache, FakeProvider

PARCEL = shipment()
FOUND = Lookup(LookupOutcome.FOUND, PARCEL)


def cached(provider: FakeProvider, cache: FakeCache, age_s: float = 0) -> CachedProvider:
    return CachedProvider(provider, cache, now=lambda: NOW + timedelta(seconds=age_s), ttl_s=300)


def test_a_found_shipment_is_remembered() -> None:
    cache = FakeCache()
    assert cached(FakeProvider(FOUND), cache).fetch(PARCEL.number) == FOUND
    assert cache.get(PARCEL.number) == PARCEL


def test_a_fresh_shipment_is_given_without_a_call() -> None:
    provider = FakeProvider(FOUND)
    assert cached(provider, FakeCache({PARCEL.number: PARCEL}), age_s=299).fetch(PARCEL.number) == FOUND
    assert provider.asked == []


def test_an_old_shipment_is_asked_for_again() -> None:
    provider = FakeProvider(FOUND)
    cached(provider, FakeCache({PARCEL.number: PARCEL}), age_s=300).fetch(PARCEL.number)
    assert provider.asked == [PARCEL.number]


def test_when_the_provider_fails_the_last_known_state_is_given_as_stale() -> None:
    provider = FakeProvider(ProviderUnavailable("down"))
    lookup = cached(provider, FakeCache({PARCEL.number: PARCEL}), age_s=9000).fetch(PARCEL.number)
    assert lookup == Lookup(LookupOutcome.UNAVAILABLE, PARCEL, stale=True)


def test_when_the_provider_fails_and_nothing_is_known_it_says_so() -> None:
    provider = FakeProvider(ProviderUnavailable("down"))
    assert cached(provider, FakeCache()).fetch(PARCEL.number) == Lookup(LookupOutcome.UNAVAILABLE)


def test_pending_and_not_found_are_not_remembered() -> None:
    for outcome in (LookupOutcome.PENDING, LookupOutcome.NOT_FOUND):
        cache = FakeCache()
        assert cached(FakeProvider(Lookup(outcome)), cache).fetch(PARCEL.number).outcome is outcome
        assert cache.shipments == {}
