"""Repair mistyped codes where people's usual slips explain them: look-alike characters, swapped neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

#: More explanations than these are none: the shopper had better copy the number again.
MAX_REPAIRS = 4

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

Passes = Callable[[str], bool]


def repairs_of(code: str, passes: Passes) -> tuple[str, ...]:
    """Return the codes that a code of a known shape, whose check digit fails, may have been meant for; at most four.

    A letter read as the digit it looks like comes before swapped neighbours. Empty when nothing is likely.
    """
    return _few(_one_letter_as_digit(code), code, passes) or _few(_swapped(code), code, passes)


def look_alikes_of(code: str, passes: Passes) -> tuple[str, ...]:
    """Return the codes that a code of no known shape becomes once look-alikes are put right, at most four.

    One character comes before several of the same kind.
    """
    return _few(_one_confused(code), code, passes) or _few(_all_confused(code), code, passes)


def only_swapped(code: str, repair: str) -> bool:
    """True when `repair` has the characters of `code` in another order, so that it is one guess of several."""
    return sorted(code) == sorted(repair)


def _few(candidates: Iterable[str], code: str, passes: Passes) -> tuple[str, ...]:
    kept = [candidate for candidate in dict.fromkeys(candidates) if candidate != code and passes(candidate)]
    return tuple(kept) if len(kept) <= MAX_REPAIRS else ()


def _one_letter_as_digit(code: str) -> Iterator[str]:
    for at, character in enumerate(code):
        if (digit := character.translate(_TO_DIGITS)) != character:
            yield code[:at] + digit + code[at + 1 :]


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
