"""Read short replies to a question that was asked: a bare order number, or one of the choices."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: A bare number among more words than these may be anything: a price, a house, a year.
_MOST_WORDS = 3
_BARE_ORDER = re.compile(r"(?<![\w.#-])(\d{4,6}|\d{16})(?![\w.-]|\s*(?:days?|weeks?|hours?|st|nd|rd|th)\b)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINALS = {
    "first": 0,
    "1st": 0,
    "one": 0,
    "second": 1,
    "2nd": 1,
    "two": 1,
    "third": 2,
    "3rd": 2,
    "last": -1,
}


def is_short_reply(text: str) -> bool:
    """Tell whether `text` is at most three words ("yep 7401 thanks"): a number in it is then what it says."""
    return len(text.split()) <= _MOST_WORDS


def bare_order_number(text: str) -> str:
    """Return the one bare number that can be an order's, where one is expected; "" for none or many.

    A year counts only when nothing else is said.
    """
    alone = text.strip(" #.!").isdigit()
    found = {number for number in _BARE_ORDER.findall(text) if alone or not _YEAR.fullmatch(number)}
    return found.pop() if len(found) == 1 else ""


def pick_choice(text: str, choices: Sequence[str]) -> str:
    """Return the choice a shopper means by "2", "the second one" or "last"; "" when that is not clear."""
    words = re.findall(r"\w+", text.lower())
    if len(words) > 4 or not choices:
        return ""
    spots = [int(w) - 1 if w.isdigit() and len(w) == 1 else _ORDINALS.get(w) for w in words]
    spot = next((s for s in spots if s is not None), None)
    return choices[spot] if spot is not None and spot < len(choices) else ""
