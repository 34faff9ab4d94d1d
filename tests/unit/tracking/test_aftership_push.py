"""What AfterShip pushes, and who may push."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Any

import pytest

from parcelbot.core.parcel.news import PushedNews
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status
from parcelbot.tracking.aftership_answers import AfterShipWords
from parcelbot.tracking.aftership_push import is_signed, parse_push
from parcelbot.tracking.errors import ProviderGarbage
from tests.unit.core.builders import NOW
from tests.unit.tracking.fakes import SnakeCaseVocabulary

BODY = b'{"event":"tracking_update"}'
WORDS = AfterShipWords(SnakeCaseVocabulary())


def signature(body: bytes = BODY, secret: str = "secret") -> str:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def push(event: str = "tracking_update", **changes: Any) -> dict[str, Any]:
    point = {"checkpoint_time": "2026-11-20T09:00:00+00:00", "message": "Delivered", "tag": "Delivered"}
    msg = {"tracking_number": "lx555123405cn", "slug": "royal-mail", "tag": "Delivered", "checkpoints": [point]}
    return {"event": event, "event_id": "e1", "ts": 1, "msg": {**msg, **changes}}


def read(payload: dict[str, Any]) -> PushedNews | None:
    return parse_push(payload, WORDS, NOW)


def test_a_push_with_the_accounts_signature_is_aftership_s() -> None:
    assert is_signed(BODY, signature(), "secret")


@pytest.mark.parametrize("sign", ["", "nonsense", signature(b"{}"), signature(secret="other"), "é", "=" * 10_000])
def test_any_other_signature_is_nobodys(sign: str) -> None:
    assert not is_signed(BODY, sign, "secret")


def test_without_a_secret_nobody_may_push() -> None:
    assert not is_signed(BODY, signature(secret=""), "")


@pytest.mark.parametrize("event", ["tracking_update", "edd_revise"])
def test_an_update_is_news_of_its_parcel(event: str) -> None:
    news = read(push(event))
    assert news is not None
    assert news.lookup is not None
    assert news.lookup.shipment is not None
    assert (news.number, news.lookup.shipment.number) == ("LX555123405CN", "LX555123405CN")
    assert (news.lookup.shipment.status, news.synced_at) == (Status.DELIVERED, None)


@pytest.mark.parametrize(
    ("updated_at", "synced_at"),
    [
        ("2026-11-20T10:00:00+00:00", NOW - timedelta(hours=26)),
        ("2027-01-01T00:00:00+00:00", NOW),
        ("yesterday", None),
    ],
)
def test_the_time_of_an_update_is_aftership_s_own_but_never_ahead(updated_at: str, synced_at: datetime | None) -> None:
    news = read(push(updated_at=updated_at))
    assert news is not None
    assert news.synced_at == synced_at


def test_a_parcel_that_nothing_is_known_of_yet_is_pending() -> None:
    assert read(push(tag="Pending")) == PushedNews("LX555123405CN", Lookup(LookupOutcome.PENDING))


@pytest.mark.parametrize("event", ["tracking_pending_time", "", "order_update"])
def test_other_events_are_left_alone(event: str) -> None:
    assert read(push(event)) is None


@pytest.mark.parametrize(
    "payload",
    [
        {"event": "tracking_update"},
        {"event": "tracking_update", "msg": []},
        push(tracking_number=""),
        push(tracking_number="<script>"),
        push(tracking_number="A" * 65),
        push(tag=None),
    ],
)
def test_a_push_without_a_parcel_is_garbage(payload: dict[str, Any]) -> None:
    with pytest.raises(ProviderGarbage):
        read(payload)
