"""The whole path of a promise with the trained assistant: agreed, kept by a push, mailed, on one page, ended."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import requests
from sqlalchemy import create_engine, update

from parcelbot.store.schema.tickets import outbox
from tests.browser import stage
from tests.browser.chat import Chat
from tests.browser.test_accessibility import RULES
from tests.integration.outbox.post import Postbox, serving
from tests.support.stack import ASSISTANT, MODEL, OFFICE, Stack

expect = pytest.importorskip("playwright.sync_api").expect
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

MAIL = "bob@example.com"
#: Countries around the world: in one of them it is day, whenever the test is run.
_HOMES = {"GB": "Europe/London", "TH": "Asia/Bangkok", "NZ": "Pacific/Auckland", "CL": "America/Santiago"}
_LEFT = {"description": "Departed from origin", "location": "Shanghai, CN", "sub_status": "InTransit_Departure"}
_VAN = {"description": "Out for delivery", "sub_status": "OutForDelivery_Other"}
_PATIENCE_S = 60


@dataclass
class Office:
    """The stack with its mail server; `postbox` has what was sent."""

    stack: Stack
    postbox: Postbox
    numbers: Iterator[str] = field(default_factory=lambda: (f"LP{n:014d}" for n in range(70_000, 80_000)))

    def parcel(self) -> str:
        """A parcel that left China five days ago, for a country where it is day."""
        number = next(self.numbers)
        self._put(number, "InTransit", "InTransit_Departure", {"age": "5d", **_LEFT})
        return number

    def goes_out(self, number: str) -> None:
        """Have the carrier say that it is on the van, which is pushed."""
        self._put(number, "OutForDelivery", "OutForDelivery_Other", {"age": "1m", **_VAN}, {"age": "5d", **_LEFT})

    def next_mail(self, known: int) -> Any:
        """Wait for the mail after `known` ones; what waits for the shopper to look is due at once."""
        engine = create_engine(f"sqlite:///{self.stack.folder / 'parcelbot.db'}")
        deadline = time.monotonic() + _PATIENCE_S
        while len(self.postbox.mails) <= known and time.monotonic() < deadline:
            with engine.begin() as connection:
                connection.execute(update(outbox).values(not_before=outbox.c.created_at))
            time.sleep(0.5)
        return self.postbox.mails[known]

    def _put(self, number: str, status: str, sub_status: str, *events: dict[str, str]) -> None:
        entry = {"number": number, "carrier": "Cainiao", "origin": "CN", "destination": _in_daylight()}
        more = {"status": status, "sub_status": sub_status, "events": list(events)}
        assert requests.post(f"{self.stack.url('sandbox')}/sandbox/shipments", json=entry | more, timeout=60).ok


def _in_daylight() -> str:
    now = datetime.now(timezone.utc)
    return next(country for country, zone in _HOMES.items() if 9 <= now.astimezone(ZoneInfo(zone)).hour < 20)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    assert MODEL.exists(), "no model: run `make train` first"
    postbox = Postbox()
    with serving(postbox) as server:
        mail = {"SMTP_URL": f"smtp://127.0.0.1:{server.port}", "MAIL_FROM": "KOSSR <help@kossr.example>"}
        stack = Stack(tmp_path_factory.mktemp("promises"), mail, (*ASSISTANT, *OFFICE))
        with stack as running:
            yield Office(running, postbox)


@pytest.fixture
def context(chromium: Any) -> Iterator[Any]:
    """A shopper where it is day: their own page tells where that is."""
    home = _HOMES[_in_daylight()]
    fresh = chromium.new_context(**stage.desktop_context(), reduced_motion="reduce", timezone_id=home)
    yield fresh
    fresh.close()


@pytest.fixture
def chat(office: Office, context: Any) -> Chat:
    return Chat.visit(context, office.stack.url("web")).open()


def link(mail: Any, path: str) -> str:
    found = re.search(rf"http://\S+/{path}/\S+", mail.get_body(("plain",)).get_content())
    assert found
    return found[0]


def test_agreed_with_a_tap_it_is_kept_in_the_open_chat_and_the_talk_goes_on(office: Office, chat: Chat) -> None:
    number = office.parcel()
    chat.say(f"my parcel {number} has not moved for days")
    chat.text("Shall I write to you here when it moves").wait_for()
    chat.choose("Yes, write to me").text("Yes, gladly").wait_for()
    office.goes_out(number)
    chat.text("it's out for delivery today").wait_for()
    expect(chat.card).to_contain_text(number)
    chat.say("it's here now, thanks").text("glad").last.wait_for()
    chat.say("what are you watching?").text("not watching any parcel").wait_for()
    assert chat.troubles == []


def test_who_has_left_gets_a_mail_with_the_parcels_page_and_a_one_click_end(
    office: Office, chat: Chat, context: Any
) -> None:
    number, known = office.parcel(), len(office.postbox.mails)
    chat.say(f"tell me when {number} moves, {MAIL}").text("press the link").wait_for()
    page = context.new_page()
    page.goto(link(office.next_mail(known), "parcel/confirm"))
    page.get_by_role("button", name="Yes, write to me here").click()
    expect(page.locator("h1")).to_have_text("Thank you, it's confirmed")
    chat.page.goto("about:blank")
    office.goes_out(number)
    mail = office.next_mail(known + 1)
    page.goto(link(mail, r"parcel(?!/stop)"))
    expect(page.locator("h1")).to_have_text(number)
    expect(page.get_by_text("Out for delivery").first).to_be_visible()
    assert Axe().run(page, options=RULES).response["violations"] == []
    end = mail["List-Unsubscribe"].strip("<>")
    assert requests.post(end, data={"List-Unsubscribe": "One-Click"}, timeout=60).ok
    back = Chat.visit(context, office.stack.url("web")).open()
    back.text("it's out for delivery today").wait_for()
    back.say("what are you watching?").text("not watching any parcel").wait_for()
