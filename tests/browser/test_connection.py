"""Nothing that is written gets lost or doubled, whatever happens to page, network and server."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.chat import Chat
from tests.browser.standin import StandIn

expect = pytest.importorskip("playwright.sync_api").expect

REPLY = "Of course. Which tracking or order number is it about?"


def shopper_lines(standin: StandIn) -> list[str]:
    return [m["text"] for m in standin.talk.messages if m["author"] == "shopper"]


def test_a_reload_keeps_the_conversation(talking: Chat) -> None:
    talking.page.reload()
    talking.open()
    expect(talking.text(REPLY)).to_be_visible()
    assert talking.shown() == ["hello", REPLY]


def test_the_conversation_is_there_on_the_shops_next_page(talking: Chat, shop_url: str) -> None:
    talking.page.goto(f"{shop_url}/?page=2")
    talking.open()
    expect(talking.text(REPLY)).to_be_visible()


def test_a_second_tab_shows_the_same_and_each_message_once(talking: Chat, context: Any, shop_url: str) -> None:
    other = Chat.visit(context, shop_url).open()
    other.say("second")
    for tab in (talking, other):
        expect(tab.find(".message .bubble")).to_have_text(["hello", REPLY, "second", REPLY])


def test_starting_over_in_one_tab_starts_over_in_the_other(talking: Chat, context: Any, shop_url: str) -> None:
    other = Chat.visit(context, shop_url).open()
    other.menu("Start over").choose("Start a new chat")
    expect(talking.find(".welcome")).to_be_visible()


def test_what_was_read_in_one_tab_is_not_unread_in_the_other(chat: Chat, context: Any, shop_url: str) -> None:
    other = Chat.visit(context, shop_url)
    chat.open().say("hello").text(REPLY).wait_for()
    expect(other.button("Open the chat")).to_be_visible()


def test_a_server_restarted_in_mid_conversation_loses_and_doubles_nothing(talking: Chat, standin: StandIn) -> None:
    standin.down()
    expect(talking.banner).to_contain_text("The connection dropped.")
    talking.say("second")
    expect(talking.find(".pending")).to_contain_text("Waiting for the connection")
    standin.up()
    expect(talking.find(".message .bubble")).to_have_text(["hello", REPLY, "second", REPLY])
    expect(talking.find(".pending")).to_have_count(0)
    assert shopper_lines(standin) == ["hello", "second"]


def test_what_was_said_while_the_connection_was_down_arrives_later(talking: Chat, standin: StandIn) -> None:
    standin.down()
    standin.talk.say("agent", "I am here.")
    standin.up()
    expect(talking.find(".message .bubble")).to_have_text(["hello", REPLY, "I am here."])


def test_a_message_written_offline_is_sent_once_when_the_network_is_back(
    talking: Chat, standin: StandIn, context: Any
) -> None:
    context.set_offline(True)
    talking.say("second")
    expect(talking.banner).to_contain_text("You are offline.")
    context.set_offline(False)
    expect(talking.find(".message .bubble")).to_have_text(["hello", REPLY, "second", REPLY])
    assert shopper_lines(standin) == ["hello", "second"]


def test_a_message_written_offline_survives_a_new_page(talking: Chat, standin: StandIn, context: Any) -> None:
    standin.down()
    talking.say("second").find(".pending").wait_for()
    talking.page.reload()
    standin.up()
    talking.open()
    expect(talking.find(".message .bubble")).to_have_text(["hello", REPLY, "second", REPLY])


def test_the_banner_goes_when_the_connection_is_back(talking: Chat, standin: StandIn) -> None:
    told = talking.follow(".banner")
    standin.down()
    expect(talking.banner).to_contain_text("The connection dropped.")
    standin.up()
    expect(talking.banner).to_be_empty()
    assert told()[-2:] == ["You are connected again.", ""]


def test_an_answer_lost_on_its_way_does_not_double_the_message(talking: Chat, standin: StandIn) -> None:
    standin.lose_next_answer = True
    talking.say("second")
    expect(talking.find(".message .bubble")).to_have_text(["hello", REPLY, "second", REPLY])
    expect(talking.find(".pending")).to_have_count(0)
    assert shopper_lines(standin) == ["hello", "second"]


def test_two_messages_in_quick_succession_keep_their_order(chat: Chat, standin: StandIn) -> None:
    standin.hold()
    chat.open().say("first").say("second").say("third")
    standin.let_go()
    chat.text(REPLY).nth(2).wait_for()
    assert shopper_lines(standin) == ["first", "second", "third"]


def test_on_a_slow_network_a_message_stands_there_at_once(talking: Chat, standin: StandIn) -> None:
    standin.hold()
    talking.say("second")
    expect(talking.find(".pending")).to_contain_text("Sending")
    standin.let_go()
    expect(talking.find(".pending")).to_have_count(0)


def test_too_many_requests_are_waited_out(talking: Chat, standin: StandIn) -> None:
    standin.refuse_next = 429
    talking.say("second")
    expect(talking.find(".message .bubble")).to_have_text(["hello", REPLY, "second", REPLY])


def test_a_conversation_the_server_forgot_becomes_a_new_one_with_the_message_in_it(
    talking: Chat, standin: StandIn
) -> None:
    standin.forget()
    talking.say("second")
    expect(talking.find(".message .bubble")).to_have_text(["second", REPLY])
    assert shopper_lines(standin) == ["second"]


def test_a_message_the_server_will_never_take_can_be_edited(talking: Chat, standin: StandIn) -> None:
    standin.refuse_next = 400
    talking.say("second")
    talking.button("Edit").click()
    expect(talking.field).to_have_value("second")
    expect(talking.find(".refused")).to_have_count(0)


def test_a_text_that_is_too_long_is_said_to_be(chat: Chat) -> None:
    chat.open()
    chat.page.evaluate("document.querySelector('parcel-chat').send('x'.repeat(2001))")
    expect(chat.find(".refused")).to_contain_text("This message is too long.")


def test_a_page_before_the_first_message_opens_no_conversation(chat: Chat, standin: StandIn) -> None:
    chat.open()
    assert standin.talks == {}


def test_an_identity_the_shop_vouches_for_goes_with_the_new_conversation(chat: Chat, standin: StandIn) -> None:
    identity = {"email": "mia@example.com", "signature": "s"}
    chat.page.route("**/whoami", lambda route: route.fulfill(json=identity))
    chat.page.evaluate("document.querySelector('parcel-chat').setAttribute('identity-url', '/whoami')")
    chat.open().say("hello").text(REPLY).wait_for()
    assert standin.talk.identity == identity


def test_a_chat_that_could_not_be_fetched_says_so_and_can_be_opened_later(chat: Chat) -> None:
    chat.page.route("**/widget/**/chat*.js", lambda route: route.abort())
    chat.page.locator("parcel-chat .launcher").click()
    expect(chat.find(".trouble")).to_contain_text("The chat did not load.")
    chat.page.unroute("**/widget/**/chat*.js")
    chat.open()
    expect(chat.find(".trouble")).to_be_empty()


def test_an_assistant_that_cannot_be_reached_from_the_start_gets_the_message_later(
    chat: Chat, standin: StandIn
) -> None:
    chat.open()
    standin.down()
    chat.say("hello")
    expect(chat.banner).to_contain_text("The connection dropped.")
    standin.up()
    expect(chat.find(".message .bubble")).to_have_text(["hello", REPLY])


def test_an_answer_to_a_conversation_that_was_started_over_is_not_shown_in_the_new_one(
    talking: Chat, standin: StandIn
) -> None:
    standin.hold()
    with talking.page.expect_request("**/messages"):
        talking.say("second")
    talking.menu("Start over").choose("Start a new chat")
    talking.find(".welcome").wait_for()
    talking.say("third")
    standin.let_go()
    expect(talking.find(".message .bubble")).to_have_text(["third", REPLY])
    talking.page.reload()
    talking.open()
    expect(talking.find(".message .bubble")).to_have_text(["third", REPLY])
