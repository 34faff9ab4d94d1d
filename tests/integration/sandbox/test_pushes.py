"""The sandbox pushes what is new to a webhook, signed, and again until it is taken."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from parcelbot.sandbox.app import create_app
from parcelbot.sandbox.entries import parse_entry
from parcelbot.sandbox.pushes import Pushes
from parcelbot.sandbox.state import Limits
from tests.integration.tracking.servers import serving

NUMBER = "LP00123456789012"
ENTRY: dict[str, Any] = {"number": NUMBER, "carrier": "Cainiao", "status": "InTransit", "events": []}
KEY = {"17token": "secret"}


class Webhook:
    """A webhook that refuses the first `refusals` calls, and keeps the bodies of the others."""

    def __init__(self) -> None:
        self.refusals = 0
        self.taken: list[dict[str, Any]] = []
        self.app = Flask("webhook")
        self.app.add_url_rule("/hook", "hook", self.take, methods=["POST"])

    def take(self) -> tuple[str, int]:
        if self.refusals:
            self.refusals -= 1
            return "not now", 503
        expected = hashlib.sha256(request.get_data() + b"/secret").hexdigest()
        self.taken.append({**json.loads(request.get_data()), "signed": request.headers["sign"] == expected})
        return "", 200


@pytest.fixture
def webhook() -> Webhook:
    return Webhook()


@pytest.fixture
def sandbox(webhook: Webhook) -> Iterator[FlaskClient]:
    now: Callable[[], datetime] = lambda: datetime.now(timezone.utc)  # noqa: E731 - the pushes' timers are real
    with serving(webhook.app) as url:
        pushes = Pushes(f"{url}/hook", again_after_s=(0.01, 0.01, 0.01))
        app = create_app([parse_entry(ENTRY, now())], now, limits=Limits(1000), pushes=pushes)
        yield app.test_client()


def register(sandbox: FlaskClient) -> None:
    sandbox.post("/track/v2.2/register", json=[{"number": NUMBER}], headers=KEY)


def arrived(webhook: Webhook, count: int) -> list[dict[str, Any]]:
    end = time.monotonic() + 20
    while len(webhook.taken) < count and time.monotonic() < end:
        time.sleep(0.01)
    return webhook.taken


def test_a_new_number_is_pushed_once_it_was_looked_up(sandbox: FlaskClient, webhook: Webhook) -> None:
    register(sandbox)
    (push,) = arrived(webhook, 1)
    assert (push["event"], push["data"]["number"], push["signed"]) == ("TRACKING_UPDATED", NUMBER, True)
    assert push["data"]["track_info"]["latest_status"]["status"] == "InTransit"


def test_news_of_a_registered_number_are_pushed(sandbox: FlaskClient, webhook: Webhook) -> None:
    register(sandbox)
    arrived(webhook, 1)
    sandbox.post("/sandbox/shipments", json={**ENTRY, "status": "Delivered"})
    assert arrived(webhook, 2)[1]["data"]["track_info"]["latest_status"]["status"] == "Delivered"


def test_that_tracking_stopped_is_pushed(sandbox: FlaskClient, webhook: Webhook) -> None:
    register(sandbox)
    arrived(webhook, 1)
    sandbox.post("/sandbox/stops", json={"number": NUMBER})
    stop = arrived(webhook, 2)[1]
    assert (stop["event"], "track_info" in stop["data"]) == ("TRACKING_STOPPED", False)


def test_a_push_that_is_refused_comes_again(sandbox: FlaskClient, webhook: Webhook) -> None:
    webhook.refusals = 2
    register(sandbox)
    assert len(arrived(webhook, 1)) == 1


def test_news_of_a_number_that_nobody_registered_are_not_pushed(sandbox: FlaskClient, webhook: Webhook) -> None:
    sandbox.post("/sandbox/shipments", json={**ENTRY, "status": "Delivered"})
    register(sandbox)
    assert [push["event"] for push in arrived(webhook, 1)] == ["TRACKING_UPDATED"]


def test_a_number_is_pushed_no_sooner_than_it_is_known(webhook: Webhook) -> None:
    began = datetime.now(timezone.utc)
    with serving(webhook.app) as url:
        limits = Limits(1000, pending_s=0.3)
        app = create_app(
            [parse_entry(ENTRY, began)], lambda: datetime.now(timezone.utc), limits=limits, pushes=Pushes(f"{url}/hook")
        )
        register(app.test_client())
        arrived(webhook, 1)
    assert datetime.now(timezone.utc) - began >= timedelta(seconds=0.3)
