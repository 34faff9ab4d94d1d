"""Read that goods that came do not fit who wears or uses them: nothing of them is wrong, damaged or missing."""

from __future__ import annotations

import re

_NOT_OF_GOODS = (
    r"(?:parcel|package|packet|box|carton|pouch|letter ?box|mail ?box|locker|lorry|truck|car|door|gap|slot|price|bill"
    r"|sum|charge|fee|wait|risk|effort|window|time|money|budget|schedule|deadline)s?"
)
_FITS_NOT = re.compile(
    r"\b(?:too|a (?:bit|little|tad)|a size too|bit) (?:(?:bit|little|much|way) )?(?:small|big|tight|snug|loose|baggy)\b"
    r"(?! (?:for|to|of)\b(?! (?:me|him|her|us|my (?:son|daughter|husband|wife|mum|mom|dad|child|kid)\w*)\b))"
    r"|\btoo (?:long|short|wide|narrow|large) (?:on (?:me|him|her)|for (?:me|him|her)|in the|at the|across the"
    r"|a?round the)\b"
    r"|\b(?:big|small|tight|loose|baggy|huge|enormous|massive|tiny|miles? (?:too|off)) on (?:me|him|her)\b"
    r"|\b(?:does|do|did)(?:n['’]?t| not) (?:really |even )?fit(?: (?:me|him|her|us|my \w+|any of))?\b"
    r"(?! (?:in|into|through|on)\b)"
    r"|\bcould(?:n['’]?t| not) (?:even )?(?:get|pull|squeeze|do|button|zip) (?:it|them|into it|into them|this|these)"
    r" (?:on|up|over|past|round|closed)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b{_NOT_OF_GOODS}\b[^,;.]{{0,25}}$", re.IGNORECASE)
_AFTER = re.compile(rf"[^,;.]{{0,25}}\b{_NOT_OF_GOODS}\b", re.IGNORECASE)


def does_not_fit(sentence: str) -> bool:
    """Tell whether a sentence says that a piece does not fit; "too big for the letterbox" is a parcel."""
    found = _FITS_NOT.search(sentence)
    if found is None:
        return False
    return not (_BEFORE.search(sentence[: found.start()]) or _AFTER.match(sentence[found.end() :]))
