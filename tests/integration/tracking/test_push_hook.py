"""A push on its way: through the web app's webhook into the store, and to the cards that show the parcel."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.engine import Engine

from parcelbot.bootstrap.pushes import build_tracking_hooks
from parcelbot.bootstrap.services import build_services
from parcelbot.core.cases.conversation import Author
from parcelbot.core.parcel.shipment import LookupOutcome, LookupRequest, Status
from parcelbot.sandbox.entries import parse_entry
from parcelbot.sandbox.payload import track_info
from parcelbot.settings.shared import read_settings
from parcelbot.settings.web import WebConfig
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.usecases.assistant import Services
from parcelbot.web import create_app, tracking_hook
from tests.support.databases import with_tables

N = "LP00123456789012"
KEY = "sandbox"


@dataclass
class Web:
    """The web app's webhook over a real database, and the assistant beside it, whose provider cannot be reached."""

    engine: Engine
    services: Services
    client: FlaskClient

    def push(self, payload: Mapping[str, Any], key: str = KEY) -> tuple[int, Any]:
        body = json.dumps(payload).encode()
        sign = hashlib.sha256(body + b"/" + key.encode()).hexdigest()
        answer = self.client.post("/hooks/17track", data=body, headers={"sign": sign})
        return answer.status_code, answer.get_json()

    def shown(self, conversation: str, seq: int) -> Mapping[str, Any]:
        (message,) = Ledger(self.engine).after(conversation, seq - 1)
        assert message.card is not None
        return message.card


@pytest.fixture
def web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Web:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/parcelbot.db")
    monkeypatch.setenv("TRACKING_URL", "http://127.0.0.1:9/track/v2.2")
    settings = read_settings()
    engine = with_tables(settings.database_url)
    services = build_services(settings, engine)
    hooks = map(tracking_hook.create_blueprint, build_tracking_hooks(settings, engine, services))
    return Web(engine, services, create_app(WebConfig(), None, hooks).test_client())


def update(status: str = "InTransit", number: str = N, minutes: int = 0, **entry: Any) -> dict[str, Any]:
    """A push of what the sandbox tells `minutes` after now."""
    now = datetime.now(timezone.utc) + timedelta(minutes=minutes - 60)
    events = [{"age": "1h", "description": "Departed from country of origin", "location": "Shanghai, CN"}]
    raw = {"number": number, "carrier": "Cainiao", "origin": "CN", "destination": "GB", "status": status}
    info = track_info(parse_entry({**raw, "events": events, **entry}, now), now)
    return {"event": "TRACKING_UPDATED", "data": {"number": number, "carrier": 0, "tag": "", "track_info": info}}


def test_a_pushed_parcel_is_told_without_asking_the_provider(web: Web) -> None:
    assert web.push(update()) == (200, {"status": "news"})
    lookup = web.services.look_up(LookupRequest(N))
    assert lookup.outcome is LookupOutcome.FOUND
    assert lookup.shipment is not None
    assert lookup.shipment.status is Status.IN_TRANSIT


def test_the_same_push_twice_and_an_older_one_are_taken_and_change_nothing(web: Web) -> None:
    newest = update("Delivered", minutes=10)
    answers = [web.push(push)[1]["status"] for push in (newest, newest, update(minutes=0))]
    assert answers == ["news", "nothing_new", "nothing_new"]
    known = SqlShipmentCache(web.engine).get(N)
    assert known is not None
    assert known.status is Status.DELIVERED


@pytest.mark.parametrize("key", ["", "another account's"])
def test_who_does_not_know_the_key_is_refused_and_nothing_is_stored(web: Web, key: str) -> None:
    assert web.push(update(), key)[0] == 401
    assert SqlShipmentCache(web.engine).get(N) is None


def test_a_call_without_a_signature_is_refused(web: Web) -> None:
    assert web.client.post("/hooks/17track", json=update()).status_code == 401


@pytest.mark.parametrize(
    ("payload", "answer"),
    [
        ({"event": "TRACKING_UPDATED", "data": {}}, 400),
        ({"event": "TRACKING_UPDATED", "data": {"number": N, "track_info": None}}, 400),
        ({"event": "TRACKING_UPDATED", "data": [1, 2]}, 400),
        ([], 400),
        ("text", 400),
        ({"event": "SOMETHING_ELSE"}, 200),
        ({"event": "TRACKING_STOPPED", "data": {"number": N}}, 200),
    ],
)
def test_rubbish_with_a_good_signature_does_no_harm(web: Web, payload: Any, answer: int) -> None:
    assert web.push(payload)[0] == answer
    assert SqlShipmentCache(web.engine).get(N) is None


def test_a_body_that_is_far_too_long_is_refused(web: Web) -> None:
    assert web.push({"event": "TRACKING_UPDATED", "data": "x" * (5 * 1024 * 1024)})[0] == 413


def test_thousands_of_scans_with_endless_texts_and_none_dated_are_taken_in_parts(web: Web) -> None:
    push = update()
    events = push["data"]["track_info"]["tracking"]["providers"][0]["events"]
    events += [{**events[0], "description": f"<p>{n}</p>" + "x" * 500} for n in range(3000)]
    events += [{"description": "when?"}, {}, None, 7]
    assert web.push(push)[0] == 200
    known = SqlShipmentCache(web.engine).get(N)
    assert known is not None
    assert len(known.checkpoints) == 200
    assert all("<p>" not in scan.description for scan in known.checkpoints)


def test_the_card_of_an_open_chat_shows_the_news_and_its_words_stay(web: Web) -> None:
    ledger, now = Ledger(web.engine), datetime.now(timezone.utc)
    card = {"kind": "tracking", "number": N, "status": "in_transit", "text": "as it was", "sales_channel": "aliexpress"}
    for name in ("c1", "c2"):
        ledger.open(name, now)
        ledger.mark_seen({name: 0}, now)
    seq = ledger.append("c1", Author.BOT, "as it was", now=now, card=card).seq
    other = ledger.append("c2", Author.BOT, "another", now=now, card={**card, "number": "LP00000000000001"}).seq

    signed = {"age": "1h", "description": "Delivered", "sub_status": "Delivered_Other"}
    web.push(update("Delivered", events=[signed], signed_by="M. Larsen"))

    shown = web.shown("c1", seq)
    assert (shown["status"], shown["carrier"], shown["said"]) == ("delivered", "Cainiao", "as it was")
    assert shown["last_scan"]["text"] == "Delivered, signed for by M. Larsen"
    assert shown["text"].startswith(f"{N} with Cainiao: ")
    assert shown["sales_channel"] == "aliexpress"
    assert ledger.after("c1", seq - 1)[0].text == "as it was"
    assert ledger.conversation("c1").card_rev == 1
    assert web.shown("c2", other)["status"] == "in_transit"
