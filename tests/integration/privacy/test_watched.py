"""Promises to write are a shopper's data: exported, erased and forgotten with the rest."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

from parcelbot.core.questions import Question
from parcelbot.core.watching.browsers import BrowserAddress
from parcelbot.core.watching.seen import SeenParcel
from parcelbot.core.watching.watch import MailConsent, Watch, WatchEnd, WatchOrder
from parcelbot.store.watching.browsers import SqlBrowsers
from parcelbot.store.watching.keeping import SqlWatches
from tests.integration.privacy.world import ANA, BO, PARCEL, World


def watched(world: World, chat: str, email: str, number: str = PARCEL) -> Watch:
    order = WatchOrder(number, Question.WHERE_IS_MY_ORDER, "t/r", "s", SeenParcel(), email=email, vouched=True)
    store = SqlWatches(world.engine, lambda _: world.now)
    store.begin(f"W-{chat}", chat, order)
    (watch,) = store.of_conversation(chat)
    return watch


def test_they_go_with_the_shopper(world: World) -> None:
    world.talk("a", "tell me when it moves", ANA)
    watched(world, "a", ANA)
    world.privacy.erase(ANA, "boss@shop.example")
    assert set(world.rows()) <= {"audit"}
    assert ANA not in world.everything()
    assert PARCEL not in world.everything()


def test_an_address_given_for_news_finds_the_conversation(world: World) -> None:
    world.talk("a", "tell me when it moves")
    watched(world, "a", ANA)
    world.privacy.erase(ANA, "boss@shop.example")
    assert "watches" not in world.rows()


def test_an_address_in_somebody_elses_watch_is_taken_out_of_it(world: World) -> None:
    world.talk("b", BO)
    watched(world, "b", BO)
    store = SqlWatches(world.engine, lambda _: world.now)
    store.give_address("b", ANA, vouched=False)
    world.talk("a", ANA)
    world.privacy.erase(ANA, "boss@shop.example")
    (watch,) = store.of_conversation("b")
    assert (watch.order.email, watch.consent) == ("", MailConsent.NONE)
    assert ANA not in world.everything()


def test_they_are_exported_with_the_consent(world: World) -> None:
    world.talk("a", ANA)
    watched(world, "a", ANA)
    pack = zipfile.ZipFile(io.BytesIO(world.privacy.export(ANA, "boss@shop.example")))
    (watch,) = json.loads(pack.read("data.json"))["watched_parcels"]
    assert (watch["number"], watch["email"], watch["consent"]) == (PARCEL, ANA, "vouched")
    assert watch["consent_at"]
    assert "due_at" not in watch


def test_a_conversation_with_a_promise_outlives_its_time_until_the_promise_ends(world: World) -> None:
    world.talk("a", "tell me when it moves")
    watch = watched(world, "a", "")
    world.now += timedelta(days=400)
    world.retention().run()
    assert "watches" in world.rows()
    SqlWatches(world.engine, lambda _: world.now).stop([watch.id], WatchEnd.TOO_LONG)
    world.retention().run()
    assert "watches" not in world.rows()


def test_browsers_that_are_notified_are_exported_and_erased(world: World) -> None:
    world.talk("a", ANA)
    watched(world, "a", ANA)
    phone = BrowserAddress("https://fcm.googleapis.com/fcm/send/phone", "point", "secret")
    SqlBrowsers(world.engine).add("a", phone, world.now)
    pack = zipfile.ZipFile(io.BytesIO(world.privacy.export(ANA, "boss@shop.example")))
    (browser,) = json.loads(pack.read("data.json"))["notified_browsers"]
    assert (browser["endpoint"], bool(browser["agreed_at"])) == (phone.endpoint, True)
    world.privacy.erase(ANA, "boss@shop.example")
    assert "browsers" not in world.rows()
