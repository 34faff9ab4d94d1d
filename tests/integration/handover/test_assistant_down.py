"""The action server is gone and stays gone: a person is still one press away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from parcelbot.core.cases.tickets import Ticket
from tests.integration.handover.people import STUCK, Colleague, Customer, until
from tests.support.stack import Stack


@pytest.fixture(scope="module")
def without_actions(stack: Stack) -> Iterator[None]:
    stack.kill("actions")
    yield
    if "actions" not in stack.processes:
        stack.restart("actions")


@pytest.fixture(scope="module")
def rescued(without_actions: None, arrive: Callable[[], Customer]) -> Customer:
    shopper = arrive()
    shopper.send(STUCK)
    shopper.presses("Pass it to a person")
    shopper.told_reference()
    return shopper


def test_one_press_opens_a_ticket_with_all_that_was_said(
    rescued: Customer, tickets: Callable[[Customer], list[Ticket]]
) -> None:
    (ticket,) = tickets(rescued)
    said = [line.text for line in ticket.draft.transcript if line.author == "shopper"]
    assert (ticket.draft.issue, said) == ("assistant_down", [STUCK, "Pass it to a person"])


def test_reference_and_promise_are_told_once(rescued: Customer, tickets: Callable[[Customer], list[Ticket]]) -> None:
    (ticket,) = tickets(rescued)
    told = [message for message in rescued.messages() if ticket.reference in message["text"]]
    assert [message["card"]["promise"].startswith("Answer by ") for message in told] == [True]


def test_an_agent_answers_as_in_any_other_case(rescued: Customer, ana: Colleague) -> None:
    reference = rescued.reference()
    ana.claims(reference)
    ana.replies(reference, "I am looking after it.")
    assert rescued.hears("I am looking after it.")["agent"] == "Ana"


def test_when_the_assistant_is_back_it_does_not_ask_for_what_was_passed_on(
    rescued: Customer, ana: Colleague, stack: Stack, tickets: Callable[[Customer], list[Ticket]]
) -> None:
    stack.restart("actions")
    ana.solves(rescued.reference())
    seq = rescued.send("thank you!").json()["seq"]
    answer = until(lambda: [m for m in rescued.messages(seq) if m["author"] == "bot"])
    assert "e-mail" not in answer[0]["text"]
    assert len(tickets(rescued)) == 1
