"""Fixtures of the browser tests: one Chromium for all, a stand-in assistant and a shop for each.

Not for the whole session: Playwright keeps an event loop running, and other tests start theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser import stage
from tests.browser.chat import Chat
from tests.browser.standin import StandIn


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: drives a real Chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    pytest.importorskip("playwright", reason="browser tests need the package playwright")
    if stage.chromium_path() is None:
        pytest.skip("browser tests need Chromium (on Debian: apt-get install chromium)")
    with stage.browser() as browser:
        yield browser


@pytest.fixture
def standin() -> Iterator[StandIn]:
    server = StandIn().up()
    yield server
    server.down()


@pytest.fixture
def shop_url(standin: StandIn) -> Iterator[str]:
    with stage.shop(standin.url) as url:
        yield url


@pytest.fixture
def context(chromium: Any) -> Iterator[Any]:
    fresh = chromium.new_context(**stage.desktop_context(), reduced_motion="reduce", accept_downloads=True)
    yield fresh
    fresh.close()


@pytest.fixture
def chat(context: Any, shop_url: str) -> Chat:
    """The demo shop in a browser, the chat still closed."""
    return Chat.visit(context, shop_url)


@pytest.fixture
def talking(chat: Chat) -> Chat:
    """An open chat in which the shopper has said "hello" and the assistant has answered."""
    chat.open().say("hello").text("Which tracking").wait_for()
    return chat


@pytest.fixture
def phone(chromium: Any, shop_url: str) -> Iterator[Chat]:
    """The demo shop on a phone."""
    context = chromium.new_context(**stage.phone_context(), reduced_motion="reduce")
    yield Chat.visit(context, shop_url)
    context.close()
