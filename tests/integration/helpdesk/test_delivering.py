"""Real clients behind the real outbox and worker, while their helpdesk comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.outgoing.deliveries import DeliveryState
from parcelbot.worker.courier import Courier
from tests.integration.helpdesk.benches import Bench
from tests.integration.outbox.world import CASE, World, deliver_all
from tests.support.databases import with_tables
from tests.support.vendors.server import Fault

LINES = ("where is it", "hello?", "I am still waiting", "thank you")


@dataclass
class Site:
    """A world and the one helpdesk it delivers to."""

    world: World
    bench: Bench
    courier: Courier

    @property
    def name(self) -> str:
        return self.bench.name

    def work(self, minutes: int = 1) -> None:
        """What the worker does in so many minutes."""
        for _ in range(minutes):
            self.world.forward(self.name)
            deliver_all(self.courier)
            self.world.clock.turn(minutes=1)

    def places(self, *lines: str) -> list[int]:
        """Where the lines stand in what has arrived."""
        everything = "\n".join(self.bench.only.texts)
        return [everything.index(line) for line in lines]


@pytest.fixture
def site(bench: Bench, tmp_path: Path) -> Iterator[Site]:
    engine = with_tables(f"sqlite:///{tmp_path}/parcelbot.db")
    world = World(engine)
    if hasattr(bench.server, "now_s"):
        bench.server.now_s = lambda: world.clock().timestamp()
    yield Site(world, bench, world.courier(bench))
    engine.dispose()


def open_case(site: Site) -> None:
    site.world.open(destinations=(site.name,), said=LINES[:1], email="anna@example.com")


@pytest.mark.parametrize(
    "fault", [Fault.UNAVAILABLE, Fault.AFTER_RESET, Fault.RATE_LIMIT], ids=lambda f: f.name.lower()
)
def test_down_for_an_hour_then_up_nothing_is_lost_nothing_twice_and_all_in_order(site: Site, fault: Fault) -> None:
    site.bench.server.faults.switch(fault, reads_too=fault is Fault.UNAVAILABLE)
    open_case(site)
    for line in LINES[1:]:
        site.work(20)
        site.world.says(line, author=Author.SHOPPER)
    site.bench.server.faults.off()
    site.work(20)
    assert [site.bench.times(line) for line in LINES] == [1, 1, 1, 1]
    assert site.places(*LINES) == sorted(site.places(*LINES))
    assert site.bench.times(f"{CASE}, opened by the chat assistant") == 1


def test_down_in_the_middle_of_a_conversation_each_line_still_arrives_once(site: Site) -> None:
    open_case(site)
    site.work()
    for line in LINES[1:]:
        site.world.says(line)
        site.bench.server.faults.switch(Fault.AFTER_BAD_GATEWAY, times=1)
        site.work(20)
    assert [site.bench.times(line) for line in LINES] == [1, 1, 1, 1]


def test_a_dead_ticket_that_is_revived_although_it_had_arrived_is_there_once(site: Site) -> None:
    site.courier = site.world.courier(site.bench, attempts=1)
    site.bench.server.faults.switch(Fault.AFTER_RESET, times=30)
    open_case(site)
    site.work()
    (dead,) = site.world.outbox.list(DeliveryState.DEAD).lines
    site.bench.server.faults.off()
    site.world.outbox.retry(dead.delivery.id)
    site.work()
    assert site.bench.times(f"{CASE}, opened by the chat assistant") == 1
    assert site.bench.times(LINES[0]) == 1


def test_wrong_credentials_leave_a_dead_delivery_that_says_what_to_mend(site: Site) -> None:
    site.bench.server.faults.switch(Fault.UNAUTHORIZED, reads_too=True)
    open_case(site)
    site.work()
    (dead,) = site.world.outbox.list(DeliveryState.DEAD).lines
    assert "does not accept our credentials: check" in dead.last_error


def test_what_the_shopper_says_while_the_ticket_is_on_its_way_arrives_behind_it(site: Site) -> None:
    open_case(site)
    site.bench.server.faults.switch(Fault.UNAVAILABLE, times=1, reads_too=True)
    site.work()
    site.world.says(LINES[1])
    site.work(20)
    assert site.places(LINES[0], LINES[1]) == sorted(site.places(LINES[0], LINES[1]))
    assert site.bench.times(LINES[1]) == 1


def test_the_status_that_arrives_last_is_the_status_now(site: Site) -> None:
    open_case(site)
    site.work()
    ticket = site.world.tickets.find(CASE)
    assert ticket is not None
    for status in (TicketStatus.SOLVED, TicketStatus.OPEN):
        site.world.change(ticket, status=status)
        site.world.enqueue(site.world.delivery(f"status:{CASE}:{status.value}", destination=site.name))
    site.work()
    assert site.bench.only.status in ("new", "open")
