"""The chat, a hand-over and an erasure through the proxy, while either of two of everything dies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
import requests
from sqlalchemy import text
from sqlalchemy.engine import Engine

from parcelbot.core.cases.tickets import Ticket
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.trackers.tables import events
from tests.integration.handover.people import Colleague, Customer, until
from tests.integration.website.shopper import in_parallel
from tests.scale.conftest import Town

PARTS = ("front", "rasa", "actions", "web", "worker")


def tickets(engine: Engine, shopper: Customer) -> list[Ticket]:
    return list(SqlTicketStore(engine).of_conversation(shopper.conversation_id))


@pytest.fixture(params=PARTS)
def kill(request: pytest.FixtureRequest, town: Town) -> Iterator[Callable[[int], None]]:
    """Kills a process of one machine, which is there again after the test."""
    part = request.param
    yield lambda which: town.machines[which].kill(part)
    for machine in town.machines:
        if part not in machine.processes:
            machine.restart(part)


def test_a_conversation_outlives_any_process(kill: Callable[[int], None], arrive: Callable[[], Customer]) -> None:
    shopper = arrive()
    shopper.send("hello")
    shopper.hears("parcel")
    in_parallel([lambda: kill(0), lambda: until(lambda: shopper.send("where is YT2632500000000121", "once").ok)])
    until(lambda: [message for message in shopper.messages() if message["card"]])
    said = shopper.messages()
    assert [message["seq"] for message in said] == list(range(1, len(said) + 1))
    assert [title for title, times in Counter(shopper.texts("bot")).items() if times > 1] == []


def test_a_case_is_opened_claimed_answered_and_solved_while_either_of_all_dies(
    kill: Callable[[int], None], arrive: Callable[[], Customer], ana: Colleague, engine: Engine
) -> None:
    shopper = arrive().reaches_the_preview()
    kill(1)
    until(lambda: shopper.press(shopper.offered("Yes, send it")).ok if shopper.offered("Yes, send it") else False)
    reference = shopper.told_reference()
    assert until(lambda: ana.claims(reference)).ok
    assert ana.replies(reference, "It is with your neighbour.").ok
    shopper.hears("It is with your neighbour.")
    assert [ticket.reference for ticket in tickets(engine, shopper)] == [reference]


def test_what_one_machine_takes_in_the_other_ones_streams_show(town: Town, arrive: Callable[[], Customer]) -> None:
    shopper = arrive()
    doors = [f"{machine.url('front')}/webhooks/website" for machine in town.machines]
    near, far = (Customer(door, shopper.token, shopper.conversation_id) for door in doors)
    with near.listen() as heard:
        far.send("hello")
        assert "parcel" in next(e for e in heard if e.name == "message" and e.data["author"] == "bot").data["text"]


def test_an_erased_shopper_is_gone_from_every_process(
    town: Town, arrive: Callable[[], Customer], engine: Engine
) -> None:
    shopper = arrive()
    shopper.send("where is order #7401, anna@example.com")
    until(lambda: [message for message in shopper.messages() if message["card"]])
    town.machines[1].run("parcelbot.commands.erase", "--email", "anna@example.com", "--yes")
    assert shopper.get("/messages").status_code == 401
    with engine.connect() as connection:
        remembered = connection.execute(events.select().where(events.c.sender_id == shopper.conversation_id)).all()
    assert remembered == []


def test_nothing_waits_and_everything_is_well_at_the_end(town: Town, engine: Engine) -> None:
    with engine.connect() as connection:
        waiting = text("SELECT count(*) FROM messages WHERE pending")
        assert until(lambda: connection.execute(waiting).scalar_one() == 0)
    for machine in town.machines:
        for part in ("front", "rasa"):
            assert requests.get(f"{machine.url(part)}/webhooks/website/health", timeout=30).ok
