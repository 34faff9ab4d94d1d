"""Usable by everybody: WCAG 2.2 AA as axe-core sees it, and what it cannot see: keyboard, focus, zoom."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser import stage
from tests.browser.chat import Chat
from tests.browser.script import NUMBER, choices, tracking_card
from tests.browser.standin import StandIn

expect = pytest.importorskip("playwright.sync_api").expect
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
QUESTION = f"my tracking has not moved, {NUMBER}"
SMALLEST_TARGET_PX = 44


def closed(chat: Chat, _: StandIn) -> None:
    chat.page.locator("parcel-chat .launcher").wait_for()


def opened(chat: Chat, _: StandIn) -> None:
    chat.open()


def with_card(chat: Chat, _: StandIn) -> None:
    chat.open().say(QUESTION)
    chat.button("Talk to a person").wait_for()
    chat.card.get_by_text("Earlier scans").click()


def with_every_tone(chat: Chat, standin: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    for tone in ("watch", "act", "urgent"):
        standin.talk.say("bot", "See", card=tracking_card(tone=tone, elapsed_days=26))
    chat.find(".tone-urgent").wait_for()


def with_ticket_to_confirm(chat: Chat, _: StandIn) -> None:
    chat.open().say("mia@example.com")
    chat.button("Send it").wait_for()


def with_error(chat: Chat, standin: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    standin.refuse_next = 400
    chat.say("second").find(".refused").wait_for()


def without_connection(chat: Chat, standin: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    standin.down()
    chat.banner.get_by_role("button").wait_for()


def asked_to_start_over(chat: Chat, _: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    chat.menu("Start over").button("Start a new chat").wait_for()


def with_a_person(chat: Chat, standin: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    standin.talk.hand("claimed", "human", "Marta", "Marta from our team has joined the chat.")
    standin.talk.say("agent", "Hello, I am looking at it.", agent="Marta")
    chat.find(".message.agent").wait_for()


def with_a_case_passed_on(chat: Chat, standin: StandIn) -> None:
    with_ticket_to_confirm(chat, standin)
    chat.choose("Send it").text("KT-7GRX4M").wait_for()
    standin.talk.change(handoff={"state": "requested", "agent": None})
    chat.find("[data-owner=requested]").wait_for()


def with_a_case_solved(chat: Chat, standin: StandIn) -> None:
    with_a_person(chat, standin)
    offered = choices("That solved it", "Not yet")
    standin.talk.hand("solved", "solved", text="Marta has closed your case.", choices=offered)
    chat.button("Not yet").wait_for()


STATES = [
    closed,
    opened,
    with_card,
    with_every_tone,
    with_ticket_to_confirm,
    with_error,
    without_connection,
    asked_to_start_over,
    with_a_case_passed_on,
    with_a_person,
    with_a_case_solved,
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(state: Any, scheme: str, chat: Chat, standin: StandIn) -> None:
    chat.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    state(chat, standin)
    violations = Axe().run(chat.page, options=RULES).response["violations"]
    assert [(rule["id"], [node["failureSummary"] for node in rule["nodes"]]) for rule in violations] == []


def test_the_keyboard_alone_goes_from_opening_to_the_ticket(chat: Chat) -> None:
    page = chat.page
    chat.find(".launcher").focus()
    page.keyboard.press("Enter")
    chat.field.wait_for()
    assert chat.focused() == "Your message"
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    chat.button("Talk to a person").wait_for()
    _tab_back_to(chat, "Talk to a person")
    page.keyboard.press("Enter")
    chat.text("Which e-mail").wait_for()
    _tab_on_to(chat, "Your message")
    page.keyboard.type("mia@example.com")
    page.keyboard.press("Enter")
    chat.button("Send it").wait_for()
    _tab_back_to(chat, "Send it")
    page.keyboard.press("Space")
    expect(chat.card).to_contain_text("KT-7GRX4M")


def test_the_keyboard_alone_says_that_a_case_is_not_solved(chat: Chat, standin: StandIn) -> None:
    with_a_case_solved(chat, standin)
    chat.field.focus()
    _tab_back_to(chat, "Not yet")
    chat.page.keyboard.press("Enter")
    expect(chat.find(".message.shopper .bubble").last).to_have_text("Not yet")
    assert chat.focused() == "Not yet"


def test_who_joins_and_leaves_is_announced_where_messages_are(chat: Chat, standin: StandIn) -> None:
    with_a_person(chat, standin)
    expect(chat.find("[role=log][aria-live=polite] .notice")).to_be_visible()
    expect(chat.find(".head [role=status]")).to_contain_text("Marta is with you")


def test_a_choice_keeps_the_keyboards_place_when_it_is_taken(chat: Chat) -> None:
    chat.open().say(QUESTION)
    chat.button("What happens now?").press("Enter")
    chat.text("Which tracking or order number").wait_for()
    assert chat.focused() == "What happens now?"


def test_escape_closes_the_innermost_thing_first(talking: Chat) -> None:
    talking.button("More").click()
    talking.page.keyboard.press("Escape")
    expect(talking.button("Start over")).to_be_hidden()
    expect(talking.field).to_be_visible()
    talking.page.keyboard.press("Escape")
    expect(talking.field).to_be_hidden()


def test_closing_gives_the_focus_back_to_what_had_it(chat: Chat) -> None:
    opener = chat.button("Where is my parcel?").first
    opener.click()
    chat.field.wait_for()
    chat.page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_closing_a_chat_opened_by_its_own_button_returns_there(chat: Chat) -> None:
    chat.open()
    chat.page.keyboard.press("Escape")
    expect(chat.find(".launcher")).to_be_focused()


def test_new_messages_are_announced_politely(talking: Chat) -> None:
    log = talking.page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")


def test_the_timeline_is_a_list_to_a_screen_reader(chat: Chat) -> None:
    chat.open().say(QUESTION)
    expect(chat.card.get_by_role("list").first.get_by_role("listitem")).to_have_count(2)


def test_on_a_phone_the_chat_is_modal_and_fills_the_screen(phone: Chat) -> None:
    phone.open()
    assert phone.find("dialog").evaluate("dialog => dialog.matches(':modal')")
    assert phone.find("dialog").bounding_box() == {"x": 0, "y": 0, **stage.PHONE}


def test_on_a_phone_opening_does_not_call_up_the_keyboard(phone: Chat) -> None:
    phone.open()
    assert phone.focused() == "Parcel help"


def test_beside_a_page_the_chat_is_not_modal(chat: Chat) -> None:
    chat.open()
    assert not chat.find("dialog").evaluate("dialog => dialog.matches(':modal')")


@pytest.mark.parametrize("state", [with_card, with_ticket_to_confirm, asked_to_start_over])
def test_at_320_pixels_nothing_is_cut_off_sideways(state: Any, chat: Chat, standin: StandIn) -> None:
    chat.page.set_viewport_size({"width": 320, "height": 640})
    state(chat, standin)
    assert chat.find("dialog").evaluate(_TOO_WIDE) == []


def test_at_200_percent_zoom_everything_can_be_reached(chat: Chat, standin: StandIn) -> None:
    chat.page.set_viewport_size({"width": 640, "height": 400})
    with_card(chat, standin)
    assert chat.find("dialog").evaluate(_TOO_WIDE) == []
    assert chat.find(".log").bounding_box()["height"] > 120


@pytest.mark.parametrize("state", [opened, with_card, without_connection, asked_to_start_over, with_error])
def test_every_target_is_big_enough_for_a_thumb(state: Any, phone: Chat, standin: StandIn) -> None:
    state(phone, standin)
    boxes = phone.find("button:visible, summary, textarea").evaluate_all(_BOXES)
    small = [box for box in boxes if min(box[1:]) < SMALLEST_TARGET_PX]
    assert small == []


def test_reduced_motion_is_respected(chat: Chat, standin: StandIn) -> None:
    chat.open()
    assert chat.find("dialog").evaluate("dialog => getComputedStyle(dialog).animationName") == "none"


def test_a_right_to_left_page_mirrors_the_chat(chat: Chat) -> None:
    chat.page.evaluate("document.documentElement.dir = 'rtl'")
    chat.open().say("hello").text("Which tracking").wait_for()
    assert chat.find("dialog").bounding_box()["x"] < 100
    own, other = chat.find(".shopper .bubble").bounding_box(), chat.find(".bot .bubble").bounding_box()
    assert own["x"] < other["x"]


_BOXES = """all => all.map(element => {
    const {width, height} = element.getBoundingClientRect()
    return [element.textContent || element.ariaLabel, width, height]
})"""
_TOO_WIDE = """dialog => [...dialog.querySelectorAll('*')]
    .filter(e => e.getClientRects().length && !e.closest('.hidden, .who, svg'))
    .filter(e => {
        const {left, right} = e.getBoundingClientRect()
        return left < -1 || right > innerWidth + 1
    })
    .map(e => e.className || e.tagName)"""


def _tab_back_to(chat: Chat, name: str) -> None:
    _tab(chat, name, "Shift+Tab")


def _tab_on_to(chat: Chat, name: str) -> None:
    _tab(chat, name, "Tab")


def _tab(chat: Chat, name: str, key: str) -> None:
    for _ in range(15):
        if chat.focused() == name:
            return
        chat.page.keyboard.press(key)
    raise AssertionError(f"{name} cannot be reached by {key}; the focus is on {chat.focused()}")
