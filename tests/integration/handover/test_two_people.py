"""A shopper in the widget and an agent in the inbox at the same time, each in a browser of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.browser import stage
from tests.browser.chat import Chat
from tests.integration.handover.conftest import ANA
from tests.integration.handover.people import STUCK
from tests.support.inbox import PASSWORD
from tests.support.stack import Stack

expect = pytest.importorskip("playwright.sync_api").expect

HELLO, PLEASE = "Hello, I have your parcel in front of me.", "please hurry, it is a gift"
NOTE = "Smells of a lost parcel; ask Cainiao."
FOUND = "It was found in Leipzig and goes on today."


@dataclass(frozen=True)
class Journey:
    """What both sides showed: the head of the chat at each step, what the agent saw first, and how it ended."""

    reference: str
    heads: dict[str, str]
    first_seen: str
    chat: Chat
    desk: Any


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    if stage.chromium_path() is None:
        pytest.skip("browser tests need Chromium (on Debian: apt-get install chromium)")
    with stage.browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def journey(chromium: Any, stack: Stack, team: None) -> Iterator[Journey]:
    shopper, agent = (chromium.new_context(**stage.desktop_context(), reduced_motion="reduce") for _ in range(2))
    chat, heads = Chat.visit(shopper, stack.url("web")).open(), {}
    reference = escalate(chat)
    heads["passed on"] = head(chat, "Passed to our team")
    desk = log_in(agent, stack)
    desk.get_by_text(reference).first.wait_for()
    desk.locator(f"#{reference}").click()
    desk.locator("#claim").wait_for()
    first_seen = desk.locator("main").inner_text()
    with desk.expect_navigation():
        desk.locator("#claim").click()
    heads["claimed"] = head(chat, "Ana is with you")
    talk(chat, desk)
    desk.locator("#solve").click()
    heads["solved"] = head(chat, "Your case is closed")
    chat.button("Yes, all settled").wait_for()
    chat.choose("Yes, all settled")
    heads["back"] = head(chat, "Here day and night")
    expect(chat.find(".message.bot").last).to_contain_text("glad it helped")
    yield Journey(reference, heads, first_seen, chat, desk)
    shopper.close()
    agent.close()


def escalate(chat: Chat) -> str:
    chat.say(STUCK).choose("Yes, please").choose("Yes, send it")
    shown = chat.find(".ticket").get_by_text("Your case")
    return str(shown.inner_text()).rpartition(" ")[2]


def head(chat: Chat, words: str) -> str:
    line = chat.find(".head .fine")
    expect(line).to_contain_text(words)
    return str(line.inner_text())


def log_in(context: Any, stack: Stack) -> Any:
    page = context.new_page()
    page.goto(f"{stack.url('web')}/inbox/")
    page.locator("input[name=email]").fill(ANA)
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    return page


def talk(chat: Chat, desk: Any) -> None:
    desk.locator("#reply-text").fill(HELLO)
    desk.locator("#send").click()
    chat.find(".message.agent").get_by_text(HELLO).wait_for()
    chat.say(PLEASE)
    desk.locator("#transcript").get_by_text(PLEASE).wait_for()
    desk.locator("#note-text").fill(NOTE)
    with desk.expect_navigation():
        desk.get_by_role("button", name="Add note").click()
    desk.get_by_text("Note added.").wait_for()
    desk.locator("#reply-text").fill(FOUND)
    desk.locator("#send").click()
    chat.find(".message.agent").get_by_text(FOUND).wait_for()
    desk.locator("#transcript").get_by_text(FOUND).wait_for()  # and with it the state that the reply has set


def test_the_agent_finds_what_the_shopper_said_and_what_was_found_out(journey: Journey) -> None:
    for told in (STUCK, "7405", "anna@example.com", journey.reference):
        assert told in journey.first_seen


def test_the_shopper_sees_at_each_step_who_has_the_chat(journey: Journey) -> None:
    assert "since" in journey.heads["claimed"]
    assert list(journey.heads) == ["passed on", "claimed", "solved", "back"]


def test_each_side_sees_the_others_words_in_the_order_they_were_said(journey: Journey) -> None:
    said = journey.chat.shown()
    assert said.index(HELLO) < said.index(PLEASE) < said.index(FOUND)


def test_a_private_note_never_reaches_the_shopper(journey: Journey) -> None:
    assert NOTE in journey.desk.locator("main").inner_text()
    kept = journey.chat.page.evaluate("JSON.stringify(localStorage)")
    assert all(NOTE not in text for text in (*journey.chat.shown(), kept))


def test_nothing_is_said_twice(journey: Journey) -> None:
    said = journey.chat.shown()
    assert [text for text in set(said) if said.count(text) > 1] == []


def test_joining_and_closing_are_told_once_and_quietly(journey: Journey) -> None:
    notices = journey.chat.find(".notice .bubble").all_inner_texts()
    assert [("has joined" in text, "has closed" in text) for text in notices] == [(True, False), (False, True)]


def test_a_reload_shows_the_same_conversation_to_the_shopper(journey: Journey) -> None:
    before = journey.chat.shown()
    journey.chat.page.reload()
    journey.chat.open()
    expect(journey.chat.find(".message .bubble")).to_have_text(before)


def test_the_browsers_have_nothing_to_complain_about(journey: Journey) -> None:
    assert journey.chat.troubles == []
