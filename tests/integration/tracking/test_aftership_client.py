"""The AfterShip client over a real socket."""

from __future__ import annotations

import json
import time
from datetime import datetime, timezone
from pathlib import Path

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, WantedDetail
from parcelbot.tracking.aftership import AfterShip
from parcelbot.tracking.aftership_answers import AfterShipWords
from parcelbot.tracking.errors import ProviderRejected, ProviderUnavailable
from parcelbot.tracking.protocol import Woken
from parcelbot.tracking.transport import Allowance, Deadline, HttpTransport
from tests.integration.tracking.servers import Answer, scripted
from tests.unit.tracking.fakes import SnakeCaseVocabulary

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
FOUND = Answer(json.loads((Path(__file__).parents[2] / "fixtures" / "aftership_trackings.json").read_text("utf-8")))
NONE = Answer({"meta": {"code": 200}, "data": {"trackings": []}})
CREATED = Answer({"meta": {"code": 201}, "data": {"tracking_number": "LX555123405CN", "tag": "Pending"}}, 201)


N = "LX555123405CN"
ASK = LookupRequest(N)


def refused(code: int, message: str = "") -> Answer:
    return Answer({"meta": {"code": code, "message": message}, "data": {}}, 400)


def client(url: str, slug: str = "") -> AfterShip:
    http = HttpTransport({"as-api-key": "key"}, sleep=lambda _: None)
    return AfterShip(http, AfterShipWords(SnakeCaseVocabulary()), lambda: NOW, url, lambda _: slug)


def test_a_followed_parcel_is_found_by_its_number() -> None:
    with scripted(FOUND) as server:
        lookup = client(server.url).read(N)
        assert lookup is not None
        assert lookup.outcome is LookupOutcome.FOUND
        assert server.asked == [("GET", f"/trackings?tracking_numbers={N}&limit=200", None)]
        assert server.headers[0]["as-api-key"] == "key"


def test_a_parcel_that_is_not_followed_is_not_read() -> None:
    with scripted(NONE) as server:
        assert client(server.url).read(N) is None


def test_many_parcels_are_read_at_once_without_those_that_are_not_followed() -> None:
    with scripted(FOUND) as server:
        found = [lookup.shipment for lookup in client(server.url).read_all(["A1", N])]
        assert [parcel.number for parcel in found if parcel] == [N]
        assert server.asked[0][1] == f"/trackings?tracking_numbers=A1%2C{N}&limit=200"


def test_a_new_parcel_is_handed_over_to_be_followed() -> None:
    with scripted(CREATED) as server:
        assert client(server.url).register(ASK) is None
        assert server.asked == [("POST", "/trackings", {"tracking_number": N})]


def test_a_parcel_that_is_followed_already_is_pending() -> None:
    with scripted(refused(4003)) as server:
        assert client(server.url).register(ASK) == Lookup(LookupOutcome.PENDING)


def test_the_courier_is_told_where_it_is_known() -> None:
    with scripted(CREATED) as server:
        client(server.url, "china-post").register(ASK)
        assert server.asked[0][2] == {"tracking_number": N, "slug": "china-post"}


@pytest.mark.parametrize("code", [4010, 4012])
def test_a_courier_that_is_not_accepted_is_left_out(code: int) -> None:
    with scripted(refused(code), CREATED) as server:
        assert client(server.url, "china-post").register(ASK) is None
        assert server.asked[1][2] == {"tracking_number": N}


def test_a_courier_is_not_told_where_no_call_is_left_to_take_it_back() -> None:
    with scripted(CREATED) as server:
        client(server.url, "china-post").register(ASK, Allowance(Deadline(time.monotonic() + 5), calls=1))
        assert server.asked[0][2] == {"tracking_number": N}


def test_a_number_without_a_courier_is_not_found() -> None:
    with scripted(refused(4012)) as server:
        assert client(server.url).register(LookupRequest("X")) == Lookup(LookupOutcome.NOT_FOUND)
        assert len(server.asked) == 1


def test_a_postcode_that_is_wanted_is_asked_for_and_sent() -> None:
    with scripted(refused(4011, "also required: `tracking_postal_code`"), CREATED) as server:
        asking = client(server.url)
        assert asking.register(ASK) == Lookup(LookupOutcome.NEEDS_DETAIL, wanted=WantedDetail.POSTCODE)
        assert asking.register(LookupRequest(N, detail="SW1A 1AA")) is None
        assert server.asked[1][2] == {"tracking_number": N, "tracking_postal_code": "SW1A 1AA"}


def test_a_country_that_is_wanted_with_the_postcode_is_sent_beside_it() -> None:
    with scripted(CREATED) as server:
        assert client(server.url).register(LookupRequest(N, detail="NL-3511AB")) is None
        sent = {"tracking_number": N, "tracking_destination_country": "NLD", "tracking_postal_code": "3511AB"}
        assert server.asked[0][2] == sent


def test_a_wrong_postcode_is_asked_for_again() -> None:
    with scripted(refused(4011, "also required: `tracking_postal_code`")) as server:
        refusal = client(server.url).register(LookupRequest(N, detail="nonsense"))
        assert refusal == Lookup(LookupOutcome.NEEDS_DETAIL)


def test_tracking_that_stopped_is_taken_up_by_the_trackings_own_id() -> None:
    with scripted(FOUND, Answer({"meta": {"code": 200}, "data": {}})) as server:
        assert client(server.url).retrack(N) is Woken.TAKEN
        assert server.asked[1][:2] == ("POST", "/trackings/f0000000000000000000000000000001/retrack")


def test_tracking_is_taken_up_only_once() -> None:
    with scripted(FOUND, refused(4016)) as server:
        assert client(server.url).retrack(N) is Woken.REFUSED


def test_tracking_that_goes_on_is_told_from_tracking_that_may_not() -> None:
    with scripted(FOUND, refused(4013)) as server:
        assert client(server.url).retrack(N) is Woken.NEVER_STOPPED


def test_nothing_is_taken_up_of_what_is_not_followed() -> None:
    with scripted(NONE) as server:
        assert client(server.url).retrack(N) is Woken.REFUSED


def test_a_bad_key_is_refused() -> None:
    with scripted(Answer({"meta": {"code": 401}}, 401)) as server, pytest.raises(ProviderRejected):
        client(server.url).read("X")


def test_an_outage_is_unavailable() -> None:
    with scripted(Answer(status=502)) as server, pytest.raises(ProviderUnavailable):
        client(server.url).register(LookupRequest("X"))
