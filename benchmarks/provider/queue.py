"""Let simulated shoppers do one thing after another in simulated time, and share the provider's calls."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

#: What a shopper's work waits for: seconds, or the answer to a call of this method.
Step = float | str
Work = Iterator[Step]

_BATCH = 40
_ANSWER_S = 0.4


@dataclass
class _Slot:
    """A request that has its turn, and how many numbers go along."""

    at_s: float
    numbers: int = 1


@dataclass
class Provider:
    """The provider's door: `gap_s` between requests, up to forty numbers of one method in each."""

    gap_s: float
    requests: list[float] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)
    waits_s: list[float] = field(default_factory=list)
    _booked: dict[str, _Slot] = field(default_factory=dict)
    _next_s: float = 0.0

    def call(self, method: str, now_s: float) -> float:
        """Book a place for one number; gives the moment of its answer."""
        slot = self._booked.get(method)
        if slot is None or slot.at_s < now_s or slot.numbers >= _BATCH:
            slot = self._booked[method] = _Slot(max(now_s, self._next_s), 0)
            self._next_s = slot.at_s + self.gap_s
            self.requests.append(slot.at_s)
        slot.numbers += 1
        self.numbers[method] += 1
        self.waits_s.append(slot.at_s - now_s)
        return slot.at_s + _ANSWER_S


@dataclass
class Simulation:
    """Work that goes on in simulated seconds, in the order of its moments."""

    provider: Provider
    now_s: float = 0.0
    _due: list[tuple[float, int, Work]] = field(default_factory=list)
    _order: Callable[[], int] = field(default_factory=lambda: count().__next__)

    def at(self, moment_s: float, work: Work) -> None:
        """Begin `work` at a moment."""
        heapq.heappush(self._due, (moment_s, self._order(), work))

    def run(self) -> None:
        """Do everything, until nothing is left."""
        while self._due:
            self.now_s, _, work = heapq.heappop(self._due)
            try:
                step = next(work)
            except StopIteration:
                continue
            until_s = self.provider.call(step, self.now_s) if isinstance(step, str) else self.now_s + step
            self.at(until_s, work)
