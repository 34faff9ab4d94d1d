"""Read that a parcel waits somewhere and is not to be had there: the place is shut, or its counter refuses."""

from __future__ import annotations

import re

_PLACE = (
    r"(?:shop|store|post ?office|office|locker|point|depot|counter|branch|place|kiosk|station|agency|relay|newsagents?"
    r"|supermarket|pharmacy|petrol station|gas station|they|it)"
)
_PARCEL = r"(?:it|them|mine|(?:the|my|our|her|his|this|that) (?:parcel|package|packet|box|order|delivery))"
_SHUT = re.compile(
    rf"\b{_PLACE}\b(?:['’]s|['’]re| is| are| was| were| has| have| stays?)(?: (?!not\b|never\b)\w+){{0,3}}? "
    r"(?:closed|shut|boarded up|on (?:holiday|vacation|strike))\b"
    r"(?! (?:on|at|by|from \d|between|after|before|for lunch)\b)"
    rf"|\b{_PLACE} (?:closed|shut) down\b|\b(?:shutters?|blinds?) (?:is|are|was|were)(?: \w+)? down\b",
    re.IGNORECASE,
)
_NOT_SHUT_YET = re.compile(r"\b(?:when|before|after|until|unless|by the time)\b[^,]*\b(?:closed|shut)\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:won['’]?t|will not|would(?:n['’]?t| not)|can(?:['’]?t|not)|could(?:n['’]?t| not)|did(?:n['’]?t| not)"
    r"|refus\w+ to|(?:not|n['’]t) (?:allowed|able|permitted|willing) to)(?: \w+)?"
    rf" (?:(?:give|hand|release)(?: me| us| out| over)* {_PARCEL}"
    r"|let (?:me|us|her|him|them) (?:have|take|collect|get|pick))\b"
    rf"|\brefus\w+ (?:to me )?(?:me|us) {_PARCEL}\b|\b(?:turned|sent) (?:me|us|her|him) (?:away|home|off)\b"
    r"|\b(?:clerk|counter|office|they|lady|man|guy)\b[^.!?]{0,30}\bsender (?:must|has to|needs to|should) confirm\b",
    re.IGNORECASE,
)


def is_kept_from_the_shopper(sentence: str) -> bool:
    """Tell whether a sentence says that the place where a parcel waits is shut, or does not give it out."""
    shut = _SHUT.search(sentence) is not None and _NOT_SHUT_YET.search(sentence) is None
    return shut or _REFUSED.search(sentence) is not None
