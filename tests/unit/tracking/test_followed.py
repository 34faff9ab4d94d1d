"""What a shopper hears of a parcel, and how many calls to its provider that takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from parcelbot.core.parcel.following import Following
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Status, WantedDetail
from parcelbot.tracking.errors import OurTurnTooLate, ProviderUnavailable, QuotaSpent
from parcelbot.tracking.followed import FollowedProvider, Patience
from parcelbot.tracking.protocol import Woken
from parcelbot.tracking.transport import Allowance, Deadline
from tests.unit.core.builders import NOW, shipment
from tests.unit.tracking.fakes import FakeCache, FakeClient, FakeFollowed

PARCEL = shipment()
N = PARCEL.number
FOUND = Lookup(LookupOutcome.FOUND, PARCEL)
PENDING = Lookup(LookupOutcome.PENDING)
ASK = LookupRequest(N, asked_by="c1")


@dataclass
class World:
    """A provider over stand-ins; `push_after` is after how many looks the pushed news are there."""

    client: FakeClient = field(default_factory=FakeClient)
    cache: FakeCache = field(default_factory=FakeCache)
    followed: FakeFollowed = field(default_factory=FakeFollowed)
    age: timedelta = timedelta(0)
    push: Callable[[World], None] = lambda world: None

    def now(self) -> datetime:
        return NOW + self.age

    def fetch(self, request: LookupRequest = ASK) -> Lookup:
        provider = FollowedProvider(
            self.client,
            self.cache,
            self.followed,
            self.now,
            good_for=timedelta(seconds=300),
            patience=Patience(first_news_s=1.0, look_every_s=0.25),
            sleep=lambda _: self.push(self),
        )
        return provider.fetch(request)


def pushed(world: World) -> None:
    """The webhook's part: the news are in the store, and it is known that the provider pushes them."""
    world.cache.put(PARCEL)
    world.followed.note(N, world.now(), pushed_at=world.now())


def known(age: timedelta = timedelta(0), **state: datetime | None) -> World:
    followed = FakeFollowed({N: Following(N, **{"registered_at": NOW, "asked_at": NOW, **state})})  # type: ignore[arg-type]
    return World(FakeClient(reads=[FOUND]), FakeCache({N: PARCEL}), followed, age)


def test_a_new_number_is_handed_over_and_its_pushed_news_told_after_one_call() -> None:
    world = World(push=pushed)
    assert world.fetch() == FOUND
    assert world.client.calls == ["register"]


def test_news_that_are_not_pushed_in_time_are_read_with_the_second_call() -> None:
    world = World(FakeClient(reads=[FOUND]))
    assert world.fetch() == FOUND
    assert world.client.calls == ["register", "read"]
    assert world.cache.get(N) == PARCEL


def test_a_number_that_was_registered_before_is_read_with_the_second_call() -> None:
    world = World(FakeClient(registers=[PENDING], reads=[FOUND]))
    assert world.fetch() == FOUND
    assert world.client.calls == ["register", "read"]


def test_a_number_whose_carrier_was_refused_costs_two_calls_and_its_news_are_left_to_come() -> None:
    world = World(FakeClient(reads=[FOUND], requests_to_register=2))
    assert [world.fetch(), world.fetch()] == [PENDING, PENDING]
    assert world.client.calls == ["register", "register"]
    world.age = timedelta(minutes=5)
    assert world.fetch() == FOUND


def test_a_number_that_was_just_handed_over_and_cannot_be_read_has_no_news_yet() -> None:
    world = World(FakeClient(reads=[OurTurnTooLate("too many")]))
    assert [world.fetch(), world.fetch()] == [PENDING, PENDING]
    assert world.client.calls == ["register", "read"]


def test_time_is_kept_for_reading_what_is_not_pushed() -> None:
    patience = Patience(first_news_s=3.0, look_every_s=0.25, in_all_s=5.0, kept_s=1.0)
    looks = [patience.looks(Allowance(Deadline(left_s, clock=lambda: 0.0))) for left_s in (5.0, 3.0, 0.5)]
    assert looks == [12, 8, 0]
    assert patience.looks(Allowance(Deadline(2.0, clock=lambda: 0.0), calls=0)) == 8


def test_a_conversation_that_goes_on_about_a_new_parcel_makes_two_calls_in_all() -> None:
    world = World()
    answers = [world.fetch() for _ in range(5)]
    assert answers == [PENDING] * 5
    assert world.client.calls == ["register", "read"]


def test_what_was_pending_is_asked_for_again_after_a_while() -> None:
    world = World(FakeClient(reads=[PENDING, FOUND]))
    world.fetch()
    world.age = timedelta(minutes=5)
    assert world.fetch() == FOUND


def test_where_pushes_come_what_is_pending_is_left_to_them() -> None:
    world = World(FakeClient(reads=[PENDING]), followed=FakeFollowed(pushes_come=True))
    for minutes in (0, 6, 60, 600):
        world.age = timedelta(minutes=minutes)
        assert world.fetch() == PENDING
    assert world.client.calls == ["register", "read"]


def test_a_number_nobody_knows_is_not_found_also_the_second_time_and_costs_no_more_calls() -> None:
    world = World(FakeClient(reads=[Lookup(LookupOutcome.NOT_FOUND)]))
    assert [world.fetch().outcome for _ in range(2)] == [LookupOutcome.NOT_FOUND] * 2
    assert world.client.calls == ["register", "read"]


