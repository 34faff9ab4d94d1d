"""Read how many days of buyer protection are left, where a message says so; other days are about the parcel."""

from __future__ import annotations

import re

_PROTECTION = r"(?:protection|dispute|guarantee|aliexpress (?:time|deadline))"
_DAYS = r"(?P<days>\d{1,3})\s*(?:more\s+)?(?:days?|d)?\b"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_PROTECTION}\b[^.!?\d]{{0,40}}\b(?:in|for|only|another|still|left|remaining|is|has|of|:)\s*{_DAYS}",
        rf"\b(?P<days>\d{{1,3}})\s*days?\s+more\b[^.!?]{{0,40}}\b{_PROTECTION}",
        rf"\b(?P<days>\d{{1,3}})\s*days?\s+(?:of|until|till|before)\b[^.!?\d]{{0,30}}\b{_PROTECTION}",
        rf"\b{_PROTECTION}\b[^.!?]{{0,60}}\b(?P<days>\d{{1,3}})\s*days?\s*(?:left|remaining|more|to go)\b",
        r"\b(?P<days>\d{1,3})\s*days?\s*(?:are\s+|is\s+)?(?:left|remaining|to go)\b",
        r"\b(?:only|just)\s+(?P<days>\d{1,3})\s*(?:days?\s*)?left\b",
    )
)


def protection_days(text: str) -> int | None:
    """Give the days of buyer protection that a message names as left; None where it names none."""
    found = (pattern.search(text) for pattern in _PATTERNS)
    return next((int(match["days"]) for match in found if match), None)
