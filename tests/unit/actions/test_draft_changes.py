"""A case that is shown and asked about: what is a yes to it, what changes it, and what only holds it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.cases.tickets import TicketDraft
from parcelbot.knowledge.loading import load_knowledge
from tests.unit.actions.talk import ROOT, Chat, kept, of_the_shop
from tests.unit.usecases.fakes import FakeTickets

KNOWLEDGE = load_knowledge(ROOT / "knowledge")


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
    ],
)
def test_a_yes_sends_however_kind_it_is(text: str, intent: str) -> None:
    conversation = shown()
    conversation.says(text, intent)
    assert len(tickets_of(conversation)) == 1
