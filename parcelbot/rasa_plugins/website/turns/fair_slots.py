"""Share the assistant out fairly: so many turns at once, and networks take turns, whoever sends more."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class FairSlots:
    """Slots for turns. Of those who wait, the networks come in turn, and within one who waits longest.

    A turn that takes longer than `longest_s` goes on without a slot: it waits for something, and nobody shall wait for
    it. For one event loop.
    """

    def __init__(self, slots: int, longest_s: float) -> None:
        self._free = slots
        self._longest_s = longest_s
        self._waiting: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, network: str) -> AsyncIterator[None]:
        """Wait for a slot and have it for as long as the context lasts, within `longest_s`."""
        await self._enter(network)
        slot = _Slot(self)
        timer = asyncio.get_running_loop().call_later(self._longest_s, slot.give_back)
        try:
            yield
        finally:
            timer.cancel()
            slot.give_back()

    async def _enter(self, network: str) -> None:
        if self._free:
            self._free -= 1
            return
        admitted = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(network, deque()).append(admitted)
        try:
            await admitted
        except asyncio.CancelledError:
            if admitted.done() and not admitted.cancelled():
                self.let_in_next()
            raise

    def let_in_next(self) -> None:
        """Give a slot that has become free to the next who waits."""
        while self._waiting:
            network, queue = self._waiting.popitem(last=False)
            admitted = queue.popleft()
            if queue:
                self._waiting[network] = queue
            if not admitted.done():
                admitted.set_result(None)
                return
        self._free += 1


class _Slot:
    """One slot in use, which is given back once."""

    def __init__(self, slots: FairSlots) -> None:
        self._slots: FairSlots | None = slots

    def give_back(self) -> None:
        """Let the next one in, the first time."""
        slots, self._slots = self._slots, None
        if slots is not None:
            slots.let_in_next()
