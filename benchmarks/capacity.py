"""`python -m benchmarks.capacity [conversations a day …]`: what a shop of that size needs; docs/scale.md explains it.

The model takes figures that `make bench` has measured; a simulation of its peak hour, shopper by shopper, checks that
nobody waits for longer than the model means.
"""

from __future__ import annotations

import heapq
import random
import sys
from dataclasses import dataclass
from math import ceil
from statistics import quantiles

SIZES = (1_000, 10_000, 100_000, 1_000_000)

#: Assumed of shoppers: share of a day's conversations in its busiest hour, messages each, minutes with an open page.
BUSIEST_HOUR = 0.12
TURNS = 5
PAGE_MIN = 10
#: Of a core's time; what is left keeps waiting short.
LOAD = 0.6

#: Measured, see docs/scale.md: CPU of a website turn with tracking, of a look at the ledger for each open page and
#: second, memory of an assistant and of each page, disk of a conversation, numbers that the provider is asked about
#: (`make bench-provider`: 1.55 for a new parcel, none for one that is pushed).
TURN_CPU_S = 0.03
PAGE_CPU_S = 0.00003
ASSISTANT_MB = 835
PAGE_KB = 25
CONVERSATION_KB = 60
LOOKUPS = 0.9

_SEED = 7
_THINKING_S = 40.0


@dataclass(frozen=True)
class Needs:
    """A day's peak and what it takes."""

    turns_per_s: float
    pages: int
    cores: int
    memory_gb: float
    disk_gb_per_year: float
    lookups_per_s: float


def needs(conversations: int) -> Needs:
    """Work out what so many conversations a day need; an assistant uses one core."""
    begun_per_s = conversations * BUSIEST_HOUR / 3600
    turns_per_s, pages = begun_per_s * TURNS, ceil(begun_per_s * PAGE_MIN * 60)
    cores = max(1, ceil((turns_per_s * TURN_CPU_S + pages * PAGE_CPU_S) / LOAD))
    memory_gb = (cores * ASSISTANT_MB + pages * PAGE_KB / 1000) / 1000
    return Needs(
        turns_per_s, pages, cores, memory_gb, conversations * CONVERSATION_KB * 365 / 1e6, begun_per_s * LOOKUPS
    )


def waits_s(conversations: int, cores: int, minutes: int = 30) -> list[float]:
    """Simulate minutes of the busiest hour; for each turn the seconds from sending to answer.

    A conversation stays with its assistant; a turn takes between half and twice the usual CPU.
    """
    chance = random.Random(_SEED)
    begun_per_s, until_s = conversations * BUSIEST_HOUR / 3600, minutes * 60.0
    coming: list[tuple[float, int, int]] = []
    now_s, number = 0.0, 0
    while (now_s := now_s + chance.expovariate(begun_per_s)) < until_s:
        coming.append((now_s, number % cores, TURNS))
        number += 1
    free_s, waits = [0.0] * cores, []
    while coming:
        at_s, core, left = heapq.heappop(coming)
        free_s[core] = max(free_s[core], at_s) + TURN_CPU_S * chance.choice((0.5, 0.75, 1, 2))
        waits.append(free_s[core] - at_s)
        if left > 1:
            heapq.heappush(coming, (free_s[core] + chance.expovariate(1 / _THINKING_S), core, left - 1))
    return waits


def main() -> None:
    """Print a line for each size."""
    sizes = [int(text.replace(",", "")) for text in sys.argv[1:]] or SIZES
    print("    a day  turns/s   pages  cores  GB memory  GB disk a year  look-ups/s  p95 ms")
    for size in sizes:
        need, p95_s = needs(size), quantiles(waits_s(size, needs(size).cores), n=20)[-1]
        print(
            f"{size:9,}{need.turns_per_s:9.1f}{need.pages:8,}{need.cores:7}{need.memory_gb:11.1f}"
            f"{need.disk_gb_per_year:16,.0f}{need.lookups_per_s:12.2f}{p95_s * 1000:8.0f}"
        )


if __name__ == "__main__":
    main()
