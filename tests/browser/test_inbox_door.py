"""The inbox in a real browser: usable by everybody, and a session that ends does not take words with it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.browser import stage
from tests.browser.test_accessibility import RULES
from tests.support.office import ANA, BEN, PASSWORD, Office

expect = pytest.importorskip("playwright.sync_api").expect
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path, lambda: datetime.now(timezone.utc))
    yield office
    office.close()


@pytest.fixture
def inbox(office: Office) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, office.app(), threaded=True, request_handler=_Quiet)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/inbox"
    server.shutdown()
    server.server_close()


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Requests are not news in a test."""


def log_in(page: Any, inbox: str, email: str = BEN.email) -> None:
    page.goto(f"{inbox}/log-in")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/inbox/")
    page.get_by_role("heading", name="New cases").wait_for()


def log_out(page: Any) -> None:
    page.locator(".me summary").click()
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("heading", name="Log in").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    size: str, scheme: str, chromium: Any, inbox: str, office: Office
) -> None:
    office.audit.write(ANA.email, "viewed", "KT-7QF3MX", "a file")
    options = stage.phone_context() if size == "phone" else stage.desktop_context()
    context = chromium.new_context(**options, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{inbox}/log-in")
    found = _look(page)
    log_in(page, inbox)
    for path in ("/password", "/team/", "/audit/", "/no/such/page"):
        page.goto(inbox + path)
        page.locator(".me summary").click()
        found += _look(page)
    context.close()
    assert found == []


def _look(page: Any) -> list[Any]:
    violations = Axe().run(page, options=RULES).response["violations"]
    told = [(page.url, rule["id"], [node["failureSummary"] for node in rule["nodes"]]) for rule in violations]
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*told, *([(page.url, "too wide")] if too_wide else [])]


def test_the_keyboard_goes_from_the_field_to_the_queue(context: Any, inbox: str) -> None:
    page = context.new_page()
    page.goto(f"{inbox}/")
    expect(page.get_by_label("E-mail")).to_be_focused()
    page.keyboard.type(BEN.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/inbox/")
    expect(page.get_by_role("heading", name="New cases")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()


def test_what_was_typed_is_sent_after_logging_in_again_in_another_tab(context: Any, inbox: str, office: Office) -> None:
    ticket = office.hand_over()
    writing, other = context.new_page(), context.new_page()
    log_in(writing, inbox)
    writing.goto(f"{inbox}/tickets/{ticket.reference}")
    writing.get_by_label("Reply to the shopper").fill("I am asking the carrier today.")
    log_out_and_in_again(other, inbox, writing)
    writing.get_by_role("button", name="Send").click()
    expect(writing.locator("#transcript .agent .bubble")).to_have_text("I am asking the carrier today.")


def log_out_and_in_again(other: Any, inbox: str, writing: Any) -> None:
    other.goto(f"{inbox}/")
    log_out(other)
    expect(writing.get_by_text("You are logged out.")).to_be_visible()
    log_in(other, inbox)
    writing.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # its tab is looked at again
    expect(writing.get_by_text("You are logged out.")).to_be_hidden()


def test_a_page_that_is_left_cannot_be_seen_again_with_the_back_button(context: Any, inbox: str) -> None:
    page = context.new_page()
    log_in(page, inbox)
    page.goto(f"{inbox}/audit/")
    log_out(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
