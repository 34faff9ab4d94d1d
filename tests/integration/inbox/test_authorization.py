"""Who may open what, over every route of the app as `make run` serves it. A new route has to be added here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.engine import Engine
from werkzeug.test import TestResponse

from parcelbot.bootstrap.web import web_app
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.agents import Account, Role, SessionLimits
from parcelbot.settings.helpdesks import ChatwootAccount
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.settings.web import WebConfig
from parcelbot.store.schema.metadata import metadata
from parcelbot.usecases.accounts import Accounts
from tests.support.inbox import Browser, enrol
from tests.support.office import Office

EVERYBODY, AGENTS, ADMINS = 0, 1, 2

MATRIX: dict[tuple[str, str], int] = {
    ("GET", "/"): EVERYBODY,
    ("GET", "/health"): EVERYBODY,
    ("GET", "/ready"): EVERYBODY,
    ("GET", "/shop/<path:filename>"): EVERYBODY,
    ("GET", "/static/<path:filename>"): EVERYBODY,
    ("GET", "/widget/<path:name>"): EVERYBODY,
    ("GET", "/widget/languages/<name>.js"): EVERYBODY,
    ("GET", "/widget/dist/languages/<name>.js"): EVERYBODY,
    ("POST", "/hooks/17track"): EVERYBODY,  # proves itself by a signature, see tests/integration/tracking
    ("POST", "/hooks/chatwoot"): EVERYBODY,  # proves itself by a signature, see the tests of the webhook
    ("POST", "/hooks/chatwoot/<token>"): EVERYBODY,
    ("GET", "/parcel/<token>"): EVERYBODY,  # whoever has a signed link, see tests/integration/watching
    ("POST", "/parcel/<token>/withdraw"): EVERYBODY,
    ("GET", "/parcel/stop/<token>"): EVERYBODY,
    ("POST", "/parcel/stop/<token>"): EVERYBODY,
    ("GET", "/parcel/confirm/<token>"): EVERYBODY,
    ("POST", "/parcel/confirm/<token>"): EVERYBODY,
    ("GET", "/inbox/static/<path:filename>"): EVERYBODY,
    ("GET", "/inbox/log-in"): EVERYBODY,
    ("POST", "/inbox/log-in"): EVERYBODY,
    ("GET", "/inbox/welcome/<token>"): EVERYBODY,
    ("POST", "/inbox/welcome/<token>"): EVERYBODY,
    ("GET", "/inbox/code"): EVERYBODY,  # leads to the log-in page whoever has typed no password
    ("POST", "/inbox/code"): EVERYBODY,
    ("POST", "/inbox/log-out"): AGENTS,
    ("GET", "/inbox/second-step"): AGENTS,
    ("POST", "/inbox/second-step"): AGENTS,
    ("GET", "/inbox/password"): AGENTS,
    ("POST", "/inbox/password"): AGENTS,
    ("GET", "/inbox/"): AGENTS,
    ("GET", "/inbox/queue/live"): AGENTS,
    ("GET", "/inbox/search"): AGENTS,
    ("GET", "/inbox/tickets/<reference>"): AGENTS,
    ("GET", "/inbox/tickets/<reference>/live"): AGENTS,
    ("GET", "/inbox/tickets/<reference>/parcel"): AGENTS,
    ("GET", "/inbox/tickets/<reference>/files/<attachment_id>"): AGENTS,
    ("GET", "/inbox/tickets/<reference>/files/<attachment_id>/preview"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/claim"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/release"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/take-over"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/assign"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/status"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/priority"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/notes"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/reply"): AGENTS,
    ("POST", "/inbox/tickets/<reference>/writing"): AGENTS,
    ("GET", "/inbox/watched/"): AGENTS,
    ("POST", "/inbox/watched/<watch_id>/end"): AGENTS,
    ("POST", "/inbox/watched/<watch_id>/close-page"): AGENTS,
    ("POST", "/inbox/watched/<watch_id>/send"): AGENTS,
    ("POST", "/inbox/watched/<watch_id>/drop"): AGENTS,
    ("POST", "/inbox/watched/for/<reference>"): AGENTS,
    ("GET", "/inbox/radar/"): ADMINS,
    ("GET", "/inbox/radar/findings.csv"): ADMINS,
    ("POST", "/inbox/radar/<parcel_id>/write"): ADMINS,
    ("GET", "/inbox/numbers/"): ADMINS,
    ("GET", "/inbox/numbers/<kind>.csv"): ADMINS,
    ("GET", "/inbox/deliveries/"): ADMINS,
    ("POST", "/inbox/deliveries/retry"): ADMINS,
    ("POST", "/inbox/deliveries/<int:delivery_id>/retry"): ADMINS,
    ("GET", "/inbox/privacy/"): ADMINS,
    ("POST", "/inbox/privacy/"): ADMINS,
    ("POST", "/inbox/privacy/export"): ADMINS,
    ("POST", "/inbox/privacy/erase"): ADMINS,
    ("GET", "/inbox/team/"): ADMINS,
    ("POST", "/inbox/team/"): ADMINS,
    ("POST", "/inbox/team/role"): ADMINS,
    ("POST", "/inbox/team/deactivate"): ADMINS,
    ("POST", "/inbox/team/activate"): ADMINS,
    ("POST", "/inbox/team/password"): ADMINS,
    ("POST", "/inbox/team/second-step"): ADMINS,
    ("GET", "/inbox/audit/"): ADMINS,
}

#: What a form may say, so that a request that is let in by mistake would do something.
FORM = {
    "email": "victim@kossr.example",
    "confirm": "mia@example.com",
    "name": "Ivo",
    "role": "admin",
    "text": "Hello",
    "echo_id": "echo-1",
    "then": "solved",
    "status": "solved",
    "priority": "urgent",
    "assignee": "victim@kossr.example",
    "destination": "zendesk",
}

CAN: dict[str, int] = {
    "a visitor": EVERYBODY,
    "a forged cookie": EVERYBODY,
    "who logged out": EVERYBODY,
    "who was idle too long": EVERYBODY,
    "a deactivated admin": EVERYBODY,
    "an admin whose password was reset": EVERYBODY,
    "a demo admin outside demo mode": EVERYBODY,
    "an agent": AGENTS,
    "an admin made an agent": AGENTS,
    "an admin": ADMINS,
}


@dataclass(frozen=True)
class Site:
    """The app, what it keeps, everybody's account as it was at log-in, and a case with a file in it."""

    app: Flask
    engine: Engine
    accounts: Accounts
    people: Mapping[str, Account]
    ticket: Ticket
    attachment_id: str

    def browser_of(self, who: str) -> Browser:
        """A browser with the cookie that this person has."""
        browser = Browser(self.app)
        if who != "a visitor":
            serializer = self.app.session_interface.get_signing_serializer(self.app)
            browser.keep(str(serializer.dumps({"_user_id": self._token(who), "_fresh": True})))
        return browser

    def request(self, who: str, method: str, rule: str, **options: Any) -> TestResponse:
        browser, path = self.browser_of(who), self.path(rule)
        return browser.get(path, **options) if method == "GET" else browser.post(path, FORM, **options)

    def path(self, rule: str) -> str:
        return (
            rule.replace("<reference>", self.ticket.reference)
            .replace("<attachment_id>", self.attachment_id)
            .replace("<path:filename>", "icon.svg")
            .replace("<path:name>", "parcel-chat.js")
            .replace("<kind>", "days")
            .replace("<int:delivery_id>", "1")
            .replace("<token>", "nobodys-token")
            .replace("<watch_id>", "W-NOBODYS")
        )

    def everything(self) -> dict[str, list[Any]]:
        """All rows, but for what a request leaves in passing: that somebody was there."""
        tables = [table for table in metadata.sorted_tables if table.name != "agent_sessions"]
        with self.engine.connect() as connection:
            return {
                table.name: connection.execute(select(*(c for c in table.c if c.name != "seen_at"))).all()
                for table in tables
            }

    def _token(self, who: str) -> str:
        if who == "a forged cookie":
            return "x" * 43
        clock = self.accounts.clock
        late = (lambda: clock() - timedelta(hours=1)) if who == "who was idle too long" else clock
        token = replace(self.accounts, clock=late).begin_session(self.people[who])
        if who == "who logged out":
            self.accounts.end_session(token)
        return token


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder: Path = tmp_path_factory.mktemp("site")
    office = Office(folder, lambda: datetime.now(timezone.utc))
    accounts = replace(office.accounts, limits=SessionLimits())
    people = {who: enrol(accounts, f"{number}@kossr.example", *_KIND[who]) for number, who in enumerate(_KIND)}
    demo = enrol(accounts, "demo@kossr.example", Role.ADMIN, demo=True)
    enrol(accounts, FORM["email"])
    conversation_id = office.chat("My parcel is missing")
    attachment_id = office.send_file(conversation_id, "door.png", "image/png", b"\x89PNG")
    ticket = office.hand_over(conversation_id, attachments=(attachment_id,))
    accounts.store.set_active(people["a deactivated admin"].agent.email, False)
    accounts.store.set_password(people["an admin whose password was reset"].agent.email, "!")
    accounts.store.set_role(people["an admin made an agent"].agent.email, Role.AGENT)
    everybody = {**people, "a demo admin outside demo mode": demo}
    yield Site(web_app(WebConfig(), _settings(office)), office.engine, accounts, everybody, ticket, attachment_id)
    office.close()


