"""Read questions whose own words say what they ask, where a likeness takes them for a neighbour. English rules."""

from __future__ import annotations

import re

_WHEN_IT_COMES = re.compile(
    r"\bwhen\b[^.?!]{0,20}\b(?:it|that|this|my (?:stuff|parcel|package|order|thing|box)|the (?:parcel|package|order))\b"
    r"(?:['’]ll| will| is| does| would|['’]s| actually| finally)*"
    r" (?:gets? here|com(?:es?|ing)|arriv\w+|be here|reach\w*|lands?|turns? up|gets? to me|shows? up)\b",
    re.IGNORECASE,
)


#: How long until it turns back, by where it stands.
BACK_WHEN = ("customs_deadline", "pickup_until", "when_back")


def asks_when_it_comes(text: str) -> bool:
    """Tell whether a message speaks of when the parcel comes: "that doesn't tell me when it arrives"."""
    return _WHEN_IT_COMES.search(text) is not None
