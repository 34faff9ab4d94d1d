"""Tell what a time in a shopper's words is about: the parcel, a promise, a need, or their own life. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum


class TimeRole(Enum):
    """Part that a named time plays in a message; `elsewhere` is about a letter, an illness, a stay, not the parcel."""

    PARCEL = "parcel"
    PROMISED = "promised"
    NEEDED = "needed"
    ELSEWHERE = "elsewhere"


_OCCASION = (
    r"weddings?|birthdays?|bday|party|christening|baptism|communion|funeral|anniversary|graduation|interview"
    r"|baby shower|ceremony|function|exam|dinner|concert|housewarming|gig|play"
)
#: Words that decide, the nearest before the time; with none it is about the parcel.
_CUES: Mapping[TimeRole, re.Pattern[str]] = {
    TimeRole.NEEDED: re.compile(
        r"\bneed(?:s|ed)? (?:it|this|them|that|these|the|my|for|by|to have|to be)\b"
        r"|\bwant (?:it|this|them)\b|\b(?:my|\w+'s) \d{2}th\b"
        rf"|\bin time\b|\b(?:{_OCCASION})\b|\bholiday (?:starts|begins)\b"
        r"|\b(?:fly|flying|travel|travell?ing|going away|go away)\b"
        r"|\b(?:leave|leaving) (?:on|for|the country)\b|\b(?:we|i) leave\b|\b(?:move|moving) (?:out|house)\b"
        r"|\bguests (?:come|arrive)\b|\bcount on it\b|\bmake it\b"
        r"|\b(?:will|would|can|could|does|do|is|are) (?:it|they|this|that|i|we|my \w+|the \w+)\b",
        re.IGNORECASE,
    ),
    TimeRole.PROMISED: re.compile(
        r"\b(?:due|expected|promis\w+|supposed|meant|should|guarante\w+|estimated|scheduled|eta|says?|said|told)\b"
        r"|\bdelivery (?:date|day)\b|\bwas (?:to|coming)\b",
        re.IGNORECASE,
    ),
    TimeRole.ELSEWHERE: re.compile(
        r"\b(?:e-?mailed|e-?mails?|mailed|wrote|written|messaged?|called|rang|rung|phoned|contacted|spoke|chatted"
        r"|replied)\b"
        r"|\b(?:reply|replies|answer(?:ed)?|response|respond|get back|got back|hear back|heard back|come back to me)\b"
        r"|\b(?:on holiday|on vacation|away (?:until|till|for)|married|lived|living|customer|pregnant|subscription)\b"
        r"|\b(?:giv(?:e|ing) (?:you|them|it)|you(?: have|'ve(?: got)?| get)|(?:in|for) the next|ultimatum|deadline)\b"
        r"|\b(?:sorted|solved|settled|fixed|resolved) (?:\w+ ){0,2}(?:within|in)\b"
        r"|\bi(?:'ll| will| am going to|'m going to)\b"
        # when somebody can fetch it is no day by which it is needed
        r"|\b(?:can|could|may|would) (?:i|we|my \w+) (?:\w+ ){0,3}?(?:collect|fetch|go|come|pick (?:it|them|this) up)\b"
        r"|\b(?:membership|rash|reaction|ill|sick|hospital|headaches?|fever|operation|born|closed)\b",
        re.IGNORECASE,
    ),
    TimeRole.PARCEL: re.compile(
        r"\b(?:stuck|scan\w*|updat\w+|moved?|moving|movement|ordered|bought|shipped|posted|nothing|tracking"
        r"|customs)\b",
        re.IGNORECASE,
    ),
}
_BREAK = re.compile(r"[.!?;\n]|\bbut\b", re.IGNORECASE)
_OVER = re.compile(r"\b(?:was|were|had)\b", re.IGNORECASE)
_OCCASION_FOLLOWS = re.compile(
    rf"(?:'s| is| for| at)?(?: my| our| the| a| her| his)?(?: \w+'s)?(?: \w+)? (?:{_OCCASION})\b", re.IGNORECASE
)
_REPLY_FOLLOWS = re.compile(
    r"(?: ago)?,? (?:for|without|and|with|on|to get)?(?: no| a| an| your| any)? ?(?:reply|answer|response|callback)\b",
    re.IGNORECASE,
)
_SOON = re.compile(r"\b(?:today|tomorrow|tonight|tmrw|tmr)\b", re.IGNORECASE)
_MUST = re.compile(rf"\b(?:need\w*|must|have to have|by|before|until|in time|{_OCCASION})\b", re.IGNORECASE)
_FARTHEST_CHARS = 80


def only_asks_for_today(text: str) -> bool:
    """Tell whether "today" or "tomorrow" is when the parcel is hoped for, and no day that it must be there by."""
    return _SOON.search(text) is not None and _MUST.search(text) is None


def role_of(text: str, start: int, end: int) -> TimeRole:
    """Tell the role of the time at `start` to `end` of `text`, by the nearest deciding word before it, else after."""
    clause = clause_before(text, start)
    nearest = max(_cues(clause), key=lambda cue: cue[0], default=None)
    if _REPLY_FOLLOWS.match(text, end):
        return TimeRole.ELSEWHERE
    if nearest is None:
        return TimeRole.NEEDED if _OCCASION_FOLLOWS.match(text, end) else TimeRole.PARCEL
    place, role = nearest
    past = role is TimeRole.NEEDED and _OVER.search(clause, place)
    return TimeRole.ELSEWHERE if past else role


def clause_before(text: str, start: int) -> str:
    """Give the words of the same clause before `start`, at most 80 characters."""
    before = text[max(start - _FARTHEST_CHARS, 0) : start]
    breaks = list(_BREAK.finditer(before))
    return before[breaks[-1].end() :] if breaks else before


def _cues(clause: str) -> Iterator[tuple[int, TimeRole]]:
    """Give where each deciding word ends, with its role."""
    for role, pattern in _CUES.items():
        yield from ((match.end(), role) for match in pattern.finditer(clause))
