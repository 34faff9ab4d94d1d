"""Print how many published tracking numbers are found, in every way shoppers write them.

`python -m tests.support.public_numbers` prints the table; `tests/unit/reading/test_public_numbers.py` holds it to
the aim.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_uppercase, digits
from typing import Any

import yaml

from parcelbot.core.reading.given_numbers.number_types import NumberKind
from parcelbot.reading.number_formats import find_numbers

_FILE = Path(__file__).with_suffix(".yml")
_MADE_OF_EACH = 20
#: An S10 check digit stands before the country.
_CHECK_AT = {"s10": 10}
Phrase = Callable[[str], str]


@dataclass(frozen=True)
class Figure:
    """Count of what became of all numbers in one phrasing: found whole, called mistyped, taken for something else."""

    phrasing: str
    numbers: int
    missed: tuple[str, ...]
    doubted: tuple[str, ...]

    @property
    def share(self) -> float:
        """Share of the numbers that were found, 0 to 1."""
        return 1 - len(self.missed) / self.numbers


def _grouped(number: str, size: int, gap: str = " ") -> str:
    return gap.join(number[at : at + size] for at in range(0, len(number), size))


PHRASINGS: dict[str, Phrase] = {
    "N (found, or asked what it is)": lambda n: n,
    "where is N": lambda n: f"where is {n}",
    "where is N, lower case": lambda n: f"where is {n.lower()}?",
    "where is my parcel N": lambda n: f"Where is my parcel {n}??",
    "my tracking number is N": lambda n: f"my tracking number is {n}",
    "my tracking number is N, in twos": lambda n: f"my tracking number is {_grouped(n, 2)}",
    "my tracking number is N, in threes": lambda n: f"my tracking number is {_grouped(n, 3)}",
    "my tracking number is N, in fours": lambda n: f"my tracking number is {_grouped(n, 4)}",
    "my tracking number is N, in fives": lambda n: f"my tracking number is {_grouped(n, 5)}",
    "my tracking number is N, in fours, lower case": lambda n: f"my tracking number is {_grouped(n.lower(), 4)}",
    "tracking number N, letter by letter": lambda n: f"tracking number {_grouped(n, 1)}",
    "tracking: N, with dashes": lambda n: f"tracking: {_grouped(n, 4, '-')}",
    "tracking: N, with dots": lambda n: f"tracking: {_grouped(n, 4, '.')}",
    "where is N, in fours": lambda n: f"where is {_grouped(n, 4)}",
    "where is N, in twos": lambda n: f"where is {_grouped(n, 2)}",
    "N, in fours, is stuck": lambda n: f"{_grouped(n, 4)} is stuck",
    "hi, my parcel N hasn't moved": lambda n: f"hi, my parcel {n} hasn't moved since Monday",
    "hi, my parcel N in fours has not moved": lambda n: f"hi my parcel {_grouped(n, 4)} has not moved for 9 days",
    "package with number N in a sentence": lambda n: f"hello, the package with number {n} is held by customs, what now",
    "N hasn't moved for 9 days": lambda n: f"{n} hasn't moved for 9 days",
    "it's N, it still says label created": lambda n: f"it's {n}, it still says label created",
    "Tracking not updating N": lambda n: f"Tracking not updating {n}",
    "can you track N for me pls": lambda n: f"can you track {n} for me pls",
}


@cache
def published() -> tuple[str, ...]:
    """Read the published examples."""
    return tuple(number for numbers in _data()["published"].values() for number in numbers)


@cache
def made() -> tuple[str, ...]:
    """Make numbers of each shape, always the same ones."""
    chance = random.Random(13)
    return tuple(_make(row, chance) for row in _data()["made"] for _ in range(_MADE_OF_EACH))


def figures(numbers: tuple[str, ...]) -> Iterator[Figure]:
    """Count, for each phrasing, how many of `numbers` are found."""
    for phrasing, phrase in PHRASINGS.items():
        asked = {NumberKind.TRACKING, NumberKind.AMBIGUOUS} if phrase("1") == "1" else {NumberKind.TRACKING}
        read = {number: find_numbers(phrase(number)) for number in numbers}
        missed = (n for n, found in read.items() if not any(f.value == n and f.kind in asked for f in found))
        doubted = (n for n, found in read.items() if any(f.valid is False for f in found))
        yield Figure(phrasing, len(numbers), tuple(missed), tuple(doubted))


def _data() -> Any:
    return yaml.safe_load(_FILE.read_text("utf-8"))


def _make(row: dict[str, str], chance: random.Random) -> str:
    draw = {"#": digits, "@": ascii_uppercase}
    number = "".join(chance.choice(draw.get(character, character)) for character in row["shape"])
    check = row.get("check")
    if check is None:
        return number
    at = _CHECK_AT.get(check, len(number) - 1)
    return next(n for d in digits if _RULES[check](n := number[:at] + d + number[at + 1 :]))


def _weighted(number: str, weights: tuple[int, ...]) -> int:
    """Add up the digits from the right; `weights` repeat."""
    return sum(int(d) * weights[at % len(weights)] for at, d in enumerate(reversed(number)))


def _luhn(number: str) -> bool:
    return sum(sum(divmod(int(d) * (1 + at % 2), 10)) for at, d in enumerate(reversed(number))) % 10 == 0


def _s10(number: str) -> bool:
    rest = 11 - sum(int(d) * w for d, w in zip(number[2:10], (8, 6, 4, 2, 3, 5, 9, 7), strict=True)) % 11
    return int(number[10]) == (0 if rest == 10 else 5 if rest == 11 else rest)


def _ups(number: str) -> bool:
    """Check a 1Z number: letters count as their place in the alphabet plus 2, modulo 10; every second one twice."""
    values = [int(c) if c.isdigit() else (ord(c) - 63) % 10 for c in number[2:-1]]
    total = sum(value * (2 if at % 2 else 1) for at, value in enumerate(values))
    return -total % 10 == int(number[-1])


_RULES: dict[str, Callable[[str], bool]] = {
    "s10": _s10,
    "luhn": _luhn,
    "ups": _ups,
    "gs1": lambda n: _weighted(n, (1, 3)) % 10 == 0,
    "fedex": lambda n: _weighted(n[:-1], (1, 3, 7)) % 11 % 10 == int(n[-1]),
    "dhl": lambda n: int(n[:-1]) % 7 == int(n[-1]),
}


def print_table() -> None:
    """Print a line for each phrasing."""
    for title, numbers in (("published", published()), ("made", made())):
        print(f"\n{title}: {len(numbers)} numbers{'':28} found  doubted")
        for figure in figures(numbers):
            print(
                f"  {figure.phrasing:46} {figure.share:6.1%}  {len(figure.doubted):7}  {', '.join(figure.missed[:3])}"
            )


if __name__ == "__main__":
    print_table()
