"""The 17TRACK client against the sandbox, over a real socket."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from flask import request

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Stage, Status, Substatus, WantedDetail
from parcelbot.core.parcel.stages import stage_of
from parcelbot.sandbox.app import create_app
from parcelbot.sandbox.entries import parse_entry
from parcelbot.sandbox.faults import Faults, Mode
from parcelbot.sandbox.state import Limits
from parcelbot.tracking.errors import (
    ProviderGarbage,
    ProviderRejected,
    ProviderUnavailable,
    QuotaSpent,
    TrackingError,
)
from parcelbot.tracking.followed import FollowedProvider
from parcelbot.tracking.protocol import Quota, Woken
from parcelbot.tracking.seventeentrack import MAX_NUMBERS, SeventeenTrack
from parcelbot.tracking.transport import Allowance, Deadline, HttpTransport
from tests.integration.tracking.servers import Answer, scripted, serving
from tests.unit.tracking.fakes import FakeCache, FakeFollowed, SnakeCaseVocabulary

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
NUMBER = "LP00123456789012"
ENTRY = {
    "number": NUMBER,
    "carrier": "Cainiao",
    "origin": "CN",
    "destination": "GB",
    "status": "InTransit",
    "sub_status": "InTransit_Departure",
    "events": [
        {
            "age": "21d",
            "description": "Departed from country of origin",
            "location": "Shanghai, CN",
            "sub_status": "InTransit_Departure",
        },
        {"age": "24d", "description": "Accepted by carrier", "sub_status": "InTransit_PickedUp"},
    ],
}


class Sandbox:
    """A running sandbox, a client of it and the provider over both; time moves only when somebody sleeps."""

    def __init__(self, url: str, faults: Faults) -> None:
        self.faults = faults
        self.slept_s: list[float] = []
        self.cache = FakeCache()
        self.client = SeventeenTrack(
            HttpTransport({"17token": "demo"}, sleep=lambda _: None),
            SnakeCaseVocabulary(),
            now=self.now,
            base_url=f"{url}/track/v2.2",
        )

    def now(self) -> datetime:
        return NOW + timedelta(seconds=sum(self.slept_s))

    def fetch(self, number: str) -> Lookup:
        provider = FollowedProvider(
            self.client, self.cache, FakeFollowed(), self.now, timedelta(0), sleep=self.slept_s.append
        )
        return provider.fetch(LookupRequest(number))


@pytest.fixture
def faults() -> Iterator[Faults]:
    switched = Faults(slow_s=0.0)
    yield switched
    switched.switch(Mode.NONE, None)


@pytest.fixture
def sandbox(faults: Faults, request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    pending_s = getattr(request, "param", 0.0)
    running: list[Sandbox] = []
    app = create_app(
        [parse_entry(ENTRY, NOW)], lambda: running[0].now(), limits=Limits(100, pending_s=pending_s), faults=faults
    )
    with serving(app) as url:
        running.append(Sandbox(url, faults))
        yield running[0]


def test_a_parcel_is_registered_and_read(sandbox: Sandbox) -> None:
    lookup = sandbox.fetch(NUMBER)
    assert lookup.outcome is LookupOutcome.FOUND
    assert lookup.shipment is not None
    assert (lookup.shipment.status, lookup.shipment.substatus) == (
        Status.IN_TRANSIT,
        Substatus.IN_TRANSIT_DEPARTURE,
    )
    assert stage_of(lookup.shipment) is Stage.EXPORTED
    assert lookup.shipment.last_scan is not None
    assert lookup.shipment.last_scan.at == NOW - timedelta(days=21)


def test_a_second_look_up_needs_no_registering(sandbox: Sandbox) -> None:
    sandbox.fetch(NUMBER)
    assert sandbox.fetch(NUMBER).outcome is LookupOutcome.FOUND


def test_an_unknown_number_is_not_found(sandbox: Sandbox) -> None:
    assert sandbox.fetch("RR123456785CN") == Lookup(LookupOutcome.NOT_FOUND)


def test_a_number_no_carrier_makes_is_not_found(sandbox: Sandbox) -> None:
    assert sandbox.fetch("ABC") == Lookup(LookupOutcome.NOT_FOUND)


@pytest.mark.parametrize("sandbox", [1.0], indirect=True)
def test_a_first_look_up_is_waited_for(sandbox: Sandbox) -> None:
    assert sandbox.fetch(NUMBER).outcome is LookupOutcome.FOUND
    assert sum(sandbox.slept_s) == pytest.approx(3.0)


@pytest.mark.parametrize("sandbox", [60.0], indirect=True)
def test_a_first_look_up_that_takes_long_is_pending(sandbox: Sandbox) -> None:
    assert sandbox.fetch(NUMBER) == Lookup(LookupOutcome.PENDING)


@pytest.mark.parametrize("mode", [Mode.SLOW, Mode.HTTP_429, Mode.HTTP_500, Mode.RESET, Mode.GARBAGE, Mode.EMPTY])
def test_one_fault_is_overcome(sandbox: Sandbox, mode: Mode) -> None:
    sandbox.faults.switch(mode, 1)
    assert sandbox.fetch(NUMBER).outcome is LookupOutcome.FOUND


@pytest.mark.parametrize(
    ("mode", "error"),
    [
        (Mode.HTTP_429, ProviderUnavailable),
        (Mode.HTTP_500, ProviderUnavailable),
        (Mode.RESET, ProviderUnavailable),
        (Mode.GARBAGE, ProviderGarbage),
        (Mode.EMPTY, ProviderGarbage),
    ],
)
def test_a_lasting_fault_is_an_error_and_never_not_found(
    sandbox: Sandbox, mode: Mode, error: type[TrackingError]
) -> None:
    sandbox.faults.switch(mode, None)
    with pytest.raises(error):
        sandbox.client.read(NUMBER)
    assert sandbox.fetch(NUMBER) == Lookup(LookupOutcome.UNAVAILABLE)


def test_a_provider_that_never_answers_is_given_up_within_the_budget(sandbox: Sandbox) -> None:
    sandbox.faults.switch(Mode.TIMEOUT, None)
    with pytest.raises(ProviderUnavailable):
        replace(sandbox.client, budget_s=0.5).read(NUMBER)


def test_a_key_the_provider_does_not_know_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ProviderRejected):
        replace(sandbox.client, transport=HttpTransport({})).read(NUMBER)


def test_the_quota_is_asked_for(sandbox: Sandbox) -> None:
    sandbox.fetch(NUMBER)
    assert sandbox.client.quota() == Quota(total=1000, remain=999)


def test_a_known_carrier_is_named_when_registering() -> None:
    with scripted(accepted()) as server:
        assert client(server.url, carrier_key=3011).register(LookupRequest("N1")) is None
        assert server.asked == [("POST", "/register", [{"number": "N1", "lang": "en", "carrier": 3011}])]


def test_a_carrier_the_provider_disputes_is_left_to_its_own_detection() -> None:
    with scripted(refused(-18019910), accepted()) as server:
        assert client(server.url, carrier_key=3011).register(LookupRequest("N1")) is None
        assert server.asked[1] == ("POST", "/register", [{"number": "N1", "lang": "en"}])


def test_a_carrier_is_not_told_where_no_call_is_left_to_take_it_back() -> None:
    with scripted(accepted()) as server:
        last_call = Allowance(Deadline(time.monotonic() + 5), calls=1)
        assert client(server.url, carrier_key=3011).register(LookupRequest("N1"), last_call) is None
        assert server.asked[0][2] == [{"number": "N1", "lang": "en"}]


def test_what_the_carrier_wanted_to_know_goes_along() -> None:
    with scripted(accepted()) as server:
        client(server.url).register(LookupRequest("N1", detail="SW1A 1AA"))
        assert server.asked[0][2] == [{"number": "N1", "lang": "en", "param": "SW1A 1AA"}]


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (-18010018, WantedDetail.COUNTRY_AND_POSTCODE),
        (-18010019, WantedDetail.POSTCODE),
        (-18010020, WantedDetail.PHONE),
    ],
)
def test_a_missing_detail_is_told_apart_from_an_outage(code: int, wanted: WantedDetail) -> None:
    with scripted(refused(code)) as server:
        assert client(server.url).register(LookupRequest("N1")) == Lookup(LookupOutcome.NEEDS_DETAIL, wanted=wanted)


def test_a_number_registered_before_is_pending_and_not_refused() -> None:
    with scripted(refused(-18019901)) as server:
        assert client(server.url).register(LookupRequest("N1")) == Lookup(LookupOutcome.PENDING)


def test_a_number_that_is_not_registered_has_nothing_to_read() -> None:
    with scripted(refused(-18019902)) as server:
        assert client(server.url).read("N1") is None


def test_a_spent_quota_is_an_error() -> None:
    with scripted(refused(-18019908)) as server, pytest.raises(QuotaSpent):
        client(server.url).register(LookupRequest("N1"))


def test_many_numbers_are_handed_over_in_one_request() -> None:
    told = {
        "code": 0,
        "data": {
            "accepted": [{"number": "N1"}],
            "rejected": [
                {"number": "N2", "error": {"code": -18019901, "message": "registered"}},
                {"number": "N3", "error": {"code": -18019910, "message": "carrier"}},
                {"number": "N4", "error": {"code": -18019908, "message": "quota"}},
            ],
        },
    }
    second = {"code": 0, "data": {"accepted": [{"number": "N3"}], "rejected": []}}
    with scripted(Answer(told), Answer(second)) as server:
        requests = [LookupRequest(f"N{n}") for n in (1, 2, 3, 4)]
        taken = client(server.url, carrier_key=3011).register_all(requests)
        assert [len(body) for _, _, body in server.asked] == [4, 1]
        assert "carrier" not in server.asked[1][2][0]
    assert taken == {"N1": None, "N2": Lookup(LookupOutcome.PENDING), "N3": None}


def test_stopped_tracking_is_taken_up_again_where_the_provider_agrees() -> None:
    with scripted(accepted(), refused(-18019905), refused(-18019904)) as server:
        answers = [client(server.url).retrack("N1") for _ in range(3)]
        assert answers == [Woken.TAKEN, Woken.REFUSED, Woken.NEVER_STOPPED]
        assert server.asked[0] == ("POST", "/retrack", [{"number": "N1"}])


def test_fifty_shoppers_at_once_share_a_few_requests_and_each_gets_the_own_parcel() -> None:
    numbers = [f"LP{n:014}" for n in range(50)]
    entries = [parse_entry({**ENTRY, "number": number}, NOW) for number in numbers]
    app = create_app(entries, lambda: NOW, limits=Limits(rate_per_s=1000))
    asked: list[int] = []
    app.before_request(lambda: asked.append(len(request.get_json())))
    with serving(app) as url, ThreadPoolExecutor(50) as shoppers:
        http = HttpTransport({"17token": "demo"}, turns=Turnstile())
        client = SeventeenTrack(http, SnakeCaseVocabulary(), lambda: NOW, f"{url}/track/v2.2")
        list(shoppers.map(client.register, map(LookupRequest, numbers)))
        found = list(shoppers.map(client.read, numbers))
    assert [lookup.shipment.number for lookup in found if lookup and lookup.shipment] == numbers
    assert sum(asked) == 100
    assert max(asked) <= MAX_NUMBERS
    assert len(asked) <= 12


class Turnstile:
    """Turns that take a moment each, in which others arrive."""

    def wait(self, longest_s: float) -> bool:
        time.sleep(0.05)
        return True


def client(url: str, carrier_key: int | None = None) -> SeventeenTrack:
    return SeventeenTrack(
        HttpTransport({}, sleep=lambda _: None),
        SnakeCaseVocabulary(),
        now=lambda: NOW,
        base_url=url,
        carrier_key=lambda _: carrier_key,
    )


def refused(code: int) -> Answer:
    rejected = [{"number": "N1", "error": {"code": code, "message": ""}}]
    return Answer({"code": 0, "data": {"accepted": [], "rejected": rejected}})


def accepted() -> Answer:
    return Answer({"code": 0, "data": {"accepted": [{"number": "N1", "carrier": 3011}], "rejected": []}})
