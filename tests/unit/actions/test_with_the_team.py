"""A case that the team has: what is added is named, what has come takes it back, and a mere exclamation is neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.unit.actions.talk import MONDAY, Chat, kept, of_the_shop, real_knowledge
from tests.unit.usecases.fakes import FakeTickets

KNOWLEDGE = real_knowledge()
#: Two weeks of silence after the day that a first answer names.
LATE = MONDAY + timedelta(days=14)


def sent() -> Chat:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.gives_order()
    conversation.says("nothing moves", "tracking_not_updating")
    conversation.says("a person please", "talk_to_human")
    conversation.says("yes, send it", "affirm")
    return conversation


def test_what_is_added_is_named_in_one_line() -> None:
    told = sent().says("I forgot to say that the seal was torn", "out_of_scope").text
    assert told.startswith("Added to your case KT-")
    assert "“the seal was torn”" in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("It's come! cancel all that, it stood at the back door", "cancel_order"),
        ("they have just come, the bell rang a minute ago", "provide_details"),
    ],
)
def test_what_has_come_takes_the_case_back(text: str, intent: str) -> None:
    conversation = sent()
    told = conversation.says(text, intent).text
    assert "I've taken your case" in told
    assert "added" not in told.casefold()


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Friday?! It's only Tuesday!", "complaint"),
        ("I was promised a Friday once already", "complaint"),
        ("ok. thank you. sorry for being so rude", "complaint"),
        ("Thanks a lot for your help. Have a lovely evening.", "thanks"),
    ],
)
def test_exclamations_and_thanks_are_no_part_of_a_case(text: str, intent: str) -> None:
    told = sent().says(text, intent).text
    assert "dded" not in told
    assert "can't see" not in told


@pytest.mark.parametrize("text", ["told you so", "you said Friday, it's Sunday now", "did you just invent that date?"])
def test_a_day_that_passed_is_admitted_and_no_other_named(text: str) -> None:
    conversation = sent_to_nobody()
    told = conversation.says(text, "complaint").text
    assert "that day came and went" in told
    assert "Shall a person" in told or "pass this to a person" in told


def sent_to_nobody() -> Chat:
    conversation = Chat(replace(of_the_shop(tickets=kept(), now=LATE), knowledge=KNOWLEDGE))
    conversation.asks_where()
    return conversation


def test_who_is_unsafe_at_the_old_address_goes_to_a_person_as_urgent() -> None:
    conversation = Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))
    conversation.gives_order()
    conversation.says("I moved out, send it elsewhere", "change_address")
    told = conversation.says(
        "my husband lives there and he must not find out where I live", "change_address", second="old_address"
    ).text
    assert "That comes first" in told
    assert "ask them to take it" not in told
    conversation.sends_it()
    assert isinstance(conversation.use_cases.tickets, FakeTickets)
    assert {ticket.draft.priority.value for ticket in conversation.use_cases.tickets.kept.values()} == {"urgent"}
