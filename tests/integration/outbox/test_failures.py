"""Deliveries that fail: retried, given up, cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parcelbot.core.outgoing.deliveries import DeliveryFailed, DeliveryKind, DeliveryState
from parcelbot.core.outgoing.retrying import Circuit
from tests.integration.outbox.world import CASE, LEASE, NOON, Clock, Helpdesk, World, deliver_all

DOWN = DeliveryFailed("Zendesk did not answer (ConnectionError).")
OTHER = "KT-9ACDEF"


def hour(world: World, helpdesk: Helpdesk, workers: int = 1) -> None:
    """An hour in steps of the worker's second, compressed to those in which something could change."""
    couriers = [world.courier(helpdesk, f"worker-{n}") for n in range(workers)]
    for _ in range(3600 // 5):
        for courier in couriers:
            deliver_all(courier)
        world.clock.turn(seconds=5)


def hour_of_failure(world: World, helpdesk: Helpdesk) -> None:
    """An hour in which thirty cases wait for a helpdesk that is down."""
    for n in range(30):
        world.open(f"KT-{n:06}")
    helpdesk.down = DOWN
    hour(world, helpdesk)


def test_a_helpdesk_that_is_down_for_an_hour_loses_nothing_and_gets_nothing_twice(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    cases = [f"KT-{n:06}" for n in range(8)]
    helpdesk.down = DOWN
    courier = world.courier(helpdesk)
    for case in cases:
        world.open(case, said=("where is it?",))
        for _ in range(450 // 5):
            deliver_all(courier)
            clock.turn(seconds=5)
    assert helpdesk.arrived == []
    helpdesk.down = None
    clock.turn(seconds=Circuit.LONGEST_PAUSE_S)
    deliver_all(courier)
    assert sorted(delivery.reference for delivery, _ in helpdesk.arrived) == cases
    assert helpdesk.twice == []


def test_a_helpdesk_that_is_down_is_asked_a_few_times_an_hour_however_much_waits(
    world: World, helpdesk: Helpdesk
) -> None:
    hour_of_failure(world, helpdesk)
    assert len(helpdesk.calls) < 20


def test_waiting_for_a_helpdesk_that_is_down_does_not_use_up_the_attempts_of_what_waits(
    world: World, helpdesk: Helpdesk
) -> None:
    hour_of_failure(world, helpdesk)
    assert max(line.delivery.attempts for line in world.outbox.list().lines) < 20
    assert world.outbox.counts()[DeliveryState.DEAD] == 0


def test_when_it_is_back_everything_goes_at_once_without_waiting_for_its_turn(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    for n in range(5):
        world.open(f"KT-{n:06}")
    helpdesk.down = DOWN
    hour(world, helpdesk)
    helpdesk.down = None
    courier = world.courier(helpdesk)
    courier.circuit = Circuit(failures=9)
    clock.turn(minutes=15)
    deliver_all(courier)
    assert len(helpdesk.arrived) == 5


def test_an_answer_that_is_lost_does_not_make_the_case_arrive_twice(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    world.open()
    helpdesk.loses_answers = 2
    courier = world.courier(helpdesk)
    for _ in range(3):
        deliver_all(courier)
        clock.turn(minutes=1)
    assert (len(helpdesk.calls), len(helpdesk.arrived)) == (3, 1)
    assert world.outbox.counts()[DeliveryState.DELIVERED] == 1


def test_a_repeated_copy_says_the_same_as_the_first_although_more_was_said_meanwhile(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    world.open(said=("it isn't here",))
    helpdesk.down = DOWN
    courier = world.courier(helpdesk)
    deliver_all(courier)
    world.says("found it!")
    helpdesk.down = None
    clock.turn(minutes=1)
    deliver_all(courier)
    world.forward()
    deliver_all(courier)
    assert [m.text for m in helpdesk.arrived[0][1].messages] == ["it isn't here"]
    assert helpdesk.said == ["found it!"]


def test_the_pause_a_helpdesk_asks_for_is_honoured_to_the_second(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    world.open(CASE)
    world.open(OTHER)
    courier = world.courier(helpdesk)
    helpdesk.down = DeliveryFailed("slow down", retry_after_s=90)
    deliver_all(courier)
    helpdesk.down = None
    clock.turn(seconds=89)
    deliver_all(courier)
    assert len(helpdesk.calls) == 1
    clock.turn(seconds=2)
    deliver_all(courier)
    assert len(helpdesk.arrived) == 2


def test_a_pause_asked_for_holds_for_every_case_that_goes_there(world: World, helpdesk: Helpdesk) -> None:
    world.open(CASE)
    world.open(OTHER)
    helpdesk.down = DeliveryFailed("slow down", retry_after_s=90)
    deliver_all(world.courier(helpdesk))
    assert len(helpdesk.calls) == 1


def test_what_can_never_be_delivered_is_dead_at_once_and_says_why(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    helpdesk.down = DeliveryFailed("Zendesk does not accept our credentials.", permanent=True)
    deliver_all(world.courier(helpdesk))
    [line] = world.outbox.list(DeliveryState.DEAD).lines
    assert (line.last_error, line.delivery.attempts) == ("Zendesk does not accept our credentials.", 1)


def test_after_the_last_attempt_a_delivery_is_dead(world: World, helpdesk: Helpdesk, clock: Clock) -> None:
    world.open()
    helpdesk.down = DOWN
    courier = world.courier(helpdesk, attempts=3)
    for _ in range(10):
        deliver_all(courier)
        clock.turn(minutes=10)
    [line] = world.outbox.list(DeliveryState.DEAD).lines
    assert len(helpdesk.calls) == 3
    assert line.last_error == "Given up after 3 attempts: Zendesk did not answer (ConnectionError)."


def test_what_is_said_in_a_case_waits_while_the_case_itself_is_dead(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    world.open()
    world.enqueue(world.delivery("status:a"))
    helpdesk.down = DeliveryFailed("no", permanent=True)
    deliver_all(world.courier(helpdesk))
    helpdesk.down = None
    clock.turn(hours=1)
    deliver_all(world.courier(helpdesk))
    waiting, _dead = world.outbox.list().lines
    assert (waiting.blocked, helpdesk.arrived) == (True, [])


def test_retrying_a_dead_case_lets_everything_behind_it_go_in_order(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    world.enqueue(world.delivery("status:a"), world.delivery("status:b"))
    helpdesk.down = DeliveryFailed("no", permanent=True)
    deliver_all(world.courier(helpdesk))
    helpdesk.down = None
    [dead] = world.outbox.list(DeliveryState.DEAD).lines
    assert world.outbox.retry(dead.delivery.id) == 1
    deliver_all(world.courier(helpdesk))
    assert [delivery.kind for delivery, _ in helpdesk.arrived] == [DeliveryKind.TICKET] + [DeliveryKind.STATUS] * 2


def test_a_later_copy_of_a_case_arrives_although_the_first_is_dead(world: World, helpdesk: Helpdesk) -> None:
    ticket = world.open()
    first = world.outbox.list().lines[0].delivery.key
    helpdesk.refuses[first] = DeliveryFailed("no", permanent=True)
    deliver_all(world.courier(helpdesk))
    later = replace(ticket, updated_at=NOON + timedelta(minutes=5))
    world.enqueue(world.delivery(f"ticket:{CASE}:later", DeliveryKind.TICKET), world.delivery("status:a"))
    world.tickets.save(later)
    deliver_all(world.courier(helpdesk))
    assert helpdesk.keys == [f"ticket:{CASE}:later", "status:a"]


def test_a_dead_line_does_not_hold_up_what_was_said_after_it(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    world.enqueue(world.delivery("status:a"), world.delivery("status:b"))
    helpdesk.refuses["status:a"] = DeliveryFailed("no", permanent=True)
    deliver_all(world.courier(helpdesk))
    assert helpdesk.keys[1:] == ["status:b"]


def test_everything_dead_at_a_helpdesk_can_be_retried_together(world: World, helpdesk: Helpdesk) -> None:
    for n in range(4):
        world.open(f"KT-{n:06}")
    helpdesk.down = DeliveryFailed("no", permanent=True)
    deliver_all(world.courier(helpdesk))
    helpdesk.down = None
    assert world.outbox.retry_all("zendesk") == 4
    deliver_all(world.courier(helpdesk))
    assert len(helpdesk.arrived) == 4


@pytest.mark.parametrize("state", [DeliveryState.DELIVERED, DeliveryState.WAITING, DeliveryState.CANCELLED])
def test_only_what_is_dead_can_be_retried(world: World, state: DeliveryState) -> None:
    world.open()
    [claimed] = world.outbox.claim_due("me", LEASE)
    if state is DeliveryState.DELIVERED:
        world.outbox.delivered(claimed)
    if state is DeliveryState.CANCELLED:
        world.outbox.cancelled(claimed, "needless")
    assert world.outbox.retry(claimed.id) == 0
    assert world.outbox.list().lines[0].state is state


def test_a_fault_of_our_own_in_a_client_counts_as_a_failure_and_stops_nothing_else(
    world: World, helpdesk: Helpdesk
) -> None:
    class Broken(Helpdesk):
        def deliver(self, delivery: object, case: object, remote_id: str) -> str:
            raise KeyError("id")

    world.open()
    deliver_all(world.courier(Broken()))
    [line] = world.outbox.list().lines
    assert (line.state, line.last_error) == (DeliveryState.WAITING, "internal error: KeyError")


def test_what_a_dead_worker_had_claimed_is_taken_up_by_another_after_its_lease(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    world.open()
    world.outbox.claim_due("killed", LEASE)
    survivor = world.courier(helpdesk, "survivor")
    deliver_all(survivor)
    assert helpdesk.calls == []
    clock.turn(seconds=LEASE.total_seconds())
    deliver_all(survivor)
    assert len(helpdesk.arrived) == 1


def test_a_worker_that_comes_back_after_its_lease_has_no_say_any_more(world: World, clock: Clock) -> None:
    world.open()
    [slow] = world.outbox.claim_due("slow", LEASE)
    clock.turn(minutes=2)
    [mine] = world.outbox.claim_due("quick", LEASE)
    world.outbox.failed(slow, "time-out", timedelta())
    assert world.outbox.claim_due("third", LEASE) == []
    world.outbox.delivered(mine, "1")
    assert world.outbox.counts()[DeliveryState.DELIVERED] == 1


def test_a_delivery_that_kills_every_worker_is_given_up_in_the_end(
    world: World, helpdesk: Helpdesk, clock: Clock
) -> None:
    world.open()
    for n in range(3):
        world.outbox.claim_due(f"killed-{n}", LEASE)
        clock.turn(minutes=2)
    deliver_all(world.courier(helpdesk, attempts=3))
    [line] = world.outbox.list(DeliveryState.DEAD).lines
    assert helpdesk.calls == []
    assert line.last_error == "Given up: the worker did not survive the last attempt"
