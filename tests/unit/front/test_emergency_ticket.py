"""The ticket that is opened without the assistant."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from parcelbot.core.cases.conversation import Author, Conversation, ConversationState, Message
from parcelbot.front.emergency_ticket import Rescue
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import FakeTickets, services

HERE = Conversation("c-1", ConversationState.BOT, 2, NOW)
WORDS = Message("c-1", 1, Author.SHOPPER, NOW, "my parcel is crushed")
PHOTO = Message("c-1", 2, Author.SHOPPER, NOW, attachment={"attachment_id": "a-1", "name": "box.jpg"})


def test_what_was_said_and_sent_goes_into_the_ticket() -> None:
    draft = Rescue(services).open(HERE, [WORDS, PHOTO]).ticket.draft
    assert [(line.author, line.text) for line in draft.transcript] == [
        ("shopper", "my parcel is crushed"),
        ("shopper", "[file: box.jpg]"),
    ]
    assert draft.attachments == ("a-1",)


def test_a_ticket_that_is_there_is_added_to_and_the_shopper_hears_so() -> None:
    tickets = FakeTickets()
    first = Rescue(lambda: services(tickets=tickets)).open(HERE, [WORDS])
    again = Rescue(lambda: services(tickets=tickets)).open(HERE, [WORDS, PHOTO])
    assert (first.response, again.response) == ("utter_ticket_opened", "utter_ticket_updated")
    assert list(tickets.kept) == [first.ticket.reference] == [again.ticket.reference]


def test_a_promise_that_was_not_kept_is_admitted() -> None:
    tickets, later = FakeTickets(), NOW + timedelta(days=9)
    Rescue(lambda: services(tickets=tickets)).open(HERE, [WORDS])
    assert Rescue(lambda: services(tickets=tickets, now=later)).open(HERE, [WORDS]).response == (
        "utter_ticket_updated_overdue"
    )


def test_the_promise_is_told_by_the_clock_of_the_shoppers_browser() -> None:
    rescued = Rescue(services).open(replace(HERE, time_zone="Asia/Tokyo"), [WORDS])
    assert (rescued.clock.now.hour, rescued.clock.own) == (21, True)
