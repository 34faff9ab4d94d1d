"""A shopper's way through the widget, from a stuck parcel to a ticket and a person."""

from __future__ import annotations

import re

import pytest

from tests.browser.chat import Chat
from tests.browser.script import NUMBER, choices, ticket_card, tracking_card
from tests.browser.standin import StandIn

expect = pytest.importorskip("playwright.sync_api").expect

QUESTION = f"my tracking has not moved for 9 days, {NUMBER}"


def test_a_stuck_parcel_gets_a_card_with_the_promised_date(chat: Chat) -> None:
    chat.open().say(QUESTION)
    expect(chat.card.locator(".date")).to_have_text(tracking_card()["wait_text"])


def test_the_card_names_the_age_of_the_last_scan(chat: Chat) -> None:
    chat.open().say(QUESTION)
    expect(chat.card.locator(".last")).to_have_text("Last scan 9 days ago")


def test_the_card_says_in_words_what_its_bar_draws(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", card=tracking_card(normal_until="2026-12-02"))
    expect(talking.card.get_by_role("img")).to_have_accessible_name("Day 9 of 20. Normal until 2 December")


def test_a_silence_longer_than_normal_is_said_to_be(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", card=tracking_card(elapsed_days=26, normal_until="2026-11-15"))
    name = "Day 26, usually 20. Normal ended 15 November"
    expect(talking.card.get_by_role("img")).to_have_accessible_name(name)


@pytest.mark.parametrize(("late", "label"), [(False, "Expected:"), (True, "Was expected:")])
def test_the_estimate_stands_on_a_line_of_its_own(late: bool, label: str, talking: Chat, standin: StandIn) -> None:
    estimate = {"earliest": "2026-12-01", "latest": "2026-12-04", "source": "provider"}
    standin.talk.say("bot", card=tracking_card(expected=estimate | {"text": "Tue 1 to Fri 4 December", "late": late}))
    expect(talking.card.locator(".expected")).to_have_text(f"{label} Tue 1 to Fri 4 December")


def test_a_card_without_an_estimate_has_no_such_line(chat: Chat) -> None:
    chat.open().say(QUESTION)
    expect(chat.card.locator(".expected")).to_have_count(0)


def test_the_older_scans_are_one_press_away(chat: Chat) -> None:
    chat.open().say(QUESTION)
    chat.card.get_by_text("Earlier scans (3)").click()
    expect(chat.card.get_by_text("Shipping label created")).to_be_visible()


def test_a_scan_shows_the_time_of_the_place_where_it_was(talking: Chat, standin: StandIn) -> None:
    scan = {"at": "2026-11-12T23:30:00+08:00", "text": "Departed", "place": "Shanghai", "carrier": "", "physical": True}
    standin.talk.say("bot", card=tracking_card(checkpoints=[scan]))
    expect(talking.card.locator("time").last).to_have_text("12 Nov, 23:30")


def test_a_parcel_that_was_only_announced_is_not_said_to_be_scanned(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", card=tracking_card(last_scan=None, elapsed_days=None, normal_days=None, checkpoints=[]))
    expect(talking.card.locator(".last")).to_have_text("No carrier has scanned this parcel yet.")


def test_the_card_opens_the_parcel_on_the_carriers_own_site(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", card=tracking_card())
    link = talking.card.get_by_role("link", name="Open on the carrier’s site")
    expect(link).to_have_attribute("href", f"https://carrier.example/track?number={NUMBER}")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_a_carrier_without_a_page_gets_no_link(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", card=tracking_card(carrier_link=""))
    talking.card.locator(".last").wait_for()
    assert talking.card.get_by_role("link").count() == 0


def test_an_old_state_is_named_as_such(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", card=tracking_card(stale=True))
    expect(talking.card).to_contain_text("The carrier does not answer right now.")


def test_the_journey_ends_with_a_ticket_and_its_reference(chat: Chat) -> None:
    chat.open().say(QUESTION).choose("Talk to a person")
    chat.text("Which e-mail").wait_for()
    chat.say("mia@example.com").choose("Send it")
    expect(chat.card).to_contain_text("KT-7GRX4M")


def test_a_choice_pressed_twice_is_taken_once(chat: Chat, standin: StandIn) -> None:
    chat.open().say(QUESTION)
    chat.button("What happens now?").dblclick()
    chat.text("Which tracking or order number").wait_for()
    assert sum("choice" in post for post in standin.posts) == 1


def test_used_choices_are_locked_together(chat: Chat) -> None:
    chat.open().say(QUESTION).choose("What happens now?")
    for title in ("What happens now?", "Talk to a person"):
        expect(chat.button(title)).to_have_attribute("aria-disabled", "true")


def test_used_choices_are_still_locked_after_a_reload(chat: Chat) -> None:
    chat.open().say(QUESTION).choose("What happens now?")
    chat.text("Which tracking or order number").wait_for()
    chat.page.reload()
    chat.open()
    expect(chat.button("Talk to a person")).to_have_attribute("aria-disabled", "true")


def test_a_choice_the_server_refuses_is_explained(chat: Chat, standin: StandIn) -> None:
    chat.open().say(QUESTION)
    chat.button("What happens now?").wait_for()
    standin.refuse_next = 409
    chat.choose("What happens now?")
    expect(chat.find(".refused")).to_contain_text("That option is no longer open.")


def test_the_assistant_is_seen_writing(talking: Chat, standin: StandIn) -> None:
    standin.talk.change(typing=True)
    expect(talking.find(".typing")).to_have_text("The assistant is writing")
    standin.talk.say("bot", "Here I am.")
    expect(talking.find(".typing")).to_have_count(0)


def test_who_waits_for_a_person_is_told_so(talking: Chat, standin: StandIn) -> None:
    standin.talk.change(handoff={"state": "requested", "agent": None})
    expect(talking.find(".head")).to_contain_text("Passed to our team; a person answers here")


def test_a_person_who_takes_over_is_named(talking: Chat, standin: StandIn) -> None:
    standin.talk.change(handoff={"state": "human", "agent": "Marta"})
    standin.talk.say("agent", "Hello, I am looking at it.", agent="Marta")
    expect(talking.find(".head")).to_contain_text("Marta is with you")
    expect(talking.find(".message.agent .who")).to_contain_text("Marta")


def test_who_joined_and_when_stands_in_the_head_and_quietly_in_the_log(talking: Chat, standin: StandIn) -> None:
    standin.talk.hand("claimed", "human", "Marta", "Marta from our team has joined the chat.")
    expect(talking.find(".head .fine")).to_have_text(re.compile(r"Marta is with you since \d+:\d\d"))
    expect(talking.find(".notice .bubble")).to_have_text("Marta from our team has joined the chat.")


def test_every_person_keeps_their_name_after_a_change_and_a_reload(talking: Chat, standin: StandIn) -> None:
    standin.talk.hand("claimed", "human", "Marta", "Marta has joined.")
    standin.talk.say("agent", "Hello, I am looking at it.", agent="Marta")
    standin.talk.hand("claimed", "human", "Ben", "Ben has joined.")
    standin.talk.say("agent", "I take over.", agent="Ben")
    names = talking.find(".message.agent .who span")
    expect(names).to_have_text(["Marta", "Ben"])
    talking.page.reload()
    talking.open()
    expect(names).to_have_text(["Marta", "Ben"])


def test_a_person_who_writes_is_seen_writing_by_name(talking: Chat, standin: StandIn) -> None:
    standin.talk.change(handoff={"state": "human", "agent": "Marta"}, typing=True)
    expect(talking.find(".typing")).to_have_text("Marta is writing")


def test_an_agents_message_shows_as_unread_on_the_closed_chat(talking: Chat, standin: StandIn) -> None:
    talking.button("Close the chat").click()
    standin.talk.say("agent", "Hello, I am looking at it.")
    expect(talking.button("Open the chat, new messages: 1")).to_be_visible()
    talking.open()
    talking.button("Close the chat").click()
    expect(talking.button("Open the chat")).to_be_visible()


def test_a_solved_case_says_so_and_asks_once_whether_it_helped(talking: Chat, standin: StandIn) -> None:
    offered = choices("That solved it", "Not yet")
    standin.talk.hand("solved", "solved", text="Marta has closed your case.", choices=offered)
    expect(talking.find(".head")).to_contain_text("Your case is closed; write any time")
    talking.choose("That solved it")
    talking.find(".message.shopper:not(.pending)").get_by_text("That solved it").wait_for()
    assert standin.posts[-1]["choice"] == offered[0]["id"]
    expect(talking.button("Not yet")).to_have_attribute("aria-disabled", "true")


def test_starting_over_leaves_an_empty_chat(chat: Chat, standin: StandIn) -> None:
    chat.open().say(QUESTION)
    chat.card.wait_for()
    chat.menu("Start over").choose("Start a new chat")
    expect(chat.find(".welcome")).to_be_visible()
    expect(chat.card).to_have_count(0)


def test_after_starting_over_the_next_message_begins_another_conversation(talking: Chat, standin: StandIn) -> None:
    talking.menu("Start over").choose("Start a new chat").say("second")
    talking.text("Which tracking").wait_for()
    assert [[m["text"] for m in talk.messages[:1]] for talk in standin.talks.values()] == [["hello"], ["second"]]


def test_the_chat_is_saved_as_plain_text(chat: Chat) -> None:
    chat.open().say(QUESTION)
    chat.card.wait_for()
    with chat.page.expect_download() as download:
        chat.menu("Save this chat")
    saved = download.value.path().read_text("utf-8")
    assert QUESTION in saved
    assert tracking_card()["text"] in saved


def test_the_shop_may_replace_any_word(chat: Chat) -> None:
    chat.page.evaluate("document.querySelector('parcel-chat').strings = {openChat: 'Chat öffnen', title: 'Pakethilfe'}")
    chat.button("Chat öffnen").click()
    expect(chat.page.get_by_role("heading", name="Pakethilfe")).to_be_visible()


def test_the_page_hears_of_messages_and_can_open_and_close_the_chat(chat: Chat) -> None:
    chat.page.evaluate("""() => {
        window.heard = []
        for (const name of ['open', 'close', 'message']) {
            document.addEventListener(`parcel-chat-${name}`, event => heard.push(name))
        }
    }""")
    chat.page.evaluate("document.querySelector('parcel-chat').show()")
    chat.say("hello").text("Which tracking").wait_for()
    chat.page.evaluate("document.querySelector('parcel-chat').close()")
    expect(chat.field).to_be_hidden()
    assert chat.page.evaluate("heard") == ["open", "message", "message", "close"]


def test_what_the_card_shows_is_not_said_a_second_time_in_words(talking: Chat, standin: StandIn) -> None:
    card = tracking_card()
    standin.talk.say("bot", card["text"], card=card)
    talking.card.wait_for()
    assert card["text"] not in talking.shown()


def test_the_fields_of_a_ticket_are_not_said_a_second_time(talking: Chat, standin: StandIn) -> None:
    card = ticket_card("", "mia@example.com")
    standin.talk.say("bot", "I send this:\nOrder: 7401\nShall I?", card=card)
    talking.card.wait_for()
    assert talking.shown()[-1] == "I send this:\nShall I?"


def test_a_ticket_that_is_not_sent_yet_says_so(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", card=ticket_card("", "mia@example.com"))
    expect(talking.card).to_contain_text("Not sent yet")


def test_a_ticket_that_is_sent_shows_what_stays_true_of_it(talking: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", card=ticket_card("KT-7GRX4M", "mia@example.com"))
    expect(talking.card.locator(".card-head")).to_have_text("Your case KT-7GRX4M")
    expect(talking.card.locator(".promise")).to_contain_text("Someone writes to you by")
