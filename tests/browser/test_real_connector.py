"""The widget on the real website channel, with an agent that obeys instead of a trained assistant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser import stage
from tests.browser.chat import Chat
from tests.browser.test_attachments import PHOTO, pick
from tests.integration.website.running import Server
from tests.support.ports import free_port

expect = pytest.importorskip("playwright.sync_api").expect


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    pytest.importorskip("rasa", reason="the real channel needs Rasa")
    port = free_port()
    origins = {"WEBSITE_ORIGINS": f"http://127.0.0.1:{port}", "WEBSITE_SILENCE_S": "30"}
    running = Server(tmp_path_factory.mktemp("channel"), environment=origins | {"SHOP_PORT": str(port)}).start()
    yield running
    running.kill()


@pytest.fixture
def real(server: Server, context: Any) -> Iterator[Chat]:
    """The open chat of a new shopper, talking to the real channel."""
    assistant_url = server.url.removesuffix("/webhooks")
    with stage.shop(assistant_url, int(server.environment["SHOP_PORT"])) as url:
        yield Chat.visit(context, url).open()


def bubbles(chat: Chat) -> Any:
    return chat.find(".message .bubble")


def test_a_question_is_answered(real: Chat) -> None:
    real.say("hello")
    expect(bubbles(real)).to_have_text(["hello", "heard: hello"])
    assert real.troubles == []


def test_choices_are_taken_once_and_locked(real: Chat) -> None:
    real.say("menu").button("Yes").dblclick()
    expect(bubbles(real)).to_have_text(["menu", "Choose", "Yes", "heard: /affirm"])
    expect(real.button("No")).to_have_attribute("aria-disabled", "true")


def test_a_silent_assistant_leaves_nobody_without_an_answer(real: Chat) -> None:
    real.say("silence")
    expect(bubbles(real)).to_have_text(["silence", "GIVEN UP"])
    expect(real.button("Talk to a person")).to_be_visible()


def test_a_server_killed_in_mid_conversation_loses_and_doubles_nothing(real: Chat, server: Server) -> None:
    real.say("first")
    expect(bubbles(real)).to_have_text(["first", "heard: first"])
    server.kill()
    expect(real.banner).to_contain_text("The connection dropped.")
    real.say("second")
    server.start()
    expect(bubbles(real)).to_have_text(["first", "heard: first", "second", "heard: second"])
    real.page.reload()
    real.open()
    expect(bubbles(real)).to_have_text(["first", "heard: first", "second", "heard: second"])


def test_a_photo_travels_with_a_message(real: Chat) -> None:
    real.say("hello")
    expect(bubbles(real)).to_have_text(["hello", "heard: hello"])
    pick(real, PHOTO)
    real.find(".chip").get_by_text("Ready to send").wait_for()
    real.say("this is what I see")
    expect(real.find(".message.shopper:not(.pending) .file")).to_have_text("tracking.png")


def test_a_file_that_lies_about_its_kind_is_refused(real: Chat) -> None:
    pick(real, {"name": "photo.png", "mimeType": "image/png", "buffer": b"MZ not a picture"})
    expect(real.find(".chip")).to_contain_text("Please choose a photo")


def test_a_command_a_shopper_types_is_shown_as_typed(real: Chat) -> None:
    real.say("/restart")
    expect(bubbles(real).first).to_have_text("/restart")


def test_a_forged_token_leads_to_a_new_conversation(real: Chat) -> None:
    real.say("first")
    expect(bubbles(real)).to_have_text(["first", "heard: first"])
    real.page.evaluate("""() => {
        const key = Object.keys(localStorage).find(key => key.endsWith(':session'))
        localStorage[key] = JSON.stringify({...JSON.parse(localStorage[key]), token: 'forged'})
    }""")
    real.say("second")
    expect(bubbles(real)).to_have_text(["second", "heard: second"])
