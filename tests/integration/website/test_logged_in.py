from __future__ import annotations

import json
import time
from typing import Any

import pytest
import requests

from parcelbot.front.api.identity import sign
from tests.integration.website.conftest import IDENTITY_SECRET
from tests.integration.website.running import Server
from tests.integration.website.shopper import TIMEOUT_S, Shopper
from tests.integration.website.test_refusals import refusal


def vouch(email: str, age_s: float = 0, secret: str = IDENTITY_SECRET) -> dict[str, Any]:
    timestamp = int(time.time() - age_s)
    signature = sign(secret, email, "c-17", timestamp)
    return {"email": email, "customer_id": "c-17", "timestamp": timestamp, "signature": signature}


def arrive(server: Server, identity: Any) -> requests.Response:
    return requests.post(f"{server.url}/website/sessions", json={"identity": identity}, timeout=TIMEOUT_S)


def test_the_assistant_is_told_who_the_shop_vouches_for(server: Server) -> None:
    shopper = Shopper(f"{server.url}/website").arrive(identity=vouch("ann@example.org"))
    told = json.loads(shopper.ask("whoami")[0]["text"])
    assert told["identity"] == {"email": "ann@example.org", "customer_id": "c-17"}


def test_of_a_visitor_the_assistant_is_told_nothing(shopper: Shopper) -> None:
    assert json.loads(shopper.ask("whoami")[0]["text"]) == {}


def test_a_signature_opens_one_session_only(server: Server) -> None:
    identity = vouch("bob@example.org")
    assert arrive(server, identity).status_code == 201
    assert refusal(arrive(server, identity)) == (401, "identity_replayed")


@pytest.mark.parametrize("age_s", [301, -301])
def test_a_stale_signature_is_refused(server: Server, age_s: float) -> None:
    assert refusal(arrive(server, vouch("cat@example.org", age_s))) == (401, "identity_stale")


def test_somebody_elses_signature_is_refused(server: Server) -> None:
    identity = {**vouch("dan@example.org"), "email": "eve@example.org"}
    assert refusal(arrive(server, identity)) == (401, "identity_invalid")


@pytest.mark.parametrize("identity", [{}, {"email": "x@example.org"}, {**vouch("x@example.org"), "timestamp": "now"}])
def test_half_an_identity_is_refused(server: Server, identity: dict[str, Any]) -> None:
    assert refusal(arrive(server, identity)) == (401, "identity_invalid")


def test_an_identity_that_is_no_object_is_a_bad_request(server: Server) -> None:
    assert refusal(arrive(server, "ann@example.org")) == (400, "identity_invalid")
