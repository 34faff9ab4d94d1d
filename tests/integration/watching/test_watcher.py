"""Promises are kept: by the tables' own answer, in the chat, once, and with an apology where nobody can tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from parcelbot.core.cases.conversation import ConversationState
from parcelbot.core.parcel.shipment import Checkpoint, Status, Substatus
from parcelbot.core.watching.watch import WatchEnd
from parcelbot.store.cases.tickets import SqlTicketStore
from tests.integration.watching.world import CHAT, NOON, NUMBER, World, day, parcel, scan, van


def test_a_push_becomes_a_message_with_the_tables_answer_and_the_card(world: World) -> None:
    world.watches_for()
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, van()))
    world.works()
    (message,) = world.said()
    assert "it's out for delivery today" in message.text
    assert message.answer is not None
    assert message.answer["table"] == "out_for_delivery"
    assert message.card is not None
    assert message.card["number"] == NUMBER
    assert message.text.startswith(message.card["text"])


def test_the_same_push_again_and_an_older_one_write_nothing_more(world: World) -> None:
    world.watches_for()
    news = parcel(Status.OUT_FOR_DELIVERY, van())
    for pushed in (news, news, parcel(), news):
        world.pushed(pushed)
        world.works()
    assert len(world.said()) == 1


def test_a_depot_is_not_written_about_and_a_scan_after_days_of_silence_is(world: World) -> None:
    world.watches_for()
    moved = scan(Substatus.IN_TRANSIT_ARRIVAL, NOON, "Arrived at destination country")
    world.pushed(parcel(Status.IN_TRANSIT, moved))
    world.works()
    depot = scan(Substatus.IN_TRANSIT_OTHER, NOON + timedelta(hours=20), "Processed at sorting centre")
    world.advance(hours=22)
    world.pushed(parcel(Status.IN_TRANSIT, depot, moved, at=world.now))
    world.works()
    (message,) = world.said()
    assert "it's moving" in message.text


def test_delivery_is_told_and_ends_it(world: World) -> None:
    world.watches_for()
    world.pushed(parcel(Status.DELIVERED, scan(Substatus.DELIVERED_OTHER, text="Delivered")))
    world.works()
    assert "marked as delivered" in world.said()[-1].text
    assert world.watch().end is WatchEnd.ARRIVED


def test_at_night_nobody_is_written_to_and_in_the_morning_they_are(world: World) -> None:
    world.watches_for()
    world.now = datetime(2026, 11, 25, 23, tzinfo=timezone.utc)
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, van(world.now), at=world.now))
    world.works()
    assert world.said() == []
    world.advance(hours=9)
    world.works()
    assert len(world.said()) == 1


def test_a_day_that_passes_in_silence_brings_the_new_answer_and_its_day(world: World) -> None:
    world.watches_for(promised=day(1))
    world.now = datetime(2026, 11, 26, 17, tzinfo=timezone.utc)
    world.pushed(parcel(at=world.now))  # looked at just now, and nothing is new
    world.works()
    (message,) = world.said()
    assert message.text.count("Thu 26 November") >= 1
    assert "no news of your parcel yet" in message.text
    assert message.answer is not None
    assert message.answer["table"] == "in_transit"
    assert world.watch().order.promised is not None
    assert world.watch().order.promised > day(1)


def test_a_day_after_which_the_tables_want_a_person_opens_the_case_and_one_tap_takes_it_back(world: World) -> None:
    old = Checkpoint(NOON - timedelta(days=40), "Departed", "Shanghai, CN", Substatus.IN_TRANSIT_DEPARTURE)
    world.pushed(replace(parcel(), checkpoints=(old,)))
    world.watches_for(promised=day(0))
    world.now = datetime(2026, 11, 25, 17, tzinfo=timezone.utc)
    world.pushed(replace(parcel(at=world.now), checkpoints=(old,)), synced_at=world.now)
    world.works()
    message = world.said()[-1]
    (ticket,) = SqlTicketStore(world.engine).of_conversation(CHAT)
    assert ticket.reference in message.text
    assert [(c.title, c.payload) for c in message.choices] == [("Take it back", '/notify_me{"news":"stop_case"}')]
    assert world.ledger.conversation(CHAT).state is ConversationState.REQUESTED
    world.works()
    assert len(world.said()) == 1


def test_a_provider_that_was_silent_for_a_day_gets_an_honest_apology(world: World) -> None:
    world.watches_for(promised=day(1))
    world.now = datetime(2026, 11, 26, 17, tzinfo=timezone.utc)
    world.works()
    assert world.said() == []
    for _ in range(30):
        world.advance(minutes=10)
        world.works()
    (message,) = world.said()
    assert "I have to apologise" in message.text
    assert world.watch().order.promised == day(2)


def test_a_watch_that_cannot_be_judged_does_not_hold_up_the_others(world: World) -> None:
    world.watches_for("c-1")
    world.watches_for("c-2", number="LP00999999999999")
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, van()))
    world.pushed(parcel(Status.OUT_FOR_DELIVERY, van(), number="LP00999999999999"))
    worker = world.worker()
    known = worker.parcels.shipment

    def breaks(number: str) -> object:
        if number == NUMBER:
            raise ValueError("a shipment that cannot be read")
        return known(number)

    object.__setattr__(worker.parcels, "shipment", breaks)
    worker.step()
    assert [len(world.said(chat)) for chat in ("c-1", "c-2")] == [0, 1]
    world.advance(minutes=11)
    world.works()
    assert len(world.said("c-1")) == 1
