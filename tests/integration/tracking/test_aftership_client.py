"""The AfterShip client over a real socket."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from pathlib import Path

import pytest

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest
from parcelbot.tracking.aftership import AfterShip
from parcelbot.tracking.errors import ProviderRejected, ProviderUnavailable
from parcelbot.tracking.transport import HttpTransport
from tests.integration.tracking.servers import Answer, scripted
from tests.unit.tracking.fakes import SnakeCaseVocabulary

NOW = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
FOUND = Answer(json.loads((Path(__file__).parents[2] / "fixtures" / "aftership_trackings.json").read_text("utf-8")))
NONE = Answer({"meta": {"code": 200}, "data": {"trackings": []}})
CREATED = Answer({"meta": {"code": 201}, "data": {"tracking_number": "LX555123405CN", "tag": "Pending"}}, 201)


def client(url: str) -> AfterShip:
    http = HttpTransport({"as-api-key": "key"}, sleep=lambda _: None)
    return AfterShip(http, SnakeCaseVocabulary(), now=lambda: NOW, base_url=url)


def test_a_followed_parcel_is_found_by_its_number() -> None:
    with scripted(FOUND) as server:
        assert client(server.url).fetch(LookupRequest("LX555123405CN")).outcome is LookupOutcome.FOUND
        assert server.asked == [("GET", "/trackings?tracking_numbers=LX555123405CN", None)]
        assert server.headers[0]["as-api-key"] == "key"


def test_a_new_parcel_is_handed_over_to_be_followed_and_pending() -> None:
    with scripted(NONE, CREATED) as server:
        assert client(server.url).fetch(LookupRequest("LX555123405CN")) == Lookup(LookupOutcome.PENDING)
        assert server.asked[1] == ("POST", "/trackings", {"tracking_number": "LX555123405CN"})


def test_a_number_without_a_courier_is_not_found() -> None:
    with scripted(NONE, Answer({"meta": {"code": 4012}, "data": {}}, 400)) as server:
        assert client(server.url).fetch(LookupRequest("X")) == Lookup(LookupOutcome.NOT_FOUND)


def test_a_bad_key_is_refused() -> None:
    with scripted(Answer({"meta": {"code": 401}}, 401)) as server, pytest.raises(ProviderRejected):
        client(server.url).fetch(LookupRequest("X"))


def test_an_outage_is_unavailable() -> None:
    with scripted(Answer(status=502)) as server, pytest.raises(ProviderUnavailable):
        client(server.url).fetch(LookupRequest("X"))
