"""Agents at the same case, and dialogues that were open when one of them came."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import requests

from parcelbot.core.cases.tickets import Ticket
from tests.integration.handover.people import Colleague, Customer, until
from tests.integration.website.shopper import in_parallel
from tests.support.stack import Stack

MISSING = "YT2632500000000151 says delivered but it isn't here"


def test_of_two_agents_who_claim_at_the_same_moment_one_has_the_case(
    arrive: Callable[[], Customer], ana: Colleague, ben: Colleague, tickets: Callable[[Customer], list[Ticket]]
) -> None:
    shopper = arrive().reaches_the_preview()
    reference = shopper.hands_over()
    in_parallel([lambda: ana.claims(reference), lambda: ben.claims(reference)] * 3)
    (ticket,) = tickets(shopper)
    owner, other = (ana, ben) if ticket.assignee == ana.email else (ben, ana)
    assert "You have this case" in owner.page(reference)
    assert f"Take over from {owner.email.partition('@')[0].capitalize()}" in other.page(reference)
    assert sum("has joined the chat" in text for text in shopper.texts()) == 1


def test_who_was_slower_cannot_reply_over_the_other(
    arrive: Callable[[], Customer], ana: Colleague, ben: Colleague
) -> None:
    shopper = arrive().reaches_the_preview()
    reference = shopper.hands_over()
    ana.claims(reference)
    refused = ben.replies(reference, "Hello from Ben")
    assert (refused.status_code, "Ana has this case now" in refused.text) == (409, True)
    assert "Hello from Ben" not in shopper.texts()


def test_a_checklist_that_was_open_when_an_agent_came_is_not_taken_up_again(
    arrive: Callable[[], Customer], ana: Colleague, stack: Stack
) -> None:
    shopper = arrive().reaches_the_preview()
    reference = shopper.hands_over()
    shopper.ask(MISSING, answers=3)
    assert until(lambda: open_question(stack, shopper))["asked"] == "check"
    ana.claims(reference)
    ana.replies(reference, "I have found it.")
    ana.solves(reference)
    seq = shopper.send("no").json()["seq"]
    until(lambda: [m for m in shopper.messages(seq) if m["author"] == "bot"])
    assert open_question(stack, shopper).get("asked") != "check"


def test_what_was_said_to_a_person_is_not_answered_by_the_bot_afterwards(
    arrive: Callable[[], Customer], ana: Colleague
) -> None:
    shopper = arrive().reaches_the_preview()
    reference = shopper.hands_over()
    ana.claims(reference)
    shopper.send("where is YT2632500000000121?")
    ana.replies(reference, "On its way.")
    ana.releases(reference)
    shopper.ask("hello")
    heard = [message for message in shopper.messages() if (message["card"] or {}).get("kind") == "tracking"]
    assert len(heard) == 1


def open_question(stack: Stack, shopper: Customer) -> dict[str, Any]:
    """What the assistant asked last; {} for nothing."""
    tracker = requests.get(f"{stack.url('rasa')}/conversations/{shopper.conversation_id}/tracker", timeout=60)
    return dict((tracker.json()["slots"]["dialogue"] or {}).get("open") or {})
