"""Measure what a turn costs as something grows: one conversation, what is stored, the pages that listen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median

import requests

from benchmarks.turns.assistants import Running
from benchmarks.turns.kinds import Kind, spread

LENGTHS = (5, 50, 200, 500)
_WINDOW = 12


def print_lengths(http: requests.Session, kinds: Sequence[Kind], turns: int, talks: int = 3) -> None:
    """Print what the turns that end with the 5th, 50th … of one conversation take, as a ratio to those of the 5th.

    So many conversations of each kind are held, one after the other of all; ratios have their spread.
    """
    lengths = [n for n in LENGTHS if n <= turns]
    print(f"\n{'turn of one conversation':30}" + "".join(f"{n:>28}" for n in lengths))
    took = [[list(_long_talk(http, kind, lengths)) for kind in kinds] for _ in range(talks)]
    for kind, of_kind in zip(kinds, zip(*took, strict=True), strict=True):
        print(f"{kind.name:30}" + "".join(f"{cell:>28}" for cell in length_cells(of_kind)))


def length_cells(talks: Sequence[Sequence[float]]) -> list[str]:
    """Word the CPU seconds of each length, over all talks, with their ratio to the first length."""
    return [
        f"{median(spent) * 1000:.0f} ms CPU {spread([a / b[0] for a, b in zip(spent, talks, strict=True)])}"
        for spent in zip(*talks, strict=True)
    ]


def _long_talk(http: requests.Session, kind: Kind, lengths: Sequence[int]) -> Iterator[float]:
    """The CPU of a turn at each length: of the first so many turns, or of a dozen before it."""
    shopper, said = kind.shopper(http, kind.running.url), 0
    for length in lengths:
        begin = max(said, length - _WINDOW)
        for number in range(said, begin):
            shopper.says(kind.texts[number % len(kind.texts)])
        before_s = sum(kind.running.cpu_s().values())
        for number in range(begin, length):
            shopper.says(kind.texts[number % len(kind.texts)])
        yield (sum(kind.running.cpu_s().values()) - before_s) / (length - begin)
        said = length


@dataclass(frozen=True)
class Growth:
    """Something that grows while turns are measured: its sizes, and a context in which it has one of them.

    `also` is measured there, too, once at each size; `unit` names it.
    """

    name: str
    sizes: Sequence[int]
    grown: Callable[[int], AbstractContextManager[None]]
    also: Callable[[], float]
    unit: str


def print_growth(http: requests.Session, kind: Kind, growth: Growth, rounds: int) -> None:
    """Print what a turn takes at each size; ratios are to the first one."""
    took, also = [], []
    for size in growth.sizes:
        with growth.grown(size):
            took.append([_cpu_s(kind, http) for _ in range(rounds)])
            also.append(growth.also())
    print(f"\n{growth.name:30}{'CPU ms a turn':>14}  {'ratio to the first':20}{growth.unit:>16}")
    for size, spent, more in zip(growth.sizes, took, also, strict=True):
        ratios = [a / b for a, b in zip(spent, took[0], strict=True)]
        print(f"{size:30,}{median(spent) * 1000:14.0f}  {spread(ratios):20}{more:16.0f}")


def _cpu_s(kind: Kind, http: requests.Session) -> float:
    before_s, turns = _spent_s(kind.running), 0
    while turns < _WINDOW:
        turns += len(kind.talk(http))
    return (_spent_s(kind.running) - before_s) / turns


def _spent_s(running: Running) -> float:
    return sum(running.cpu_s().values())
