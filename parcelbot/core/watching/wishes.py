"""Read what a message wants to be told of, and whether it wants to be told no more."""

from __future__ import annotations

import re
from collections.abc import Container
from enum import Enum

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.watching.news import Wanted


class NewsWish(str, Enum):
    """Wish about messages that are written without being asked for.

    `stop_bare` is a lone "stop", which means them only where nothing else can be stopped.
    """

    STOP = "stop"
    STOP_BARE = "stop_bare"
    LIST = "list"


_MESSAGES = r"(?:messages?|e-?mails?|mails?|updates?|news|notifications?|alerts?)"
_WRITE = r"(?:write|message|e-?mail|mail|notify|text|update|ping|remind|contact)"
_WRITING = r"(?:writing|messaging|e-?mailing|mailing|notifying|texting|updating|pinging|reminding|contacting|watching)"
_ANY = r"(?:(?:me|any|these|those|your|the|more) ){0,3}"
_STOP = re.compile(
    rf"\bstop (?:{_WRITING}|sending {_ANY}{_MESSAGES})\b|\bunsubscribe\b|\bno more {_MESSAGES}\b|"
    # "you don't write to me" is a complaint
    rf"(?:^|[.,;:!?]\s*|\bplease )(?:don'?t|do not|no need to|never) {_WRITE} (?:to )?(?:me|us)\b|"
    rf"\b(?:turn|switch) off {_ANY}{_MESSAGES}\b|\bopt(?:ing)? out\b",
    re.IGNORECASE,
)
_STOP_BARE = re.compile(r"\W*(?:please )?stop(?: it| this| that| now| please)?\W*", re.IGNORECASE)
_WATCH = r"(?:watch\w*|keep\w* an eye on|monitor\w*|look\w* out for|follow\w*)"
_LIST = re.compile(
    rf"\b(?:what|which(?: of (?:my|the))?(?: parcels?| packages?| orders?)?) (?:are you|do you|will you) "
    rf"(?:still )?{_WATCH}|\bare you (?:still )?{_WATCH}|\bwhat (?:messages|updates|news) (?:will|do) (?:i|you)\b",
    re.IGNORECASE,
)
_WANTED = (
    (
        Wanted.OUT_FOR_DELIVERY,
        re.compile(r"\bout for delivery\b|\bon the van\b|\bday (?:that )?it (?:comes|arrives)\b"),
    ),
    (Wanted.PROBLEM, re.compile(r"\b(?:goes|went|is|gets) wrong\b|\bproblems?\b|\bstuck\b|\bheld up\b")),
    (Wanted.DELIVERED, re.compile(r"\b(?:delivered|arriv\w+|lands?|gets? here|is here|at my door)\b")),
)
_MOVES = re.compile(r"\b(?:mov\w+|any(?:thing)?|updates?|changes?|news|scan\w*)\b")


def read_news_wish(text: str, says: Container[str] = ()) -> NewsWish | None:
    """Read a wish about messages of ours; None for a text that has none."""
    plain = text.replace("’", "'")
    if _STOP.search(plain) or Said.STOPS_MESSAGES.value in says:
        return NewsWish.STOP
    if _STOP_BARE.fullmatch(plain):
        return NewsWish.STOP_BARE
    return NewsWish.LIST if _LIST.search(plain) else None


def read_wanted(text: str) -> Wanted:
    """Read which news are wanted: the kind that is named, else any."""
    plain = text.casefold()
    if _MOVES.search(plain):
        return Wanted.ANY
    return next((wanted for wanted, pattern in _WANTED if pattern.search(plain)), Wanted.ANY)
