"""Read that a day is asked for of several parcels at once: which comes last, whether all are here by then. English."""

from __future__ import annotations

import re

_COMES = r"(?:com\w*|arriv\w*|here|get\w*|land\w*|deliver\w*|reach\w*|turn\w* up|due)"
_WHICH = re.compile(
    rf"\b(?:which|what|who)\b[^.!?]{{0,35}}\b{_COMES}\b[^.!?]{{0,20}}\b(?:last|first|latest|soonest|earliest|next)\b"
    rf"|\b(?:last|first) (?:one )?to {_COMES}\b"
    rf"|\bwhich\b[^.!?]{{0,25}}\b(?:last|first|slowest|fastest|latest|soonest)\b[^.!?]{{0,20}}\b{_COMES}\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:both|all|everything|each|they|them|these|the (?:two|three|four|lot)|(?:two|three|four) parcels)\b",
    re.IGNORECASE,
)
_BY_A_DAY = re.compile(
    r"\b(?:when|how long|what day|by (?:then|the|next|\w+day|\w+mas|\d)|before|until|this (?:week|month)|in time"
    r"|today|tonight|tomorrow|weekend|on \w+day|next week)\b",
    re.IGNORECASE,
)


_NOT_IN_TIME = re.compile(
    r"\bwhich\b[^.!?]{0,50}(?:\b(?:not|never|late|too late|miss(?:ing)?)\b|n['’]t\b)"
    r"|\bwhich\b[^.!?]{0,50}\b(?:by (?:then|that day)|in time|before (?:then|that))\b",
    re.IGNORECASE,
)


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


def asks_which(text: str) -> bool:
    """Tell whether a message asks which of several it is: no place in a list is named by "which comes last?"."""
    return re.search(r"\bwhich\b", text, re.IGNORECASE) is not None


def asks_which_are_late(text: str) -> bool:
    """Tell whether a message asks which of several will be here by a day, or which will not."""
    return _NOT_IN_TIME.search(text) is not None


def asks_for_days(text: str) -> bool:
    """Tell whether a message asks when several parcels come, or which of them comes last or first."""
    if _WHICH.search(text):
        return True
    comes = re.search(rf"\b{_COMES}\b", text, re.IGNORECASE) is not None
    return comes and _SEVERAL.search(text) is not None and _BY_A_DAY.search(text) is not None
