"""The widget in other languages: whose it speaks, which words it fetches, and how it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser import stage
from tests.browser.chat import Chat
from tests.browser.standin import StandIn
from tests.support.languages import all_spoken

expect = pytest.importorskip("playwright.sync_api").expect

WORDS = {code: language.widget for code, language in all_spoken().items()}


@pytest.fixture
def german(chromium: Any, shop_url: str) -> Iterator[Chat]:
    """The shop's English page in the browser of somebody who reads German."""
    context = chromium.new_context(**stage.desktop_context(), reduced_motion="reduce", locale="de-AT")
    yield Chat.visit(context, shop_url)
    context.close()


def fetched(chat: Chat) -> list[str]:
    """The files of words that the page has fetched."""
    names = "performance.getEntriesByType('resource').map(entry => entry.name)"
    return [name.rpartition("/")[2] for name in chat.page.evaluate(names) if "/languages/" in name]


def says(chat: Chat, standin: StandIn, language: str) -> None:
    """The assistant says something in a language."""
    standin.talk.say("bot", "…", language=language)


def test_an_english_page_speaks_english_and_fetches_no_words(talking: Chat) -> None:
    expect(talking.field).to_have_attribute("placeholder", "Write a message")
    assert fetched(talking) == []


def test_the_assistant_is_told_which_language_the_shopper_reads(german: Chat, standin: StandIn) -> None:
    german.open().say("hello").text("Which tracking").wait_for()
    assert standin.talk.language == "de-AT"


def test_the_assistant_is_told_by_which_clock_the_shopper_lives(chromium: Any, shop_url: str, standin: StandIn) -> None:
    context = chromium.new_context(
        **stage.desktop_context(), reduced_motion="reduce", timezone_id="America/Los_Angeles"
    )
    Chat.visit(context, shop_url).open().say("hello").text("Which tracking").wait_for()
    context.close()
    assert standin.talk.began_in == "America/Los_Angeles"


def test_the_widget_follows_the_assistant_and_keeps_what_is_being_written(talking: Chat, standin: StandIn) -> None:
    talking.field.fill("noch ein Satz")
    says(talking, standin, "de")
    expect(talking.field).to_have_attribute("placeholder", WORDS["de"]["placeholder"])
    expect(talking.field).to_have_value("noch ein Satz")
    assert fetched(talking) == ["de.js"]
    says(talking, standin, "en")
    expect(talking.field).to_have_attribute("placeholder", "Write a message")
    assert talking.troubles == []


def test_after_a_reload_it_still_speaks_as_the_assistant_did(talking: Chat, standin: StandIn) -> None:
    says(talking, standin, "es")
    expect(talking.field).to_have_attribute("placeholder", WORDS["es"]["placeholder"])
    talking.page.reload()
    expect(talking.field).to_have_attribute("placeholder", WORDS["es"]["placeholder"])


def test_dates_are_written_as_the_language_writes_them(talking: Chat, standin: StandIn) -> None:
    says(talking, standin, "de")
    expect(talking.find(".day").first).to_have_text(WORDS["de"]["today"])


def test_a_language_that_nobody_has_written_changes_nothing(talking: Chat, standin: StandIn) -> None:
    says(talking, standin, "xx")
    talking.say("still here?").text("still here?").wait_for()
    expect(talking.field).to_have_attribute("placeholder", "Write a message")


def test_arabic_is_read_from_the_right_while_the_panel_keeps_its_corner(talking: Chat, standin: StandIn) -> None:
    before = talking.find(".panel").bounding_box()
    says(talking, standin, "ar")
    expect(talking.find(".log")).to_have_attribute("dir", "rtl")
    expect(talking.find(".panel")).to_have_attribute("lang", "ar")
    assert talking.find(".panel").bounding_box() == before


def test_a_language_is_chosen_in_the_menu_asked_for_and_remembered(talking: Chat, standin: StandIn) -> None:
    talking.button("More").click()
    talking.page.get_by_label("Language").select_option(label="français")
    expect(talking.field).to_have_attribute("placeholder", WORDS["fr"]["placeholder"])
    talking.text("français").wait_for()
    assert standin.posts[-1]["text"] == "français"
    talking.page.reload()
    expect(talking.field).to_have_attribute("placeholder", WORDS["fr"]["placeholder"])
