"""AfterShip's webhook, from the signed request to what a shopper hears next."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy.engine import Engine

from parcelbot.bootstrap.pushes import build_tracking_hooks
from parcelbot.bootstrap.services import build_services
from parcelbot.core.parcel.shipment import LookupRequest, Status
from parcelbot.settings.shared import read_settings
from parcelbot.settings.web import WebConfig
from parcelbot.web import create_app, tracking_hook
from tests.support.databases import with_tables

N = "LX555123405CN"
FIXTURE = Path(__file__).parents[2] / "fixtures" / "aftership_trackings.json"
TRACKING = json.loads(FIXTURE.read_text("utf-8"))["data"]["trackings"][0]
NO_PROVIDER = "http://127.0.0.1:1"
Site = Callable[..., FlaskClient]


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return with_tables(f"sqlite:///{tmp_path / 'hook.db'}")


@pytest.fixture
def site(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Site:
    def build(**told: str) -> FlaskClient:
        account = {"AFTERSHIP_KEY": "k", "AFTERSHIP_WEBHOOK_SECRET": "secret", "AFTERSHIP_URL": NO_PROVIDER}
        for name, value in {**account, "TRACKING_URL": NO_PROVIDER, "TRACKING_WAIT_S": "0", **told}.items():
            monkeypatch.setenv(name, value)
        settings = read_settings()
        services = build_services(settings, engine)
        hooks = map(tracking_hook.create_blueprint, build_tracking_hooks(settings, engine, services))
        app = create_app(WebConfig(), None, hooks)
        app.extensions["services"] = services
        return app.test_client()

    return build


def push(site: FlaskClient, secret: str = "secret", **changes: Any) -> tuple[int, Any]:
    body = json.dumps({"event": "tracking_update", "msg": {**TRACKING, **changes}}).encode()
    sign = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
    answer = site.post("/hooks/aftership", data=body, headers={"aftership-hmac-sha256": sign})
    return answer.status_code, answer.get_json()


def told(site: FlaskClient) -> Status | None:
    lookup = site.application.extensions["services"].look_up(LookupRequest(N))
    return lookup.shipment.status if lookup.shipment else None


@pytest.mark.parametrize("asked", [{"TRACKING_PROVIDER": "aftership"}, {"TRACKING_FALLBACK": "aftership"}])
def test_what_is_pushed_is_told_without_asking_anybody(asked: dict[str, str], site: Site) -> None:
    here = site(**asked)
    assert push(here) == (200, {"status": "news"})
    assert told(here) is Status.IN_TRANSIT


def test_a_push_that_comes_again_or_late_changes_nothing(site: Site) -> None:
    here = site(TRACKING_PROVIDER="aftership")
    push(here, updated_at="2026-11-20T10:00:00Z")
    assert push(here, updated_at="2026-11-20T10:00:00Z") == (200, {"status": "nothing_new"})
    assert push(here, updated_at="2026-11-19T10:00:00Z", tag="InfoReceived") == (200, {"status": "nothing_new"})
    assert told(here) is Status.IN_TRANSIT


def test_a_wrong_signature_is_turned_away(site: Site) -> None:
    here = site(TRACKING_PROVIDER="aftership")
    assert push(here, "guessed")[0] == 401
    assert told(here) is None


def test_what_cannot_be_understood_is_said_to_be(site: Site) -> None:
    assert push(site(TRACKING_PROVIDER="aftership"), tracking_number="")[0] == 400


def test_of_a_provider_that_is_not_asked_nothing_is_taken(site: Site) -> None:
    assert push(site())[0] == 404
    assert site(TRACKING_PROVIDER="aftership").post("/hooks/17track").status_code == 404


def test_without_a_secret_there_is_no_webhook(site: Site) -> None:
    assert push(site(TRACKING_PROVIDER="aftership", AFTERSHIP_WEBHOOK_SECRET=""))[0] == 404
