"""Read exclamations at a day that was named: "Friday?!", "you told me so", "did you make it up?". English rules."""

from __future__ import annotations

import re

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_ONLY_DAYS = re.compile(
    rf"\W*(?:(?:{_DAY}|it['’]?s|it is|that['’]?s|that is|is|only|just|today|tomorrow|still|not|until|till|til|so|as|by"
    r"|late|long|far|off|away|really|seriously|wow|oh|but|and|now|then|a|whole|the|week|weekend|days?|two|three|four"
    r"|five|six|what|omg|god)(?:\W+|$))+",
    re.IGNORECASE,
)
_A_DAY = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_MOST_WORDS = 12
_REPROACHES_THE_DAY = re.compile(
    rf"\b(?:told (?:you|u|ya)(?: so)?\W*$|told (?:you|u|ya) so\b"
    r"|(?:been|was) promised (?:an? |the )?(?:\w+ )?(?:day|date|\w+day)\b|i (?:knew|said) (?:it|so)\b(?!['’]))"
    rf"|\byou (?:guys )?(?:said|promised|told me)\b[^.!?]{{0,20}}\b(?:{_DAY}|by now|the \d+\w*|yesterday|last week)\b"
    r"|\b(?:made|ma(?:ke|king) up|invent\w*|picked|pluck\w*)\b[^.!?]{0,15}"
    r"\b(?:the|that|this|a|some|any) (?:date|day)s?\b"
    r"|\b(?:not|n['’]t|never|why|how|should|to)\b[^.!?]{0,20}\b(?:believe|trust)\b[^.!?]{0,20}"
    r"\b(?:next|another|new|any|your) (?:date|day)\b",
    re.IGNORECASE,
)


def only_names_days(text: str) -> bool:
    """Tell whether a message does nothing but exclaim at a day: there is nothing in it for a person to read."""
    return len(text.split()) <= _MOST_WORDS and _A_DAY.search(text) is not None and bool(_ONLY_DAYS.fullmatch(text))


def reproaches_the_day(text: str) -> bool:
    """Tell whether a message holds a day against us that we named: it passed, was made up, or was foretold to."""
    return _REPROACHES_THE_DAY.search(text) is not None


def only_holds_a_day(text: str) -> bool:
    """Tell whether a message does no more than exclaim at a day, or hold one against us."""
    return only_names_days(text) or (reproaches_the_day(text) and len(text.split()) <= _MOST_WORDS)
