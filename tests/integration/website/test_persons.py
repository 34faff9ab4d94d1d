"""A person comes and goes: what the bot drops, what it does not take up again, and help without the assistant."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timezone

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author, OwnershipMove
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.schema.engine import open_engine
from tests.integration.website.conftest import IDENTITY_SECRET
from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper
from tests.integration.website.test_talking import texts
from tests.support.tickets import SeededTicketStore

CLAIMED = {"table": "handover", "row": "claimed", "source": "handover"}


@pytest.fixture(scope="module")
def engine(server: Server) -> Engine:
    return open_engine(server.database_url)


@pytest.fixture(scope="module")
def ledger(engine: Engine) -> Ledger:
    return Ledger(engine)


@pytest.fixture
def tickets(engine: Engine) -> Callable[[Shopper], list[Ticket]]:
    return lambda shopper: list(SqlTicketStore(engine).of_conversation(shopper.conversation_id))


def now() -> datetime:
    return datetime.now(timezone.utc)


def claim(ledger: Ledger, shopper: Shopper) -> None:
    ledger.append(shopper.conversation_id, Author.BOT, "Mia has joined", now=now(), answer=CLAIMED)
    ledger.change_owner(shopper.conversation_id, OwnershipMove.CLAIM, agent="Mia")


def press_for_a_person(shopper: Shopper) -> None:
    apology = shopper.messages()[-1]
    assert shopper.press(apology["choices"][0]["id"]).status_code == 202


def test_an_answer_begun_before_a_person_came_is_dropped_even_when_the_person_is_gone(
    shopper: Shopper, visit: Callable[[], Shopper], ledger: Ledger
) -> None:
    shopper.ask("hold stale")
    claim(ledger, shopper)
    ledger.change_owner(shopper.conversation_id, OwnershipMove.RELEASE)
    with shopper.listen() as events:
        visit().ask("release stale")
        next(event for event in events if event.name == "typing" and not event.data["typing"])
    assert texts(shopper.messages()) == ["hold stale", "WATCHDOG", "Mia has joined"]


def test_what_waited_when_a_person_came_is_not_answered_afterwards(
    shopper: Shopper, visit: Callable[[], Shopper], ledger: Ledger
) -> None:
    shopper.ask("hold first")
    shopper.send("second")
    claim(ledger, shopper)
    ledger.change_owner(shopper.conversation_id, OwnershipMove.RELEASE)
    visit().ask("release first")
    assert texts(shopper.ask("third")) == ["heard: third"]
    assert "heard: second" not in texts(shopper.messages())


def test_after_a_release_the_bot_speaks_again(shopper: Shopper, ledger: Ledger) -> None:
    claim(ledger, shopper)
    ledger.change_owner(shopper.conversation_id, OwnershipMove.RELEASE)
    assert texts(shopper.ask("hello?")) == ["heard: hello?"]


def test_nobody_gives_up_while_a_person_has_the_conversation(
    shopper: Shopper, visit: Callable[[], Shopper], ledger: Ledger
) -> None:
    claim(ledger, shopper)
    shopper.send("boom")
    shopper.send("silence")
    visit().ask("silence")  # a last word that was due here would be there by now
    assert texts(shopper.messages()) == ["Mia has joined", "boom", "silence"]


def test_what_is_written_to_a_person_goes_into_the_case(
    shopper: Shopper, engine: Engine, ledger: Ledger, tickets: Callable[[Shopper], list[Ticket]]
) -> None:
    case = Ticket("KT-DETAIL", TicketDraft(shopper.conversation_id), TicketStatus.NEW, now(), now(), now())
    SeededTicketStore(engine).save(case)
    claim(ledger, shopper)
    shopper.send("It is order #7401, write to Anna@example.com", "e-1")
    shopper.send("It is order #7401, write to Anna@example.com", "e-1")
    (ticket,) = tickets(shopper)
    assert (ticket.draft.order_number, ticket.draft.email) == ("7401", "anna@example.com")


def test_an_agents_message_carries_the_agents_name(shopper: Shopper, ledger: Ledger) -> None:
    claim(ledger, shopper)
    ledger.append(shopper.conversation_id, Author.AGENT, "Hello", now=now())
    ledger.change_owner(shopper.conversation_id, OwnershipMove.CLAIM, agent="Ben")
    ledger.append(shopper.conversation_id, Author.AGENT, "Now me", now=now())
    assert [message["agent"] for message in shopper.messages()] == [None, "Mia", "Ben"]


def test_a_press_for_a_person_opens_a_ticket_when_the_assistant_stays_broken(
    shopper: Shopper, tickets: Callable[[Shopper], list[Ticket]]
) -> None:
    shopper.ask("broken")
    press_for_a_person(shopper)
    said = shopper.wait_for(1, after=3)[0]
    (ticket,) = tickets(shopper)
    assert said["text"].startswith(f"OPENED {ticket.reference} UNTIL ")
    assert (said["card"]["reference"], said["answer"]["row"]) == (ticket.reference, "assistant_down")


def test_such_a_ticket_has_the_transcript_and_what_the_shop_vouches_for(
    server: Server, tickets: Callable[[Shopper], list[Ticket]]
) -> None:
    from parcelbot.front.api.identity import sign

    moment = int(time.time())
    claims = {"email": "Ana@example.com", "customer_id": "7", "timestamp": moment}
    signature = sign(IDENTITY_SECRET, "Ana@example.com", "7", moment)
    ana = Shopper(f"{server.url}/website").arrive(identity={**claims, "signature": signature})
    ana.ask("broken")
    press_for_a_person(ana)
    ana.wait_for(1, after=3)
    (ticket,) = tickets(ana)
    assert (ticket.draft.email, ticket.draft.issue) == ("ana@example.com", "assistant_down")
    assert [(line.author, line.text) for line in ticket.draft.transcript] == [
        ("shopper", "broken"),
        ("bot", "GIVEN UP"),
        ("shopper", "Talk to a person"),
    ]


def test_asking_again_adds_to_the_same_ticket(shopper: Shopper, tickets: Callable[[Shopper], list[Ticket]]) -> None:
    shopper.ask("broken")
    press_for_a_person(shopper)
    shopper.wait_for(1, after=3)
    shopper.ask("still nothing?")
    press_for_a_person(shopper)
    said = shopper.wait_for(1, after=7)[0]
    (ticket,) = tickets(shopper)
    assert said["text"].startswith(f"UPDATED {ticket.reference} UNTIL ")
    assert len(ticket.draft.transcript) == 7


def test_a_silent_assistant_that_comes_back_does_not_ask_for_what_was_passed_on(
    shopper: Shopper, visit: Callable[[], Shopper], tickets: Callable[[Shopper], list[Ticket]]
) -> None:
    shopper.ask("mute")
    press_for_a_person(shopper)
    shopper.wait_for(1, after=3)
    with shopper.listen() as events:
        visit().ask("release mute")
        next(event for event in events if event.name == "typing" and not event.data["typing"])
    assert len(shopper.messages()) == 4
    assert len(tickets(shopper)) == 1
