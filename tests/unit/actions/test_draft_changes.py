"""A case that is shown and asked about: what is a yes to it, what changes it, and what only holds it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.cases.tickets import TicketDraft
from tests.unit.actions.talk import Chat, entity, kept, of_the_shop, real_knowledge
from tests.unit.usecases.fakes import FakeTickets

KNOWLEDGE = real_knowledge()


def shown(issue: str = "tracking_not_updating", said: str = "nothing moves") -> Chat:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.gives_order()
    conversation.says(said, issue)
    conversation.says("a person please", "talk_to_human")
    return conversation


def tickets_of(conversation: Chat) -> list[TicketDraft]:
    assert isinstance(conversation.use_cases.tickets, FakeTickets)
    return [ticket.draft for ticket in conversation.use_cases.tickets.kept.values()]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("send it. oh no wait, mention my dog", "affirm"),
        ("Yes, send. Hang on, I have to tell my wife first", "affirm"),
        ("yes. hold on", "affirm"),
        ("ja, warte", "affirm"),
    ],
)
def test_nothing_is_sent_on_a_yes_that_is_held_back(text: str, intent: str) -> None:
    conversation = shown()
    conversation.says(text, intent)
    assert not tickets_of(conversation)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wait... ok, send it", "affirm"),
        ("That looks fine to me, thank you for your patience with me", "thanks"),
        ("looks right to us. cheers", "thanks"),
        ("send", "affirm"),
        ("yes please send it, I can't wait", "affirm"),
        ("a moment ago I found my e-mail. send it", "affirm"),
    ],
)
def test_a_yes_sends_however_kind_it_is(text: str, intent: str) -> None:
    conversation = shown()
    conversation.says(text, intent)
    assert len(tickets_of(conversation)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "that's the wrong email",
        "there's a digit missing in my email",
        "not that mail, it's my old one",
        "the e-mail is a typo",
    ],
)
def test_a_wrong_email_is_asked_for_anew_and_the_new_one_takes_its_place(text: str) -> None:
    conversation = shown()
    assert "Which e-mail shall I put in instead?" in conversation.says(text, "out_of_scope").text
    conversation.says("tom@example.org", "provide_details", entity("email", "tom@example.org"))
    assert not conversation.dialogue.notes
    assert conversation.sends_it().email == "tom@example.org"


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("please add that my bell is broken", "my bell is broken"),
        ("Can you put that I rang the depot on Friday", "I rang the depot on Friday"),
        ("send. no wait. put in that the dog bites couriers", "the dog bites couriers"),
        ("I forgot to say that the lift is out of order", "the lift is out of order"),
    ],
)
def test_what_is_added_is_the_thing_and_not_the_command(text: str, added: str) -> None:
    conversation = shown()
    assert f"“{added}”" in conversation.says(text, "out_of_scope").text
    assert conversation.dialogue.notes == (added,)
    assert not tickets_of(conversation)


def test_what_comes_with_the_yes_is_put_in_and_sent() -> None:
    conversation = shown()
    conversation.says("yes, and tell them I leave for work at six", "affirm", second="ask_carrier_for_me")
    assert conversation.dialogue.notes == ("I leave for work at six",)
    assert len(tickets_of(conversation)) == 1


def test_a_second_parcel_is_asked_for_by_its_number_and_nothing_is_missing() -> None:
    conversation = shown()
    told = conversation.says("there are two parcels, you have only one in it", "item_missing").text
    assert "number of the other parcel" in told
    assert conversation.sends_it().issue == "tracking_not_updating"


def test_who_only_asks_us_to_wait_adds_nothing() -> None:
    conversation = shown()
    told = conversation.says("wait a moment, I look in the cellar first", "out_of_scope").text
    assert "Added" not in told
    assert not conversation.dialogue.notes


def test_what_is_not_so_keeps_the_sentence_that_says_what_is() -> None:
    conversation = shown()
    conversation.says("It is not delayed. It is GONE.", "complaint", second="misread")
    assert "GONE" in conversation.dialogue.notes[0]


def test_a_condition_drops_no_case() -> None:
    told = (
        shown().says("how long do they need, and if it is a month then don't bother", "deny", second="when_reply").text
    )
    assert "haven't sent" not in told


def test_another_name_for_the_problem_is_put_in_whatever_it_asks_besides() -> None:
    conversation = shown()
    conversation.says("Why is it called slow? It isn't slow, it's lost.", "why", second="how_sure")
    assert "lost" in conversation.dialogue.notes[0]
