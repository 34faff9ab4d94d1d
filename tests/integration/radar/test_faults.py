"""Workers are killed at every step: no parcel is lost to the radar, and none is found or written of twice."""

from __future__ import annotations

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from parcelbot.store.radar.due import SqlDueParcels
from parcelbot.store.radar.tables import open_parcels
from tests.integration.radar.world import RadarWorld, an_order
from tests.integration.watching.world import parcel

PARCELS, ROUNDS = 30, 12


class Killed(RuntimeError):
    """A worker that is no more."""


class DyingDue:
    """A store under which workers die, before or after what they write is kept."""

    def __init__(self, due: SqlDueParcels, chance: random.Random) -> None:
        self._due, self._chance = due, chance
        self.faults = 0

    def claim(self, *arguments: Any) -> Any:
        claims = self._due.claim(*arguments)
        self._perhaps_die()
        return claims

    def keep(self, *arguments: Any) -> bool:
        self._perhaps_die()
        kept = self._due.keep(*arguments)
        self._perhaps_die()
        return kept

    def leave(self, claim: Any) -> None:
        raise Killed

    def _perhaps_die(self) -> None:
        if self._chance.random() < 0.2:
            self.faults += 1
            raise Killed


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_is_lost_and_nothing_done_twice(world: RadarWorld, seed: int) -> None:
    chance = random.Random(seed)
    rules = world.knowledge.radar
    world.knowledge = replace(
        world.knowledge, radar=replace(rules, rows=tuple(replace(row, writes=True) for row in rules.rows))
    )
    numbers = [f"LP{n:014d}" for n in range(PARCELS)]
    world.shop.pages = [
        [an_order(world, days=35, order_number=str(9000 + n), email=f"s{n}@example.com", parcels=(number,))]
        for n, number in enumerate(numbers)
    ]
    while world.listing().step():
        pass
    for number in numbers:
        world.pushed(parcel(number=number, at=world.now))
    dying = DyingDue(SqlDueParcels(world.engine, clock=world._clock), chance)
    with ThreadPoolExecutor(2) as workers:
        for _ in range(ROUNDS):
            list(workers.map(lambda name: _work(world, name, dying), "ab"))
            world.advance(minutes=2)
    # what was found and not yet written by who died over it is written at the next look, a day later
    world.advance(days=1)
    world.scans()
    world.works()
    assert dying.faults > 10
    assert len(world.journal("radar_found")) == PARCELS
    assert set(world.found()) == set(numbers)
    watched = Counter(watch.number for watch in world.all_watches())
    assert watched == Counter(numbers)
    told = [len(world.said(watch.conversation_id)) for watch in world.all_watches()]
    assert told == [1] * PARCELS


def _work(world: RadarWorld, name: str, dying: DyingDue) -> None:
    try:
        while world.radar(name, dying).step():
            pass
    except Killed:
        return


def test_the_clock_of_a_lease_is_the_databases(world: RadarWorld) -> None:
    world.lists(an_order(world, days=35))
    with world.engine.begin() as connection:
        connection.execute(open_parcels.update().values(due_at=world.now))
    due = SqlDueParcels(world.engine, clock=world._clock)
    (claim,) = due.claim("one", timedelta(minutes=1), 9)
    assert claim.now == world.now
