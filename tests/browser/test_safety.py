"""What anybody writes is text: no markup, no script, nothing a strict Content-Security-Policy would forbid."""

from __future__ import annotations

import pytest

from tests.browser.chat import Chat
from tests.browser.script import HOSTILE, NUMBER
from tests.browser.standin import StandIn

expect = pytest.importorskip("playwright.sync_api").expect


def test_markup_in_every_field_of_every_card_stays_text(chat: Chat) -> None:
    chat.open().say("hostile")
    chat.find(".card.ticket").wait_for()
    chat.card.get_by_text(HOSTILE).first.wait_for()
    assert chat.find(":is(img, script, .card a)").count() == 0
    assert chat.page.evaluate("window.hacked") is None


def test_markup_a_shopper_types_stays_text(chat: Chat) -> None:
    chat.open().say(HOSTILE).text("Which tracking").wait_for()
    assert chat.shown()[0] == HOSTILE
    assert chat.page.evaluate("window.hacked") is None


def test_markup_in_a_choice_and_an_agents_name_stays_text(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", HOSTILE, choices=[{"id": "x", "title": HOSTILE}])
    standin.talk.change(handoff={"state": "human", "agent": HOSTILE})
    expect(talking.find(".head")).to_contain_text(HOSTILE)
    talking.button(HOSTILE).wait_for()
    assert talking.find(":is(img, script)").count() == 0


def test_only_https_addresses_become_links(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", "See https://carrier.example/track?n=1. Not javascript:alert(1) nor http://plain.example")
    link = talking.page.get_by_role("link", name="https://carrier.example/track?n=1", exact=True)
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    assert talking.find(".log a").count() == 1


def test_an_address_a_shopper_types_is_no_link(chat: Chat) -> None:
    chat.open().say("https://phish.example").text("Which tracking").wait_for()
    assert chat.find(".log a").count() == 0


def test_the_whole_journey_violates_no_policy_and_raises_no_error(chat: Chat) -> None:
    chat.open().say(f"stuck, {NUMBER}").choose("Talk to a person")
    chat.text("Which e-mail").wait_for()
    chat.say("mia@example.com").choose("Send it")
    expect(chat.card).to_contain_text("KT-7GRX4M")
    assert chat.troubles == []


def test_a_card_of_a_kind_not_known_here_leaves_the_text(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", "Here it is", card={"kind": "map", "text": "?"})
    talking.text("Here it is").wait_for()
    assert talking.troubles == []


def test_a_token_is_never_put_into_an_address(talking: Chat, standin: StandIn) -> None:
    asked = talking.page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name).join(' ')")
    assert standin.talk.token not in asked
