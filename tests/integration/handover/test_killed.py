"""Each process is killed while cases are at every step of a hand-over: nothing is lost, nothing doubled."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
import requests

from parcelbot.core.cases.tickets import Ticket
from tests.integration.handover.people import STUCK, Colleague, Customer, new_echo_id, until
from tests.integration.handover.test_helpdesk_down import comments, copies
from tests.integration.website.shopper import in_parallel
from tests.support.stack import Stack
from tests.support.vendors.zendesk import ZendeskServer

IN_FLIGHT_S = 0.4
QUESTION, REPLY, ANSWER = "are you still there?", "I am looking at it right now.", "It is with your neighbour."


@dataclass
class Aftermath:
    """The cases by the step they were at when a process was killed, and the references they came to have."""

    cases: dict[str, Customer]
    references: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module", params=["rasa", "actions", "web", "worker"])
def aftermath(
    request: pytest.FixtureRequest,
    stack: Stack,
    arrive: Callable[[], Customer],
    ana: Colleague,
    ben: Colleague,
) -> Aftermath:
    after = Aftermath({step: arrive() for step in ("before", "opening", "claimed", "replying", "solving")})
    in_parallel([case.reaches_the_preview for case in after.cases.values()])
    for step, agent in (("claimed", ana), ("replying", ana), ("solving", ben)):
        after.references[step] = after.cases[step].hands_over()
        assert agent.claims(after.references[step]).ok
    assert ben.replies(after.references["solving"], ANSWER).ok
    _interrupt(after, stack, request.param, ana, ben)
    return after


def _interrupt(after: Aftermath, stack: Stack, process: str, ana: Colleague, ben: Colleague) -> None:
    """Kill a process in the middle of everything; afterwards people do again what did not get through."""
    question, reply = new_echo_id(), new_echo_id()
    doings = [
        lambda: after.cases["claimed"].send(QUESTION, question),
        lambda: ana.replies(after.references["replying"], REPLY, reply),
        lambda: ben.solves(after.references["solving"]),
    ]
    requests.post(f"{stack.url('sandbox')}/sandbox/faults", json={"mode": "slow", "times": 1}, timeout=60)
    after.cases["opening"].presses("Yes, send it")
    time.sleep(IN_FLIGHT_S)
    in_parallel([*map(_perhaps, doings), lambda: stack.kill(process)])
    stack.restart(process)
    for doing in doings:
        assert doing().status_code in (200, 202, 303)
    after.cases["before"].presses("Yes, send it")
    for step in ("before", "opening"):
        after.references[step] = _gets_through(after.cases[step])
    after.cases["solving"].hears("has closed your case")


def _perhaps(doing: Callable[[], requests.Response]) -> Callable[[], None]:
    def attempt() -> None:
        with suppress(requests.RequestException):
            doing()

    return attempt


def _gets_through(shopper: Customer) -> str:
    """Press what leads to a person until the case has a reference."""

    def look() -> str:
        for title in ("Pass it to a person", "Yes, send it"):
            if choice := shopper.offered(title):
                shopper.press(choice)
        return shopper.reference()

    return until(look)


def test_every_case_has_exactly_one_ticket(aftermath: Aftermath, tickets: Callable[[Customer], list[Ticket]]) -> None:
    held = {step: [ticket.reference for ticket in tickets(case)] for step, case in aftermath.cases.items()}
    assert held == {step: [reference] for step, reference in aftermath.references.items()}


def test_what_was_said_is_all_there_in_order(aftermath: Aftermath) -> None:
    for case in aftermath.cases.values():
        said = case.messages()
        assert [message["seq"] for message in said] == list(range(1, len(said) + 1))
        assert case.texts("shopper")[:2] == [STUCK, "Yes, please"]


def test_the_ticket_has_everything_that_was_said_before_it(
    aftermath: Aftermath, tickets: Callable[[Customer], list[Ticket]]
) -> None:
    for case in aftermath.cases.values():
        (ticket,) = tickets(case)
        transcript = [line.text for line in ticket.draft.transcript if line.author == "shopper"]
        assert transcript == case.texts("shopper")[: len(transcript)]
        assert transcript[-1] in ("Yes, send it", "Pass it to a person")


def test_nothing_was_said_twice(aftermath: Aftermath) -> None:
    for step in ("claimed", "replying", "solving"):
        assert [text for text, times in Counter(aftermath.cases[step].texts()).items() if times > 1] == []


def test_what_agents_and_shoppers_were_saying_got_through(aftermath: Aftermath) -> None:
    assert aftermath.cases["claimed"].texts("shopper")[-1] == QUESTION
    assert aftermath.cases["replying"].texts("agent") == [REPLY]
    assert aftermath.cases["solving"].texts("agent") == [ANSWER]


def test_the_reference_was_told_once(aftermath: Aftermath) -> None:
    for step, case in aftermath.cases.items():
        told = [text for text in case.texts("bot") if aftermath.references[step] in text]
        assert len([text for text in told if "first answer by" in text or "I've added this" in text]) == 1


def test_the_helpdesk_has_each_case_once_with_every_word(aftermath: Aftermath, helpdesk: ZendeskServer) -> None:
    for reference in aftermath.references.values():
        assert len(until(lambda reference=reference: copies(helpdesk, reference))) == 1
    for step, words in (("claimed", QUESTION), ("replying", REPLY), ("solving", ANSWER)):
        reference = aftermath.references[step]
        said = until(lambda r=reference, w=words: [c for c in comments(helpdesk, r) if w in c])
        assert len(said) == 1


def test_a_solved_case_is_the_bots_again(aftermath: Aftermath) -> None:
    case = aftermath.cases["solving"]
    seq = case.send("thank you!").json()["seq"]
    assert until(lambda: [m for m in case.messages(seq) if m["author"] == "bot"])
