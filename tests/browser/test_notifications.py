"""After a promise to write, and only then, the widget offers the browser's notifications; a real worker shows them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.chat import Chat
from tests.browser.standin import StandIn

expect = pytest.importorskip("playwright.sync_api").expect

PROMISED = {"table": "news", "row": "promised_dated", "source": "house-rules: Beside the plan"}
#: Push services are not reached from a test; everything up to their answer is the browser's own.
_SUBSCRIBES = """
PushManager.prototype.subscribe = async function (options) {
  const told = {endpoint: 'https://fcm.googleapis.com/fcm/send/phone', keys: {p256dh: 'p', auth: 'a'}}
  return {toJSON: () => ({...told, asked: options.applicationServerKey}), unsubscribe: async () => true}
}
"""


@pytest.fixture
def asked(context: Any, shop_url: str, standin: StandIn) -> Chat:
    """A chat in a browser that takes notifications, with something said."""
    context.add_init_script(_SUBSCRIBES)
    context.grant_permissions(["notifications"], origin=shop_url)
    chat = Chat.visit(context, shop_url).open()
    chat.say("hello")
    expect(chat.page.locator("parcel-chat .message.bot").first).to_be_visible()
    return chat


def offer(chat: Chat) -> Any:
    return chat.page.locator("parcel-chat .sheet", has_text="Notify you here?")


def until(chat: Chat, standin: StandIn) -> None:
    for _ in range(100):
        if standin.talk.notified:
            return
        chat.page.wait_for_timeout(100)


def test_it_is_offered_after_a_promise_and_kept_after_a_yes(asked: Chat, standin: StandIn) -> None:
    expect(offer(asked)).to_have_count(0)
    standin.talk.say("bot", "Yes, gladly.", answer=PROMISED)
    expect(offer(asked)).to_be_visible()
    assert standin.talk.notified == []
    asked.page.get_by_role("button", name="Yes, notify me").click()
    until(asked, standin)
    (browser,) = standin.talk.notified
    assert browser["endpoint"] == "https://fcm.googleapis.com/fcm/send/phone"
    expect(asked.page.locator("parcel-chat .sheet")).to_contain_text("Done, it will.")
    assert asked.troubles == []


def test_a_no_is_taken_and_it_is_not_asked_again(asked: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", "Yes, gladly.", answer=PROMISED)
    asked.page.get_by_role("button", name="No, thanks").click()
    expect(offer(asked)).to_have_count(0)
    standin.talk.say("bot", "Yes, that one too.", answer=PROMISED)
    expect(asked.page.get_by_text("Yes, that one too.")).to_be_visible()
    asked.page.wait_for_timeout(500)
    expect(offer(asked)).to_have_count(0)
    assert standin.talk.notified == []


def test_another_answer_about_news_offers_nothing(asked: Chat, standin: StandIn) -> None:
    standin.talk.say("bot", "It has arrived.", answer={**PROMISED, "row": "delivered"})
    expect(asked.page.get_by_text("It has arrived.")).to_be_visible()
    asked.page.wait_for_timeout(500)
    expect(offer(asked)).to_have_count(0)


def test_a_page_without_a_worker_tells_its_time_zone_and_asks_nothing(asked: Chat, standin: StandIn) -> None:
    asked.page.evaluate("document.querySelector('parcel-chat').removeAttribute('push-worker')")
    standin.talk.say("bot", "Yes, gladly.", answer=PROMISED)
    for _ in range(100):
        if standin.talk.time_zone:
            break
        asked.page.wait_for_timeout(100)
    assert standin.talk.time_zone
    expect(offer(asked)).to_have_count(0)


def test_the_worker_shows_what_is_pushed(asked: Chat, standin: StandIn, shop_url: str) -> None:
    standin.talk.say("bot", "Yes, gladly.", answer=PROMISED)
    asked.page.get_by_role("button", name="Yes, notify me").click()
    until(asked, standin)
    session = asked.page.context.new_cdp_session(asked.page)
    registrations: list[Any] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: registrations.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    asked.page.wait_for_timeout(500)
    told = {"title": "News of your parcel", "body": "On the van", "url": "/", "tag": "W-1", "lang": "en"}
    push = {"origin": shop_url, "registrationId": registrations[0]["registrationId"], "data": json.dumps(told)}
    session.send("ServiceWorker.deliverPushMessage", push)
    asked.page.wait_for_timeout(500)
    shown = asked.page.evaluate(
        "async () => (await (await navigator.serviceWorker.getRegistrations())[0].getNotifications())"
        ".map(({title, body, tag}) => ({title, body, tag}))"
    )
    assert shown == [{"title": "News of your parcel", "body": "On the van", "tag": "W-1"}]
