"""Logging in and out: what is said, what is kept in the browser, and what ends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pyotp
import pytest
from flask import Flask

from parcelbot.core.handover.agents import Role, SessionLimits
from parcelbot.core.owner.audit import AuditFilter
from parcelbot.inbox.dependencies import InboxDependencies, InboxSettings
from parcelbot.inbox.entrance.throttle import Throttle
from parcelbot.settings.web import WebConfig
from parcelbot.web import create_app
from tests.support.inbox import PASSWORD as THE_PASSWORD
from tests.support.inbox import Browser, Clock, ClockedStorage, enrol
from tests.support.office import Office

EMAIL = "eva@kossr.example"
ADMIN = "adam@kossr.example"
HOME = "/inbox/"

Build = Callable[..., Flask]


@pytest.fixture
def inbox(office: Office, clock: Clock) -> InboxDependencies:
    enrol(office.accounts, EMAIL)
    enrol(office.accounts, ADMIN, Role.ADMIN)
    accounts = replace(office.accounts, limits=SessionLimits())
    return replace(office.inbox(), accounts=accounts, throttle=Throttle(ClockedStorage(clock)))


@pytest.fixture
def app(inbox: InboxDependencies) -> Flask:
    return create_app(WebConfig(), inbox)


@pytest.fixture
def browser(app: Flask) -> Browser:
    return Browser(app)


@pytest.fixture
def eva(browser: Browser) -> Browser:
    browser.log_in(EMAIL)
    return browser


def done(office: Office) -> list[tuple[str, str]]:
    """What the audit log says, oldest first."""
    return [(line.agent, line.action) for line in reversed(office.audit.page(AuditFilter()).lines)]


def test_email_and_password_lead_to_the_queue(browser: Browser) -> None:
    answer = browser.log_in(EMAIL)
    assert (answer.status_code, answer.location) == (303, HOME)
    assert browser.get(HOME).status_code == 200


def test_every_wrong_log_in_reads_the_same(browser: Browser, office: Office) -> None:
    enrol(office.accounts, "gone@kossr.example", active=False)
    enrol(office.accounts, "demo@kossr.example", demo=True)
    office.accounts.add(office.accounts.find(ADMIN).agent, "invited@kossr.example", "Ivo", Role.AGENT)
    answers = [
        browser.log_in(EMAIL, "not the password"),
        browser.log_in("nobody@kossr.example"),
        browser.log_in("gone@kossr.example"),
        browser.log_in("demo@kossr.example"),
        browser.log_in("invited@kossr.example", "!"),
        browser.log_in("no e-mail at all"),
        browser.log_in(EMAIL, ""),
        browser.log_in(EMAIL, "x" * 5000),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert all("E-mail and password do not fit together." in answer.text for answer in answers)
    assert not browser.logged_in()


def test_what_was_typed_as_a_password_is_not_sent_back(browser: Browser) -> None:
    assert "not the password" not in browser.log_in(EMAIL, "not the password").text


def test_log_ins_and_failures_are_in_the_audit_log(browser: Browser, office: Office) -> None:
    browser.log_in(EMAIL, "not the password")
    browser.log_in(EMAIL)
    browser.post("/inbox/log-out")
    assert done(office) == [(EMAIL, "log_in_failed"), (EMAIL, "logged_in"), (EMAIL, "logged_out")]


def test_the_audit_log_does_not_hold_a_password_typed_in_the_wrong_field(browser: Browser, office: Office) -> None:
    browser.log_in(THE_PASSWORD, EMAIL)
    assert done(office) == [("not an e-mail", "log_in_failed")]


def test_a_visitor_is_sent_to_the_log_in_page_and_then_where_he_was_going(browser: Browser) -> None:
    asked = browser.get("/inbox/?show=mine&page=2")
    assert asked.status_code == 303
    page = browser.get(asked.location)
    assert 'name="next"' in page.text
    assert browser.log_in(EMAIL, next="/inbox/?show=mine&page=2").location == "/inbox/?show=mine&page=2"


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/inbox/", "/\\evil.example", "/"])
def test_nobody_is_sent_out_of_the_inbox_after_logging_in(wanted: str, browser: Browser) -> None:
    assert browser.log_in(EMAIL, next=wanted).location == HOME


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/inbox/"])
def test_nor_when_already_logged_in(wanted: str, eva: Browser) -> None:
    assert eva.get("/inbox/log-in", query_string={"next": wanted}).location == HOME


@pytest.mark.parametrize(
    "told",
    [{"Sec-Fetch-Dest": "empty"}, {"X-Requested-With": "XMLHttpRequest"}, {"Accept": "application/json"}],
    ids=["by the browser", "by itself", "by what it wants"],
)
def test_a_script_of_a_page_hears_that_it_is_logged_out(told: dict[str, str], browser: Browser) -> None:
    answer = browser.get(HOME, headers=told)
    assert answer.status_code == 401
    assert answer.json["error"]["code"] == "logged_out"


def test_unknown_addresses_tell_a_visitor_nothing(browser: Browser) -> None:
    assert browser.get("/inbox/no/such/page").location.startswith("/inbox/log-in")


def test_an_agent_gets_a_page_that_says_what_to_do(eva: Browser) -> None:
    answer = eva.get("/inbox/no/such/page")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


# ---- the cookie


def test_the_cookie_is_for_the_inbox_and_for_no_script(browser: Browser) -> None:
    cookies = browser.log_in(EMAIL).headers.getlist("Set-Cookie")
    assert sorted(cookie.partition("=")[0] for cookie in cookies) == ["inbox", "inbox_device"]
    for cookie in cookies:
        assert all(part in cookie for part in ("HttpOnly", "SameSite=Lax", "Path=/inbox"))
        assert "Secure" not in cookie


def test_behind_https_the_cookie_travels_encrypted_only(inbox: InboxDependencies) -> None:
    settings = InboxSettings("secret", "https://help.kossr.example/inbox", proxies=1)
    browser = Browser(create_app(WebConfig(), replace(inbox, settings=settings)))
    answer = browser.get("/inbox/log-in", headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in answer.headers["Set-Cookie"]
    assert answer.headers["Strict-Transport-Security"]


def test_logging_in_does_not_take_over_a_session_that_was_planted(app: Flask, office: Office) -> None:
    attacker, victim = Browser(app), Browser(app)
    attacker.get("/inbox/log-in")
    victim.keep(attacker.cookie())
    victim.log_in(EMAIL)
    assert not attacker.logged_in()
    assert victim.cookie() != attacker.cookie()


def test_a_token_of_before_the_log_in_is_no_good_after_it(browser: Browser) -> None:
    before = browser.token()
    browser.log_in(EMAIL)
    assert browser.client.post("/inbox/log-out", data={"csrf_token": before}).status_code == 400


def test_each_log_in_is_a_session_of_its_own(app: Flask) -> None:
    laptop, phone = Browser(app), Browser(app)
    laptop.log_in(EMAIL)
    phone.log_in(EMAIL)
    laptop.post("/inbox/log-out")
    assert not laptop.logged_in()
    assert phone.logged_in()


def test_a_copied_cookie_is_worth_nothing_after_logging_out(eva: Browser, app: Flask) -> None:
    thief = Browser(app)
    thief.keep(eva.cookie())
    assert thief.logged_in()
    eva.post("/inbox/log-out")
    assert not thief.logged_in()


def test_a_cookie_signed_with_another_secret_is_worth_nothing(eva: Browser, inbox: InboxDependencies) -> None:
    other = Browser(create_app(WebConfig(), replace(inbox, settings=InboxSettings("another secret"))))
    other.keep(eva.cookie())
    assert not other.logged_in()


def test_a_session_ends_when_the_agent_goes_to_lunch(eva: Browser, clock: Clock) -> None:
    clock.forward(minutes=60)
    assert not eva.logged_in()


def test_a_page_left_open_does_not_keep_the_session_alive(eva: Browser, clock: Clock) -> None:
    for _ in range(7):
        clock.forward(minutes=9)
        eva.get("/inbox/queue/live", headers={"Sec-Fetch-Dest": "empty"})
    assert not eva.logged_in()


def test_deactivating_an_agent_ends_the_session_at_once(eva: Browser, app: Flask) -> None:
    adam = Browser(app)
    adam.log_in(ADMIN)
    adam.post("/inbox/team/deactivate", {"email": EMAIL})
    assert not eva.logged_in()


# ---- throttling


def test_the_eleventh_attempt_is_refused_even_with_the_right_password(browser: Browser, clock: Clock) -> None:
    for _ in range(10):
        browser.log_in(EMAIL, "not the password")
    answer = browser.log_in(EMAIL)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    assert "Wait 15 minutes" in answer.text
    clock.forward(minutes=15)
    assert browser.log_in(EMAIL).status_code == 303


def test_an_unknown_email_is_refused_just_the_same(browser: Browser) -> None:
    answers = [browser.log_in("nobody@kossr.example").status_code for _ in range(11)]
    assert answers == [401] * 10 + [429]


def test_who_is_logged_in_stays_so_while_somebody_guesses_the_password(eva: Browser, app: Flask) -> None:
    stranger = Browser(app)
    for _ in range(12):
        stranger.log_in(EMAIL, "not the password")
    assert eva.logged_in()


def test_many_refusals_are_one_line_in_the_audit_log(browser: Browser, office: Office) -> None:
    for _ in range(14):
        browser.log_in(EMAIL, "not the password")
    actions = [action for _, action in done(office)]
    assert actions == ["log_in_failed"] * 10 + ["log_in_throttled"]


def guesses_from_many_addresses(browser: Browser) -> list[int]:
    """The statuses of 31 attempts to log in, each for another account and said to come from another address."""
    return [
        browser.post(
            "/inbox/log-in",
            {"email": f"{number}@kossr.example", "password": "guess"},
            headers={"X-Forwarded-For": f"192.0.2.{number}"},
        ).status_code
        for number in range(31)
    ]


def test_an_address_that_a_client_made_up_does_not_help(browser: Browser) -> None:
    answers = guesses_from_many_addresses(browser)
    assert answers == [401] * 30 + [429]


def test_the_address_that_our_proxy_tells_is_counted(inbox: InboxDependencies) -> None:
    behind = replace(inbox, settings=InboxSettings("secret", proxies=1))
    browser = Browser(create_app(WebConfig(), behind))
    answers = set(guesses_from_many_addresses(browser))
    assert answers == {401}


# ---- one's own password

NEW = "a new one, just as long"


def change(browser: Browser, old: str = THE_PASSWORD, new: str = NEW, again: str = NEW) -> int:
    return browser.post("/inbox/password", {"old": old, "new": new, "again": again}).status_code


def test_a_new_password_ends_all_other_sessions_and_not_this_one(eva: Browser, app: Flask, office: Office) -> None:
    phone = Browser(app)
    phone.log_in(EMAIL)
    assert change(eva) == 303
    assert eva.logged_in()
    assert not phone.logged_in()
    assert office.accounts.check(EMAIL, NEW)
    assert done(office)[-1] == (EMAIL, "password_changed")


def test_the_old_password_has_to_be_known(eva: Browser, office: Office) -> None:
    assert change(eva, old="not the password") == 422
    assert office.accounts.check(EMAIL, THE_PASSWORD)
    assert done(office)[-1] == (EMAIL, "password_change_failed")


@pytest.mark.parametrize(("new", "again"), [("short", "short"), (NEW, NEW + "r"), ("", "")])
def test_a_password_that_is_easy_or_mistyped_is_not_taken(new: str, again: str, eva: Browser, office: Office) -> None:
    assert change(eva, new=new, again=again) == 422
    assert office.accounts.check(EMAIL, THE_PASSWORD)


def test_guessing_the_old_password_is_limited_too(eva: Browser) -> None:
    assert [change(eva, old="guess") for _ in range(11)] == [422] * 10 + [429]


# ---- headers


@pytest.mark.parametrize("path", ["/inbox/log-in", "/inbox/", "/inbox/password", "/inbox/no/such/page"])
def test_no_page_is_framed_cached_or_runs_what_is_not_ours(path: str, eva: Browser) -> None:
    headers = eva.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_shop_keeps_its_own_headers(browser: Browser) -> None:
    answer = browser.get("/")
    assert "X-Frame-Options" not in answer.headers
    assert "Set-Cookie" not in answer.headers


# ---- strangers, known browsers, and the second step --------------------------------------------------------


def elsewhere(app: Flask, address: str = "198.51.100.9") -> Browser:
    browser = Browser(app)
    browser.client.environ_base["REMOTE_ADDR"] = address
    return browser


def test_a_stranger_who_tries_passwords_does_not_lock_the_owner_out(app: Flask, browser: Browser) -> None:
    stranger = elsewhere(app)
    tried = [stranger.log_in(EMAIL, "wrong").status_code for _ in range(12)]
    assert tried == [401] * 10 + [429] * 2
    assert browser.log_in(EMAIL).status_code == 303


def test_where_the_owner_has_been_before_no_flood_keeps_her_out(app: Flask, eva: Browser) -> None:
    eva.post("/inbox/log-out")
    for n in range(105):
        elsewhere(app, f"198.51.100.{n}").log_in(EMAIL, "wrong")
    assert elsewhere(app, "203.0.113.5").log_in(EMAIL).status_code == 429
    assert eva.log_in(EMAIL).status_code == 303


def test_a_mark_of_somebody_else_makes_no_browser_known(app: Flask, eva: Browser) -> None:
    mark = eva.client.get_cookie("inbox_device", path="/inbox")
    assert mark is not None
    for n in range(105):
        elsewhere(app, f"198.51.100.{n}").log_in(ADMIN, "wrong")
    thief = elsewhere(app, "203.0.113.5")
    thief.client.set_cookie("inbox_device", mark.value, path="/inbox")
    assert thief.log_in(ADMIN).status_code == 429


def code_at(secret: str, clock: Clock) -> str:
    return pyotp.TOTP(secret).at(clock.now)


@pytest.fixture
def secret(eva: Browser, clock: Clock) -> str:
    """The secret of Eva's app, which she has turned on; she is logged out again."""
    page = eva.get("/inbox/second-step").text
    secret = re.findall(r'class="secret">([A-Z2-7]+)<', page)[0]
    done = eva.post("/inbox/second-step", {"secret": secret, "code": code_at(secret, clock)})
    assert done.status_code == 303
    eva.post("/inbox/log-out")
    clock.forward(minutes=1)
    return secret


