"""A page is told how to ask for notifications, and its browser is kept only if it is one."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.engine import open_engine
from parcelbot.store.watching.tables import browsers
from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper

PHONE: dict[str, Any] = {
    "endpoint": "https://fcm.googleapis.com/fcm/send/abc",
    "keys": {
        "p256dh": base64.urlsafe_b64encode(b"\4" * 65).decode().rstrip("="),
        "auth": base64.urlsafe_b64encode(b"s" * 16).decode().rstrip("="),
    },
}


@pytest.fixture(scope="module")
def engine(server: Server) -> Engine:
    return open_engine(server.database_url)


def kept(engine: Engine, shopper: Shopper) -> list[str]:
    mine = select(browsers.c.endpoint).where(browsers.c.conversation_id == shopper.conversation_id)
    with engine.connect() as connection:
        return list(connection.execute(mine).scalars())


def test_a_page_learns_our_key_and_the_words_to_ask_with(shopper: Shopper) -> None:
    told = shopper.get("/notifications").json()
    assert len(base64.urlsafe_b64decode(told["key"] + "==")) == 65
    assert set(told["words"]) == {"offer", "yes", "no", "done"}


def test_a_browser_is_kept_until_it_says_no(shopper: Shopper, engine: Engine) -> None:
    assert shopper.post("/notifications", json=PHONE).status_code == 201
    assert kept(engine, shopper) == [PHONE["endpoint"]]
    assert shopper.post("/notifications/end", json={"endpoint": PHONE["endpoint"]}).status_code == 200
    assert kept(engine, shopper) == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {**PHONE, "endpoint": "http://127.0.0.1:8081/health"},
        {**PHONE, "endpoint": 7},
        {**PHONE, "keys": None},
        {**PHONE, "keys": {"p256dh": "AAAA", "auth": "AAAA"}},
        {**PHONE, "keys": {"p256dh": "ä" * 87, "auth": 5}},
    ],
)
def test_what_is_no_browser_is_refused(shopper: Shopper, engine: Engine, body: dict[str, Any]) -> None:
    assert shopper.post("/notifications", json=body).status_code == 400
    assert kept(engine, shopper) == []


def test_the_pages_time_zone_is_kept(shopper: Shopper, engine: Engine) -> None:
    assert shopper.post("/notifications/zone", json={"time_zone": "America/Chicago"}).status_code == 200
    query = select(conversations.c.time_zone).where(conversations.c.id == shopper.conversation_id)
    with engine.connect() as connection:
        assert connection.execute(query).scalar_one() == "America/Chicago"


@pytest.mark.parametrize(("told", "kept"), [("Asia/Kolkata", "Asia/Kolkata"), ("Mars/Olympus", ""), (None, "")])
def test_a_session_begins_with_the_browsers_time_zone_or_without_one(
    server: Server, engine: Engine, told: str | None, kept: str
) -> None:
    visitor = Shopper(f"{server.url}/website").arrive(**({"time_zone": told} if told else {}))
    query = select(conversations.c.time_zone).where(conversations.c.id == visitor.conversation_id)
    with engine.connect() as connection:
        assert connection.execute(query).scalar_one() == kept


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", 5, None, "x" * 300])
def test_what_is_no_time_zone_is_refused(shopper: Shopper, zone: Any) -> None:
    assert shopper.post("/notifications/zone", json={"time_zone": zone}).status_code == 400