_KIND: Mapping[str, tuple[Role]] = {
    "who logged out": (Role.ADMIN,),
    "who was idle too long": (Role.ADMIN,),
    "a deactivated admin": (Role.ADMIN,),
    "an admin whose password was reset": (Role.ADMIN,),
    "an agent": (Role.AGENT,),
    "an admin made an agent": (Role.ADMIN,),
    "an admin": (Role.ADMIN,),
}


def _settings(office: Office) -> Settings:
    return replace(
        read_settings(),
        database_url=str(office.engine.url),
        attachments_dir=office.folder / "attachments",
        conversations_db=str(office.folder / "conversations.db"),
        demo_mode=False,
        helpdesks=("chatwoot",),
        chatwoot=ChatwootAccount("http://127.0.0.1:9", "token", 1, 1, "a secret", "t" * 24),
    )


def test_every_route_stands_in_the_matrix(site: Site) -> None:
    routes = {
        (method, rule.rule) for rule in site.app.url_map.iter_rules() for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert routes == set(MATRIX)


def cases(may: bool) -> Iterator[Any]:
    for (method, rule), needed in MATRIX.items():
        for who, can in CAN.items():
            if (can >= needed) is may:
                yield pytest.param(who, method, rule, id=f"{who}: {method} {rule}")


@pytest.mark.parametrize(("who", "method", "rule"), cases(may=False))
def test_refused_and_nothing_has_changed(who: str, method: str, rule: str, site: Site) -> None:
    before = site.everything()
    answer = site.request(who, method, rule)
    if CAN[who] == AGENTS:
        assert answer.status_code == 403
        assert "Only admins may open this page" in answer.text
    else:
        assert (answer.status_code, answer.location.partition("?")[0]) == (303, "/inbox/log-in")
    assert site.everything() == before


@pytest.mark.parametrize(("who", "method", "rule"), cases(may=True))
def test_let_in(who: str, method: str, rule: str, site: Site) -> None:
    answer = site.request(who, method, rule)
    proves_itself = rule.startswith("/hooks/") or rule == "/inbox/log-in"
    assert answer.status_code < 500
    assert answer.status_code not in (401, 403) or proves_itself
    assert answer.status_code == 200 or method == "POST" or MATRIX[method, rule] == EVERYBODY


@pytest.mark.parametrize("rule", [rule for (method, rule), needed in MATRIX.items() if method == "GET" and needed])
def test_a_script_without_a_session_hears_so_instead_of_a_page(rule: str, site: Site) -> None:
    answer = site.request("a visitor", "GET", rule, headers={"Sec-Fetch-Dest": "empty"})
    assert answer.status_code == 401


@pytest.mark.parametrize("token", ["", "nonsense"])
@pytest.mark.parametrize("rule", [rule for method, rule in MATRIX if method == "POST" and rule.startswith("/inbox")])
def test_no_post_without_its_csrf_token(rule: str, token: str, site: Site) -> None:
    before = site.everything()
    visitor_may = MATRIX[("POST", rule)] == EVERYBODY
    browser = site.browser_of("a visitor" if visitor_may else "an admin")
    answer = browser.client.post(site.path(rule), data={**FORM, "csrf_token": token})
    assert answer.status_code == 400
    assert site.everything() == before


def test_nor_with_the_token_of_somebody_else(site: Site) -> None:
    stolen = site.browser_of("an agent").token()
    answer = site.browser_of("an admin").client.post("/inbox/team/role", data={**FORM, "csrf_token": stolen})
    assert answer.status_code == 400