def test_with_a_second_step_the_password_alone_opens_nothing(browser: Browser, secret: str, clock: Clock) -> None:
    asked = browser.log_in(EMAIL, next="/inbox/?show=mine")
    assert (asked.status_code, asked.location) == (303, "/inbox/code")
    assert browser.get(HOME).status_code == 303
    assert browser.post("/inbox/code", {"code": "000000"}).status_code == 401
    passed = browser.post("/inbox/code", {"code": code_at(secret, clock)})
    assert (passed.status_code, passed.location) == (303, "/inbox/?show=mine")
    assert browser.get(HOME).status_code == 200


def test_the_code_alone_opens_nothing_either(app: Flask, secret: str, clock: Clock) -> None:
    browser = Browser(app)
    assert browser.post("/inbox/code", {"code": code_at(secret, clock)}).location == "/inbox/log-in"
    browser.log_in(EMAIL, "wrong")
    assert browser.post("/inbox/code", {"code": code_at(secret, clock)}).location == "/inbox/log-in"


def test_a_password_typed_long_ago_has_to_be_typed_again(browser: Browser, secret: str, clock: Clock) -> None:
    browser.log_in(EMAIL)
    clock.forward(minutes=6)
    assert browser.post("/inbox/code", {"code": code_at(secret, clock)}).location == "/inbox/log-in"


