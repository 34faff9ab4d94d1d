"""Repeat the worker's chores, each in a thread of its own, so that none holds up another."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

logger = logging.getLogger(__name__)

#: After a chore raised, so that a database that is down is not asked without pause.
_PAUSE_AFTER_ERROR_S = 5.0

#: No chore takes this long; one that does is stuck.
_STUCK_S = 600.0


@dataclass(frozen=True)
class Chore:
    """A job to do every `every_s` seconds, the first time at once.

    `run` may return True when there is more to do: then it comes again without a pause. Whatever it raises is
    logged, and it comes again. Several workers may run the same chore, and any of them may be killed over it.
    """

    name: str
    every_s: float
    run: Callable[[], bool | None]


class ChoreRunner:
    """Runs chores until told to stop."""

    def __init__(self, chores: Sequence[Chore]) -> None:
        self._chores = tuple(chores)
        self._stopping = threading.Event()
        self._threads: dict[str, threading.Thread] = {}
        self._last: dict[str, float] = {}

    def start(self) -> None:
        """Start every chore."""
        for chore in self._chores:
            self._last[chore.name] = time.monotonic()
            thread = threading.Thread(target=self._repeat, args=(chore,), name=chore.name, daemon=True)
            self._threads[chore.name] = thread
            thread.start()

    def stop(self, within_s: float) -> bool:
        """Let every chore finish what it is at; False when one is not done `within_s` seconds."""
        self._stopping.set()
        deadline = time.monotonic() + within_s
        for thread in self._threads.values():
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads.values())

    def stuck(self) -> list[str]:
        """List the names of chores that have died or hang; [] when all is well."""
        return [chore.name for chore in self._chores if not self._lives(chore)]

    def _lives(self, chore: Chore) -> bool:
        thread = self._threads.get(chore.name)
        if thread is None or not thread.is_alive():
            return False
        return time.monotonic() - self._last[chore.name] < chore.every_s + _STUCK_S

    def _repeat(self, chore: Chore) -> None:
        while not self._stopping.is_set():
            pause_s = self._once(chore)
            self._last[chore.name] = time.monotonic()
            self._stopping.wait(pause_s)

    def _once(self, chore: Chore) -> float:
        try:
            return 0.0 if chore.run() else chore.every_s
        except Exception:
            logger.exception("%s failed", chore.name)
            return max(chore.every_s, _PAUSE_AFTER_ERROR_S)
