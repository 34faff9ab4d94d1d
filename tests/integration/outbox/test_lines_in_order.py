"""Lines are forwarded a moment after they were said; what was written behind them arrives behind them all the same."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import Detail, DetailKind, TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryFailed, DeliveryKind, DeliveryState
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.usecases.desk import Desk
from tests.integration.outbox.world import CASE, Clock, Helpdesk, World, deliver_all
from tests.integration.store.desk_cases import ANA, build_desk

OTHER = "KT-9ACDEF"
DOWN = DeliveryFailed("not now")


def desk(world: World) -> Desk:
    return replace(build_desk(world.engine), clock=world.clock)


def told(helpdesk: Helpdesk, reference: str = CASE) -> list[str]:
    """List what arrived of a case, in order: its kind, and the words of lines."""
    ours = [(delivery, case) for delivery, case in helpdesk.arrived if delivery.reference == reference]
    return [case.said.text if case.said else delivery.kind.value for delivery, case in ours]


def answers_and_solves(world: World, reference: str = CASE) -> None:
    desk(world).reply(reference, ANA, "It is found.", f"echo-{reference}", TicketStatus.PENDING)
    world.clock.turn(seconds=1)
    desk(world).set_status(reference, ANA, TicketStatus.SOLVED)


def test_the_end_of_a_case_waits_for_the_answer_said_before_it(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    deliver_all(world.courier(helpdesk))
    answers_and_solves(world)
    deliver_all(world.courier(helpdesk))
    assert told(helpdesk) == ["ticket"]
    world.forward()
    deliver_all(world.courier(helpdesk))
    assert told(helpdesk) == ["ticket", "It is found.", "status", "status"]


def test_a_line_that_fails_holds_up_what_comes_behind_it_in_its_own_case_only(world: World, helpdesk: Helpdesk) -> None:
    for reference in (CASE, OTHER):
        world.open(reference)
    deliver_all(world.courier(helpdesk))
    for reference in (CASE, OTHER):
        answers_and_solves(world, reference)
    world.forward()
    failing = next(
        line.delivery.key
        for line in world.outbox.list(DeliveryState.WAITING).lines
        if (line.delivery.kind, line.delivery.reference) == (DeliveryKind.MESSAGE, CASE)
    )
    helpdesk.refuses[failing] = DOWN
    deliver_all(world.courier(helpdesk))
    assert (told(helpdesk), told(helpdesk, OTHER)[1:]) == (["ticket"], ["It is found.", "status", "status"])


def test_a_line_that_is_given_up_holds_up_nothing(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    deliver_all(world.courier(helpdesk))
    answers_and_solves(world)
    world.forward()
    line = next(x for x in world.outbox.list().lines if x.delivery.kind is DeliveryKind.MESSAGE)
    helpdesk.refuses[line.delivery.key] = DeliveryFailed("never", permanent=True)
    deliver_all(world.courier(helpdesk))
    assert told(helpdesk) == ["ticket", "status", "status"]


def test_what_was_said_while_the_case_itself_could_not_be_delivered_comes_before_its_end(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    world.open(said=("where is it?",))
    helpdesk.down = DOWN
    deliver_all(world.courier(helpdesk))
    world.says("hello?")
    answers_and_solves(world)
    helpdesk.down = None
    clock.turn(hours=1)
    deliver_all(world.courier(helpdesk))
    world.forward()
    deliver_all(world.courier(helpdesk))
    assert told(helpdesk) == ["ticket", "hello?", "It is found.", "status", "status"]


def test_what_the_shopper_gives_later_is_told_behind_the_line_it_was_given_in(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    deliver_all(world.courier(helpdesk))
    world.says("my order is 7401")
    given = [Detail(DetailKind.ORDER_NUMBER, "7401")]
    world.clock.turn(seconds=1)
    SqlTicketStore(world.engine, ("zendesk",)).add_details(f"c-{CASE}", given, world.clock())
    deliver_all(world.courier(helpdesk))
    world.forward()
    deliver_all(world.courier(helpdesk))
    assert told(helpdesk) == ["ticket", "my order is 7401", "ticket"]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_fails_in_between_everything_arrives_as_it_was_written(world: World, seed: int) -> None:
    chance = random.Random(seed)
    helpdesk, written = Helpdesk("zendesk"), ["ticket"]
    world.open()
    for number in range(10):
        written.append(write_something(world, chance, number))
        helpdesk.down = DOWN if chance.random() < 0.4 else None
        if chance.random() < 0.5:
            world.forward()
        deliver_all(world.courier(helpdesk))
        world.clock.turn(minutes=30)
    helpdesk.down = None
    for _ in range(3):
        world.forward()
        deliver_all(world.courier(helpdesk))
        world.clock.turn(hours=2)
    copied = {message.text for message in helpdesk.arrived[0][1].messages}
    assert told(helpdesk) == [what for what in written if what not in copied]


def write_something(world: World, chance: random.Random, number: int) -> str:
    """A line or another status; gives what is to arrive of it."""
    if chance.random() < 0.5:
        return world.says(f"line {number}", author=chance.choice((Author.SHOPPER, Author.AGENT))).text
    stands = desk(world).case(CASE, ANA).ticket.status
    desk(world).set_status(CASE, ANA, TicketStatus.PENDING if stands is TicketStatus.ON_HOLD else TicketStatus.ON_HOLD)
    return "status"