@pytest.mark.parametrize("age", [timedelta(seconds=30), timedelta(days=20)])
def test_a_pushed_parcel_is_told_without_a_call_however_long_it_has_been_silent(age: timedelta) -> None:
    world = known(age, pushed_at=NOW)
    assert world.fetch() == FOUND
    assert world.client.calls == []


def test_a_parcel_that_is_pushed_but_was_never_asked_for_costs_no_call() -> None:
    world = known(pushed_at=NOW, registered_at=None, asked_at=None)
    assert world.fetch() == FOUND
    assert world.client.calls == []


def test_a_fresh_shipment_is_given_without_a_call() -> None:
    world = known(timedelta(seconds=299))
    assert world.fetch() == FOUND
    assert world.client.calls == []


def test_an_old_shipment_that_nobody_pushes_is_read_again() -> None:
    world = known(timedelta(seconds=300))
    world.fetch()
    assert world.client.calls == ["read"]


def test_a_parcel_whose_tracking_stopped_is_taken_up_again_once_and_told_meanwhile() -> None:
    world = known(timedelta(days=40), pushed_at=NOW, stopped_at=NOW)
    assert [world.fetch(), world.fetch()] == [FOUND, FOUND]
    assert world.client.calls == ["retrack"]
    assert world.followed.rows[N].stopped_at is None


def test_tracking_that_cannot_be_taken_up_again_is_not_tried_twice() -> None:
    world = known(timedelta(days=40), pushed_at=NOW, stopped_at=NOW)
    world.client.wakes = Woken.REFUSED
    world.fetch()
    world.fetch()
    assert world.client.calls == ["retrack", "read"]


def test_tracking_that_never_stopped_keeps_its_one_chance_to_be_taken_up_again() -> None:
    world = known(timedelta(days=40), pushed_at=NOW, stopped_at=NOW)
    world.client.wakes = Woken.NEVER_STOPPED
    assert [world.fetch(), world.fetch()] == [FOUND, FOUND]
    assert world.client.calls == ["retrack"]
    row = world.followed.rows[N]
    assert (row.stopped_at, row.retracked_at, row.resumed_at) == (None, None, world.now())


def test_a_delivered_parcel_is_not_woken() -> None:
    world = known(pushed_at=NOW, stopped_at=NOW)
    world.cache.put(shipment(status=Status.DELIVERED))
    world.fetch()
    assert world.client.calls == []


def test_a_number_that_the_provider_has_dropped_is_handed_over_anew() -> None:
    world = known(timedelta(days=1))
    world.client.reads = [None]
    world.push = pushed
    assert world.fetch() == FOUND
    assert world.client.calls == ["read", "register"]


@pytest.mark.parametrize("requests_to_register", [1, 2])
@pytest.mark.parametrize("registered", [None, PENDING])
def test_a_number_that_the_provider_has_dropped_costs_two_calls(
    registered: Lookup | None, requests_to_register: int
) -> None:
    world = known(timedelta(days=1))
    world.cache.shipments.clear()
    world.client = FakeClient([registered], [None], requests_to_register=requests_to_register)
    assert world.fetch() == PENDING
    assert world.client.calls == ["read", "register"]


def test_when_the_provider_fails_the_last_known_state_is_given_as_stale() -> None:
    world = known(timedelta(seconds=9000))
    world.client.reads = [ProviderUnavailable("down")]
    assert world.fetch() == Lookup(LookupOutcome.UNAVAILABLE, PARCEL, stale=True)


@pytest.mark.parametrize("error", [ProviderUnavailable("down"), QuotaSpent("all used")])
def test_when_the_provider_fails_and_nothing_is_known_it_says_so(error: Exception) -> None:
    world = World(FakeClient(registers=[error]))  # type: ignore[list-item]
    assert world.fetch() == Lookup(LookupOutcome.UNAVAILABLE)


def test_a_detail_the_carrier_wants_is_asked_for_without_further_calls_and_passed_on_once_told() -> None:
    wants = Lookup(LookupOutcome.NEEDS_DETAIL, wanted=WantedDetail.POSTCODE)
    world = World(FakeClient(registers=[wants, None]))

    assert [world.fetch(), world.fetch()] == [wants, wants]
    assert world.client.calls == ["register"]

    world.push = pushed
    assert world.fetch(LookupRequest(N, detail="SW1A 1AA", asked_by="c1")) == FOUND
    assert world.client.calls == ["register", "register"]
    assert world.client.requests[1].detail == "SW1A 1AA"


def test_a_detail_that_is_wrong_is_asked_for_again() -> None:
    wants = Lookup(LookupOutcome.NEEDS_DETAIL, wanted=WantedDetail.PHONE)
    world = World(FakeClient(registers=[wants, Lookup(LookupOutcome.NEEDS_DETAIL)]))
    world.fetch()
    assert world.fetch(LookupRequest(N, detail="0000")) == wants


def test_nobody_can_have_more_new_numbers_looked_up_than_one_may() -> None:
    world = World(FakeClient(reads=[FOUND]), followed=FakeFollowed(room=2))
    outcomes = [world.fetch(LookupRequest(f"LP{n:014}", asked_by="c1")).outcome for n in range(3)]
    assert outcomes[-1] is LookupOutcome.CAPPED
    assert world.client.calls.count("register") == 2
    assert world.fetch(LookupRequest("LP00000000000009", asked_by="c2")).outcome is LookupOutcome.FOUND