def test_codes_cannot_be_tried_without_end(browser: Browser, secret: str) -> None:
    browser.log_in(EMAIL)
    tried = [browser.post("/inbox/code", {"code": f"{n:06}"}).status_code for n in range(12)]
    assert tried[-1] == 429


def test_an_admin_helps_who_has_lost_the_phone(app: Flask, browser: Browser, secret: str, office: Office) -> None:
    admin = Browser(app)
    admin.log_in(ADMIN)
    assert admin.post("/inbox/team/second-step", {"email": EMAIL}).status_code == 303
    assert browser.log_in(EMAIL).location == HOME
    assert (ADMIN, "second_step_reset") in done(office)


def test_it_is_switched_off_with_a_code(browser: Browser, secret: str, clock: Clock, office: Office) -> None:
    browser.log_in(EMAIL)
    browser.post("/inbox/code", {"code": code_at(secret, clock)})
    clock.forward(minutes=1)
    assert browser.post("/inbox/second-step", {"code": "000000"}).status_code == 422
    assert browser.post("/inbox/second-step", {"code": code_at(secret, clock)}).status_code == 303
    browser.post("/inbox/log-out")
    assert browser.log_in(EMAIL).location == HOME
    assert [action for _, action in done(office) if action.startswith("second")] == [
        "second_step_on",
        "second_step_off",
    ]
