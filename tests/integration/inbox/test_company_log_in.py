"""Logging in with the company's identity provider, which is a real one on a port of its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pyotp
import pytest
import requests
from joserfc.jwk import RSAKey
from werkzeug.test import TestResponse

from parcelbot.core.owner.audit import AuditFilter
from parcelbot.inbox.dependencies import InboxSettings
from parcelbot.settings.company_log_in import IdentityProvider
from parcelbot.settings.web import WebConfig
from parcelbot.web import create_app
from tests.support.inbox import Browser, enrol
from tests.support.office import Office
from tests.support.vendors.identity import CLIENT, SECRET, IdentityServer
from tests.support.vendors.server import Fault

EVA = "eva@kossr.example"
BACK = "http://127.0.0.1:8080/inbox/company/back"


@pytest.fixture
def provider() -> Iterator[IdentityServer]:
    server = IdentityServer(redirects={BACK}, claims={"email": EVA, "email_verified": True})
    yield server
    server.stop()


@pytest.fixture
def browser(office: Office, provider: IdentityServer) -> Browser:
    enrol(office.accounts, EVA)
    company = IdentityProvider(provider.url, CLIENT, SECRET, "shop account")
    settings = InboxSettings("a secret of the tests' own", company=company)
    return Browser(create_app(WebConfig(), replace(office.inbox(), settings=settings)))


def to_the_provider(browser: Browser, wanted: str = "") -> str:
    """Press the button; gives where the provider sends the browser back to."""
    began = browser.get("/inbox/company", query_string={"next": wanted} if wanted else {})
    assert began.status_code == 302
    answer = requests.get(began.location, allow_redirects=False, timeout=30)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def come_back(browser: Browser, address: str) -> TestResponse:
    parts = urlsplit(address)
    return browser.get(f"{parts.path}?{parts.query}")


def log_in(browser: Browser, wanted: str = "") -> TestResponse:
    return come_back(browser, to_the_provider(browser, wanted))


def refused(browser: Browser, answer: TestResponse) -> bool:
    return answer.location == "/inbox/log-in?company=failed" and not browser.logged_in()


def test_who_is_invited_and_confirmed_gets_in(browser: Browser, office: Office) -> None:
    assert "Log in with your shop account" in browser.get("/inbox/log-in").text
    answer = log_in(browser, "/inbox/?state=new")
    assert (answer.status_code, answer.location) == (303, "/inbox/?state=new")
    assert browser.logged_in()
    assert [(line.agent, line.action) for line in office.audit.page(AuditFilter()).lines] == [(EVA, "logged_in")]


@pytest.mark.parametrize(
    "claims",
    [
        {"email": EVA},
        {"email": EVA, "email_verified": False},
        {"email": EVA, "email_verified": "true"},
        {"email": "nobody@kossr.example", "email_verified": True},
        {"email_verified": True},
        {"email": EVA, "email_verified": True, "aud": "another shop"},
        {"email": EVA, "email_verified": True, "iss": "https://elsewhere.example"},
        {"email": EVA, "email_verified": True, "nonce": "of another log-in"},
        {"email": EVA, "email_verified": True, "exp": 1},
    ],
)
def test_nobody_else_does(browser: Browser, provider: IdentityServer, claims: dict[str, object]) -> None:
    provider.claims = claims
    answer = log_in(browser)
    assert refused(browser, answer)
    assert "That did not let you in." in browser.get(answer.location).text


def test_a_token_signed_by_a_stranger_opens_nothing(browser: Browser, provider: IdentityServer) -> None:
    provider.signs_with = RSAKey.generate_key(2048, {"kid": "ours"})
    assert refused(browser, log_in(browser))


def test_who_was_switched_off_stays_out(browser: Browser, office: Office) -> None:
    office.accounts.store.set_active(EVA, False)
    assert refused(browser, log_in(browser))


def test_a_way_back_that_this_browser_did_not_begin_opens_nothing(browser: Browser) -> None:
    address = to_the_provider(browser)
    assert refused(Browser(browser.app), come_back(Browser(browser.app), address))


def test_a_way_back_is_gone_once(browser: Browser) -> None:
    address = to_the_provider(browser)
    assert come_back(browser, address).location == "/inbox/"
    browser.client.delete_cookie("inbox", path="/inbox")
    assert refused(browser, come_back(browser, address))


def test_a_second_step_is_asked_for_all_the_same(browser: Browser, office: Office) -> None:
    secret = pyotp.random_base32()
    office.accounts.store.set_totp(EVA, secret)
    assert log_in(browser).location == "/inbox/code"
    assert not browser.logged_in()


def test_a_provider_that_is_away_or_talks_rubbish_is_said_and_passwords_go_on(
    browser: Browser, provider: IdentityServer
) -> None:
    for fault in (Fault.RESET, Fault.SERVER_ERROR, Fault.GARBAGE):
        provider.faults.switch(fault, reads_too=True)
        assert refused(browser, browser.get("/inbox/company"))
    provider.faults.off()
    assert browser.log_in(EVA).location == "/inbox/"


def test_one_that_hangs_is_given_up(browser: Browser, provider: IdentityServer) -> None:
    provider.faults.switch(Fault.TIMEOUT, reads_too=True)
    began_s = time.monotonic()
    assert refused(browser, browser.get("/inbox/company"))
    provider.faults.off()
    assert time.monotonic() - began_s < 25


def test_it_leads_nowhere_outside_the_inbox(browser: Browser) -> None:
    assert log_in(browser, "https://elsewhere.example/").location == "/inbox/"


def test_without_a_provider_there_is_no_such_page(office: Office) -> None:
    plain = Browser(create_app(WebConfig(), office.inbox()))
    assert "Log in with your" not in plain.get("/inbox/log-in").text
    assert plain.get("/inbox/company").location.startswith("/inbox/log-in")
