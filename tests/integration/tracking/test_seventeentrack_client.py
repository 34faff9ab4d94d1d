"""The 17TRACK client against the sandbox, over a real socket."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Stage, Status, Substatus
from parcelbot.core.parcel.stages import stage_of
from parcelbot.sandbox.app import create_app
from parcelbot.sandbox.entries import parse_entry
from parcelbot.sandbox.faults import Faults, Mode
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected, ProviderUnavailable, TrackingError
from parcelbot.tracking.seventeentrack import SeventeenTrack
from parcelbot.tracking.transport import HttpTransport
from tests.integration.tracking.servers import Answer, scripted, serving
from tests.unit.tracking.fakes import SnakeCaseVocabulary

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
    """A running sandbox and a client of it; time moves only when the client sleeps."""

    def __init__(self, url: str, faults: Faults) -> None:
        self.faults = faults
        self.slept_s: list[float] = []
        self.client = SeventeenTrack(
            HttpTransport({"17token": "demo"}, sleep=lambda _: None),
            SnakeCaseVocabulary(),
            now=self.now,
            base_url=f"{url}/track/v2.2",
            sleep=self.slept_s.append,
        )

    def now(self) -> datetime:
        return NOW + timedelta(seconds=sum(self.slept_s))


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
        [parse_entry(ENTRY, NOW)], lambda: running[0].now(), pending_s=pending_s, rate_per_s=100, faults=faults
    )
    with serving(app) as url:
        running.append(Sandbox(url, faults))
        yield running[0]


def test_a_parcel_is_registered_and_read(sandbox: Sandbox) -> None:
    lookup = sandbox.client.fetch(NUMBER)
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
    sandbox.client.fetch(NUMBER)
    assert sandbox.client.fetch(NUMBER).outcome is LookupOutcome.FOUND


def test_an_unknown_number_is_not_found(sandbox: Sandbox) -> None:
    assert sandbox.client.fetch("RR123456785CN") == Lookup(LookupOutcome.NOT_FOUND)


def test_a_number_no_carrier_makes_is_not_found(sandbox: Sandbox) -> None:
    assert sandbox.client.fetch("ABC") == Lookup(LookupOutcome.NOT_FOUND)


@pytest.mark.parametrize("sandbox", [1.0], indirect=True)
def test_a_first_look_up_is_waited_for(sandbox: Sandbox) -> None:
    assert sandbox.client.fetch(NUMBER).outcome is LookupOutcome.FOUND
    assert sandbox.slept_s == [0.7, 0.7]


@pytest.mark.parametrize("sandbox", [60.0], indirect=True)
def test_a_first_look_up_that_takes_long_is_pending(sandbox: Sandbox) -> None:
    assert sandbox.client.fetch(NUMBER) == Lookup(LookupOutcome.PENDING)


@pytest.mark.parametrize("mode", [Mode.SLOW, Mode.HTTP_429, Mode.HTTP_500, Mode.RESET, Mode.GARBAGE, Mode.EMPTY])
def test_one_fault_is_overcome(sandbox: Sandbox, mode: Mode) -> None:
    sandbox.faults.switch(mode, 1)
    assert sandbox.client.fetch(NUMBER).outcome is LookupOutcome.FOUND


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
        sandbox.client.fetch(NUMBER)


def test_a_provider_that_never_answers_is_given_up_within_the_budget(sandbox: Sandbox) -> None:
    sandbox.faults.switch(Mode.TIMEOUT, None)
    with pytest.raises(ProviderUnavailable):
        replace(sandbox.client, budget_s=0.5).fetch(NUMBER)


def test_a_key_the_provider_does_not_know_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ProviderRejected):
        replace(sandbox.client, transport=HttpTransport({})).fetch(NUMBER)


def test_a_known_carrier_is_named_when_registering() -> None:
    with scripted(refused(-18019902), accepted(), refused(-18019909)) as server:
        client(server.url, carrier_keys={"china_post": 3011}).fetch("N1", "china_post")
        assert server.asked[1] == ("POST", "/register", [{"number": "N1", "carrier": 3011}])


def test_a_carrier_the_provider_disputes_is_left_to_its_own_detection() -> None:
    with scripted(refused(-18019902), refused(-18019910), accepted(), refused(-18019909)) as server:
        client(server.url, carrier_keys={"china_post": 3011}).fetch("N1", "china_post")
        assert server.asked[2] == ("POST", "/register", [{"number": "N1"}])


def test_a_number_registered_meanwhile_is_read_all_the_same() -> None:
    with scripted(refused(-18019902), refused(-18019901), refused(-18019909)) as server:
        assert client(server.url).fetch("N1") == Lookup(LookupOutcome.PENDING)
        assert [path for _, path, _ in server.asked[:3]] == ["/gettrackinfo", "/register", "/gettrackinfo"]


def test_a_spent_quota_is_an_error() -> None:
    with scripted(refused(-18019902), refused(-18019908)) as server, pytest.raises(ProviderRejected):
        client(server.url).fetch("N1")


def client(url: str, carrier_keys: dict[str, int] | None = None) -> SeventeenTrack:
    return SeventeenTrack(
        HttpTransport({}, sleep=lambda _: None),
        SnakeCaseVocabulary(),
        now=lambda: NOW,
        base_url=url,
        carrier_keys=carrier_keys or {},
        sleep=lambda _: None,
    )


def refused(code: int) -> Answer:
    rejected = [{"number": "N1", "error": {"code": code, "message": ""}}]
    return Answer({"code": 0, "data": {"accepted": [], "rejected": rejected}})


def accepted() -> Answer:
    return Answer({"code": 0, "data": {"accepted": [{"number": "N1", "carrier": 3011}], "rejected": []}})
