"""Usable by everybody: WCAG 2.2 AA as axe-core sees it, keyboard alone, a phone, dark."""

from __future__ import annotations

from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api").expect
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1440, "height": 900}


def violations(page: Any) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]} {v['nodes'][0]['failureSummary']}" for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_the_pages_pass_axe_and_fit_the_screen(
    enter: Any, inbox: str, case: str, size: dict[str, int], scheme: str
) -> None:
    page = enter(viewport=size, color_scheme=scheme)
    for address in (f"{inbox}/?show=all", f"{inbox}/search?q=nothing", case):
        page.goto(address)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.get_by_role("button", name="Shortcuts").click()
    assert violations(page) == []


def test_the_queue_is_walked_with_j_and_k_and_opened_with_enter(ana: Any) -> None:
    stops = ana.locator("[data-stop]")
    ana.keyboard.press("j")
    expect(stops.nth(0)).to_be_focused()
    ana.keyboard.press("j")
    expect(stops.nth(1)).to_be_focused()
    ana.keyboard.press("k")
    expect(stops.nth(0)).to_be_focused()
    reference = stops.nth(0).get_attribute("id")
    ana.keyboard.press("Enter")
    ana.wait_for_url(f"**/{reference}")
    ana.keyboard.press("u")
    ana.wait_for_url("**/inbox/?show=new")


def test_the_place_in_the_queue_is_kept_when_it_is_renewed(office: Any, ana: Any) -> None:
    ana.keyboard.press("j")
    focused = ana.evaluate("document.activeElement.id")
    ticket = office.hand_over(order_number="98")
    expect(ana.locator(f"#{ticket.reference}")).to_be_visible()
    assert ana.evaluate("document.activeElement.id") == focused


def test_slash_goes_to_the_search(ana: Any) -> None:
    ana.keyboard.press("/")
    expect(ana.get_by_role("searchbox")).to_be_focused()
    expect(ana.get_by_role("searchbox")).to_have_value("")


def test_r_n_c_and_s_do_what_the_list_says(ana: Any, case: str) -> None:
    ana.goto(case)
    with ana.expect_navigation():
        ana.keyboard.press("c")
    expect(ana.locator("#state")).to_contain_text("You have this case")
    ana.keyboard.press("r")
    expect(ana.get_by_label("Reply to the shopper")).to_be_focused()
    ana.locator("h1").click()
    ana.keyboard.press("n")
    expect(ana.get_by_label("New note")).to_be_focused()
    ana.locator("h1").click()
    ana.keyboard.press("s")
    expect(ana.get_by_role("button", name="Solve")).to_be_focused()
    ana.keyboard.press("Enter")
    expect(ana.locator("#state")).to_contain_text("Solved")


def test_letters_that_are_typed_are_letters(ana: Any, case: str) -> None:
    ana.goto(case)
    ana.get_by_label("Reply to the shopper").focus()
    ana.keyboard.type("scrunch?")
    expect(ana.get_by_label("Reply to the shopper")).to_have_value("scrunch?")
    expect(ana.locator("#shortcuts")).to_be_hidden()
    expect(ana.locator("#state")).to_contain_text("Nobody has this case")


def test_a_shortcut_of_the_browser_is_left_alone(ana: Any, case: str) -> None:
    ana.goto(case)
    ana.keyboard.press("Control+c")
    expect(ana.locator("#state")).to_contain_text("Nobody has this case")


def test_the_list_opens_with_a_question_mark_and_shortcuts_can_be_switched_off(ana: Any, case: str) -> None:
    ana.keyboard.press("?")
    expect(ana.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    ana.get_by_label("Single keys do something").uncheck()
    ana.keyboard.press("Escape")
    ana.goto(case)
    ana.keyboard.press("c")
    ana.keyboard.press("?")
    expect(ana.get_by_role("dialog")).to_be_hidden()
    expect(ana.locator("#state")).to_contain_text("Nobody has this case")


def test_control_enter_sends_the_reply(ana: Any, case: str) -> None:
    ana.goto(case)
    ana.get_by_label("Reply to the shopper").fill("Hello")
    ana.keyboard.press("Control+Enter")
    expect(ana.locator("#transcript .agent")).to_contain_text("Hello")


def test_everything_on_the_ticket_page_can_be_reached_with_tab(ana: Any, case: str) -> None:
    ana.goto(case)
    reached = set()
    for _ in range(80):
        ana.keyboard.press("Tab")
        reached.add(ana.evaluate("document.activeElement.id"))
    assert {
        "back",
        "claim",
        "solve",
        "macro",
        "reply-text",
        "then",
        "send",
        "refresh-parcel",
        "note-text",
        "assign",
    } <= reached
