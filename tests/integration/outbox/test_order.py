"""The deliveries that arrive, and their order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from parcelbot.core.outgoing.deliveries import DeliveryFailed, DeliveryKind, DeliveryState
from parcelbot.store.outgoing.outbox import enqueue
from tests.integration.outbox.world import CASE, LEASE, NOON, Clock, Helpdesk, World, deliver_all

OTHER = "KT-9ACDEF"


def test_a_case_arrives_at_every_destination_it_was_opened_for(world: World) -> None:
    zendesk, gorgias = Helpdesk("zendesk"), Helpdesk("gorgias")
    world.open(destinations=("zendesk", "gorgias"))
    for helpdesk in (zendesk, gorgias):
        deliver_all(world.courier(helpdesk))
    assert [len(zendesk.arrived), len(gorgias.arrived)] == [1, 1]


def test_without_a_helpdesk_nothing_is_put_into_the_outbox(world: World) -> None:
    world.open(destinations=())
    assert world.outbox.list().total == 0


def test_the_copy_holds_what_was_said_and_the_tickets_address(world: World, helpdesk: Helpdesk) -> None:
    world.open(said=("it isn't here", "my order is 7401"))
    deliver_all(world.courier(helpdesk))
    [(_, copy)] = helpdesk.arrived
    assert [message.text for message in copy.messages] == ["it isn't here", "my order is 7401"]
    assert copy.link == f"http://127.0.0.1:8080/inbox/tickets/{CASE}"


def test_of_one_case_everything_arrives_in_the_order_it_happened(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    world.enqueue(*(world.delivery(f"status:{n}") for n in range(5)))
    deliver_all(world.courier(helpdesk))
    assert helpdesk.keys[1:] == [f"status:{n}" for n in range(5)]


def test_what_fails_is_not_overtaken_by_what_came_later_in_the_same_case(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    deliver_all(world.courier(helpdesk))
    world.enqueue(world.delivery("status:a"), world.delivery("status:b"))
    helpdesk.refuses["status:a"] = DeliveryFailed("not now")
    deliver_all(world.courier(helpdesk))
    assert "status:b" not in helpdesk.calls
    helpdesk.refuses.clear()
    world.clock.turn(minutes=1)
    deliver_all(world.courier(helpdesk))
    assert helpdesk.keys[1:] == ["status:a", "status:b"]


def test_a_case_that_fails_does_not_hold_up_another(world: World, helpdesk: Helpdesk) -> None:
    world.open(CASE)
    world.open(OTHER)
    first, second = reversed(world.outbox.list().lines)
    helpdesk.refuses[first.delivery.key] = DeliveryFailed("not now")
    deliver_all(world.courier(helpdesk))
    assert helpdesk.keys == [second.delivery.key]


def test_one_destination_does_not_hold_up_another(world: World) -> None:
    slow, quick = Helpdesk("zendesk", down=DeliveryFailed("no answer")), Helpdesk("gorgias")
    world.open(destinations=("zendesk", "gorgias"))
    for helpdesk in (slow, quick):
        deliver_all(world.courier(helpdesk))
    assert len(quick.arrived) == 1


def test_a_key_is_taken_once_for_each_destination(world: World) -> None:
    for destination in ("zendesk", "zendesk", "gorgias"):
        world.enqueue(world.delivery("status:a", destination=destination))
    assert world.outbox.counts()[DeliveryState.WAITING] == 2


def test_what_a_transaction_that_fails_wanted_delivered_is_not(world: World) -> None:
    connection = world.engine.connect()
    transaction = connection.begin()
    enqueue(connection, [world.delivery("status:a")], NOON)
    transaction.rollback()
    connection.close()
    assert world.outbox.list().total == 0


def test_nothing_is_delivered_before_its_time(world: World, clock: Clock) -> None:
    world.enqueue(world.delivery("status:a"))
    clock.turn(seconds=-1)
    assert world.outbox.claim_due("me", LEASE) == []
    clock.turn(seconds=1)
    assert len(world.outbox.claim_due("me", LEASE)) == 1


def test_of_one_case_only_one_delivery_is_claimed_at_a_time(world: World) -> None:
    world.enqueue(*(world.delivery(f"{case}:{n}", reference=case) for case in (CASE, OTHER) for n in range(3)))
    claimed = world.outbox.claim_due("me", LEASE, limit=10)
    assert [delivery.key for delivery in claimed] == [f"{CASE}:0", f"{OTHER}:0"]


def test_a_delivery_is_claimed_by_one_of_many_workers(world: World) -> None:
    world.enqueue(*(world.delivery(f"s:{n}", reference=f"KT-{n}") for n in range(12)))
    with ThreadPoolExecutor(6) as threads:
        claims = threads.map(lambda n: world.outbox.claim_due(f"worker-{n}", LEASE, limit=4), range(6))
        keys = [delivery.key for claimed in claims for delivery in claimed]
    assert len(keys) == len(set(keys)) > 0


def test_several_workers_deliver_everything_in_order_and_nothing_twice(world: World) -> None:
    cases = [f"KT-{n}" for n in range(6)]
    for case in cases:
        world.open(case)
        world.enqueue(*(world.delivery(f"{case}:{n}", reference=case) for n in range(4)))
    helpdesk = Helpdesk()
    couriers = [world.courier(helpdesk, f"worker-{n}") for n in range(4)]
    with ThreadPoolExecutor(4) as threads:
        while world.outbox.counts()[DeliveryState.WAITING]:
            list(threads.map(deliver_all, couriers))
    assert len(helpdesk.calls) == len(set(helpdesk.calls)) == len(cases) * 5
    for case in cases:
        assert [key for key in helpdesk.keys if key.startswith(case)] == [f"{case}:{n}" for n in range(4)]


def test_what_the_destination_calls_the_case_is_known_from_then_on(world: World, helpdesk: Helpdesk) -> None:
    world.open()
    deliver_all(world.courier(helpdesk))
    assert world.outbox.remote_id("zendesk", CASE) == f"zendesk-{CASE}"
    assert world.outbox.reference_of("zendesk", f"zendesk-{CASE}") == CASE


def test_a_case_no_destination_has_is_called_nothing(world: World) -> None:
    assert world.outbox.remote_id("zendesk", CASE) == ""
    assert world.outbox.reference_of("zendesk", "1") == ""


def test_a_case_that_was_erased_meanwhile_is_not_delivered(world: World, helpdesk: Helpdesk) -> None:
    world.enqueue(world.delivery("ticket:gone", DeliveryKind.TICKET))
    deliver_all(world.courier(helpdesk))
    [line] = world.outbox.list().lines
    assert (line.state, helpdesk.calls) == (DeliveryState.CANCELLED, [])
    assert line.last_error == "the case is no longer there"
