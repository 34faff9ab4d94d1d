"""Read that a day is asked for of several parcels at once: which comes last, whether all are here by then. English."""

from __future__ import annotations

import re

_AMOUNTS = [
    "no",
    "a",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
_IN_SO_LONG = re.compile(
    rf"\bin (?:about |exactly |just |only )?(\d{{1,2}}|{'|'.join(_AMOUNTS[1:])}) (day|week|fortnight)s?\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def days_ahead(text: str) -> int | None:
    """Give how many days ahead of today a day is that a message names so: "we open in ten days"; None for none."""
    found = _IN_SO_LONG.search(text)
    if found is None:
        return None
    amount = int(found[1]) if found[1].isdigit() else _AMOUNTS.index(found[1].lower())
    return amount * _DAYS[found[2].lower()]
