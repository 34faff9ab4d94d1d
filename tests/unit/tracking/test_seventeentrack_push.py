"""A push is believed when it is signed, and says of which parcel it is."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from parcelbot.core.parcel.news import PushedNews
from parcelbot.core.parcel.shipment import Status
from parcelbot.tracking.errors import ProviderGarbage
from parcelbot.tracking.seventeentrack_push import is_signed, parse_push
from tests.unit.core.builders import NOW
from tests.unit.tracking.fakes import SnakeCaseVocabulary

BODY = b'{"event": "TRACKING_UPDATED"}'


def sign(body: bytes, key: str) -> str:
    return hashlib.sha256(body + b"/" + key.encode()).hexdigest()


def push(event: str = "TRACKING_UPDATED", synced: Any = "2026-11-21T11:00:00Z", **data: Any) -> dict[str, Any]:
    provider = {"provider": {"name": "Cainiao"}, "latest_sync_time": synced, "events": []}
    info = {"latest_status": {"status": "Delivered"}, "tracking": {"providers": [provider]}}
    return {"event": event, "data": {"number": "LP00123456789012", "carrier": 190271, "track_info": info, **data}}


def read(payload: dict[str, Any]) -> PushedNews | None:
    return parse_push(payload, SnakeCaseVocabulary(), NOW)


def test_who_knows_the_key_is_believed() -> None:
    assert is_signed(BODY, sign(BODY, "key"), "key")
    assert is_signed(BODY, sign(BODY, "key").upper(), "key")


@pytest.mark.parametrize("signature", ["", "nonsense", sign(BODY, "another"), sign(BODY + b" ", "key"), "é"])
def test_nobody_else_is(signature: str) -> None:
    assert not is_signed(BODY, signature, "key")


def test_without_a_key_of_ours_nobody_is() -> None:
    assert not is_signed(BODY, sign(BODY, ""), "")


def test_news_say_where_the_parcel_is_and_when_the_provider_looked() -> None:
    news = read(push(number="lp00123456789012"))
    assert news is not None
    assert news.lookup is not None
    assert news.lookup.shipment is not None
    assert (news.number, news.lookup.shipment.number) == ("LP00123456789012", "LP00123456789012")
    assert (news.lookup.shipment.status, news.lookup.shipment.fetched_at) == (Status.DELIVERED, NOW)
    assert news.synced_at == datetime(2026, 11, 21, 11, tzinfo=timezone.utc)


def test_a_clock_ahead_of_ours_counts_as_now() -> None:
    news = read(push(synced=(NOW + timedelta(days=30)).isoformat()))
    assert news is not None
    assert news.synced_at == NOW


@pytest.mark.parametrize("synced", [None, "", "lately", 7])
def test_news_without_a_time_of_looking_are_news_all_the_same(synced: Any) -> None:
    news = read(push(synced=synced))
    assert news is not None
    assert news.synced_at is None


def test_that_tracking_stopped_says_nothing_of_the_parcel() -> None:
    assert read(push("TRACKING_STOPPED")) == PushedNews("LP00123456789012", None)


@pytest.mark.parametrize("event", ["", "ACCOUNT_UPDATED", "tracking_updated"])
def test_another_event_is_left_alone(event: str) -> None:
    assert read(push(event)) is None


@pytest.mark.parametrize("number", [None, "", 7, "'; DROP TABLE shipments", "A" * 65])
def test_a_push_without_a_number_is_garbage(number: Any) -> None:
    with pytest.raises(ProviderGarbage):
        read(push(number=number))


@pytest.mark.parametrize("info", [None, {}, [], ""])
def test_a_push_without_news_is_garbage(info: Any) -> None:
    with pytest.raises(ProviderGarbage):
        read(push(track_info=info))
