"""Repair mistyped codes: undo confused characters and swapped neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

MAX_REPAIRS = 3

_CONFUSED = {
    "0": "O",
    "O": "0",
    "1": "IL",
    "I": "1L",
    "L": "1I",
    "5": "S",
    "S": "5",
    "8": "B",
    "B": "8",
    "2": "Z",
    "Z": "2",
}
_TO_DIGITS = str.maketrans("OILSBZ", "011582")
_TO_LETTERS = str.maketrans("01582", "OISBZ")


def repairs_of(code: str, passes: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the codes close to `code` that pass, likeliest first, at most three; empty when none does.

    One confused character comes before several of the same kind, and those before swapped neighbours.
    """
    kept: list[str] = []
    for candidate in _candidates(code):
        if candidate != code and candidate not in kept and passes(candidate):
            kept.append(candidate)
        if len(kept) == MAX_REPAIRS:
            break
    return tuple(kept)


def _candidates(code: str) -> Iterator[str]:
    yield from _one_confused(code)
    yield from _all_confused(code)
    yield from _swapped(code)


def _one_confused(code: str) -> Iterator[str]:
    for at, character in enumerate(code):
        for other in _CONFUSED.get(character, ""):
            yield code[:at] + other + code[at + 1 :]


def _all_confused(code: str) -> Iterator[str]:
    """Read the body as digits between a prefix and a suffix of letters, as most carriers build codes."""
    for head in range(4):
        for tail in (0, 2):
            end = len(code) - tail
            body = code[head:end].translate(_TO_DIGITS)
            if body.isdigit():
                yield code[:head].translate(_TO_LETTERS) + body + code[end:].translate(_TO_LETTERS)


def _swapped(code: str) -> Iterator[str]:
    for at in range(len(code) - 1):
        left, right = code[at], code[at + 1]
        if left != right:
            yield code[:at] + right + left + code[at + 2 :]
