"""Read what a person has to know of a case besides its trouble: whose fault it is, how often and how long already."""

from __future__ import annotations

import re
from datetime import date

from parcelbot.core.reading.contact.contact_words import writes_again
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.times.last_days import last_day

_CUSTOMER_FOR_LONG = re.compile(
    r"\b(?:customers?|clients?|shopp(?:ed|ing)|bought|buying|order(?:ed|ing))\b.{0,30}"
    r"\b(?:for|since|over|more than|all these)\b.{0,15}\b(?:years?|decades?|ages|20[0-2]\d)\b"
    r"|\b(?:loyal|long[- ]?(?:time|standing)|regular|faithful) (?:customer|client|shopper)\b",
    re.IGNORECASE,
)
_NEVER_TOLD = re.compile(
    r"\b(?:nobody|no ?one|noone|never|not|(?:was|were|has|have|did)n['’]?t)\b.{0,20}"
    r"\b(?:told|informed|notified|warned|mentioned|let (?:me|us) know|heads[- ]?up)\b(?! you\b)",
    re.IGNORECASE,
)
_NOT_MY_FAULT = re.compile(
    r"\b(?:your|the (?:shop|carrier)['’]s|not (?:my|our)) (?:own )?(?:mistake|fault|error|doing)\b", re.IGNORECASE
)
_WROTE_TO_US = re.compile(
    r"\b(?:wrote|written|e-?mailed|mailed|messaged|contacted|called|rung|rang|phoned|complained)(?: \w+)? "
    r"(?:to )?(?:you|kossr|your (?:team|support|shop|service)|the shop|support|customer (?:service|care))\b",
    re.IGNORECASE,
)
_REPROACHES = (_CUSTOMER_FOR_LONG, _NEVER_TOLD, _NOT_MY_FAULT)
_SENTENCES = re.compile(r"[^.!?？\n]+[.!?？]*")


def reproaches(text: str) -> bool:
    """Tell whether a sentence says, without asking, how somebody was treated: not told, not their fault, for years."""
    return any(
        pattern.search(sentence)
        for sentence in _SENTENCES.findall(text)
        if not asks_something(sentence)
        for pattern in _REPROACHES
    )


def says_it_was_written_before(text: str) -> bool:
    """Tell whether this is not the first time that somebody writes to us."""
    return writes_again(text) or _WROTE_TO_US.search(text) is not None


def weighs(text: str, written_on: date) -> bool:
    """Tell whether a text, written on that day, tells what makes a case weigh more: a reproach, or a last day."""
    return reproaches(text) or says_it_was_written_before(text) or last_day(text, written_on) is not None
