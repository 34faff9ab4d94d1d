"""Who gets a slot when there are too few."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from parcelbot.rasa_plugins.website.turns.fair_slots import FairSlots


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


class Crowd:
    """Turns that each hold a slot until they are told to end; `order` is who got one, in order."""

    def __init__(self, slots: FairSlots) -> None:
        self.slots = slots
        self.order: list[str] = []
        self.tasks: dict[str, asyncio.Task[None]] = {}
        self._ends: dict[str, asyncio.Event] = {}

    def comes(self, name: str, network: str) -> None:
        self._ends[name] = asyncio.Event()
        self.tasks[name] = asyncio.ensure_future(self._turn(name, network))

    async def ends(self, name: str) -> None:
        self._ends[name].set()
        await settle()

    async def all_end(self) -> None:
        await settle()
        while len(self.order) < len(self.tasks):
            await self.ends(next(name for name in self.order if not self._ends[name].is_set()))

    async def _turn(self, name: str, network: str) -> None:
        async with self.slots.turn(network):
            self.order.append(name)
            await self._ends[name].wait()


def play(scene: Callable[[Crowd], Awaitable[None]], slots: int = 1, longest_s: float = 60) -> list[str]:
    async def run() -> list[str]:
        crowd = Crowd(FairSlots(slots, longest_s))
        await scene(crowd)
        for task in crowd.tasks.values():
            task.cancel()
        await asyncio.gather(*crowd.tasks.values(), return_exceptions=True)
        return crowd.order

    return asyncio.run(run())


def test_a_shopper_waits_for_one_turn_of_a_flood_and_not_for_all_of_it() -> None:
    async def scene(crowd: Crowd) -> None:
        for n in range(6):
            crowd.comes(f"flood{n}", "203.0.113.9")
        await settle()
        crowd.comes("shopper", "198.51.100.1")
        await crowd.all_end()

    assert play(scene).index("shopper") == 2


def test_networks_take_turns() -> None:
    async def scene(crowd: Crowd) -> None:
        for name, network in (("x", "-"), ("a1", "a"), ("a2", "a"), ("a3", "a"), ("b1", "b"), ("b2", "b"), ("c1", "c")):
            crowd.comes(name, network)
        await crowd.all_end()

    assert play(scene) == ["x", "a1", "b1", "c1", "a2", "b2", "a3"]


def test_no_more_turns_run_at_once_than_there_are_slots() -> None:
    async def scene(crowd: Crowd) -> None:
        for n in range(5):
            crowd.comes(str(n), "a")
        await settle()

    assert play(scene, slots=2) == ["0", "1"]


def test_a_turn_that_hangs_leaves_its_slot_to_others() -> None:
    async def scene(crowd: Crowd) -> None:
        crowd.comes("hangs", "a")
        crowd.comes("next", "b")
        while len(crowd.order) < 2:
            await asyncio.sleep(0)

    assert play(scene, longest_s=0.0) == ["hangs", "next"]


def test_a_slot_that_was_left_early_is_not_given_back_twice() -> None:
    async def scene(crowd: Crowd) -> None:
        crowd.comes("hangs", "a")
        while not crowd.order:
            await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        await crowd.ends("hangs")
        for name in ("one", "two"):
            crowd.comes(name, "a")
        await settle()
        assert crowd.order == ["hangs", "one"]

    play(scene, longest_s=0.005)


def test_who_gives_up_waiting_costs_nobody_a_slot() -> None:
    async def scene(crowd: Crowd) -> None:
        for name in ("first", "gives up", "last"):
            crowd.comes(name, "a")
        await settle()
        crowd.tasks["gives up"].cancel()
        await settle()
        await crowd.ends("first")

    assert play(scene) == ["first", "last"]
