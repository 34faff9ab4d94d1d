"""Read questions whose own words say what they ask, where a likeness takes them for a neighbour. English rules."""

from __future__ import annotations

import re

_WHEN_IT_COMES = re.compile(
    r"\bwhen\b[^.?!]{0,20}\b(?:it|that|this|my (?:stuff|parcel|package|order|thing|box)|the (?:parcel|package|order))\b"
    r"(?:['’]ll| will| is| does| would|['’]s| actually| finally)*"
    r" (?:gets? here|com(?:es?|ing)|arriv\w+|be here|reach\w*|lands?|turns? up|gets? to me|shows? up)\b",
    re.IGNORECASE,
)


_THEIRS = (
    r"(?:their|(?:at|with|by|of|from) (?:them|the (?:post(?: office)?|carrier|courier|customs))"
    r"|(?:the )?(?:post(?: office)?|carrier|courier|customs)(?:['’]?s)?)"
)
_SEARCH = r"(?:case|investigation|search|inquiry|enquiry|claim|query|trace|tracing|complaint)"
_THEIR_CASE = re.compile(
    r"\b(?:how (?:long|many (?:days|weeks))|when|by when)\b"
    rf"(?=[^.?!]*\b{_THEIRS}\b)(?=[^.?!]*\b{_SEARCH}\b)[^.?!]*"
    r"\b(?:takes?|lasts?|needs?|runs?|done|finish(?:ed|es)?|closed|over|complete\w*|ends?|go(?:es)? on)\b",
    re.IGNORECASE,
)

#: A date or a charge stands on a parcel; a thing lies in it.
_ON_IT = (
    r"(?:latest|earliest|first|last|most|problem|delay|date|day|scan|charge|fee|duty|number|label|status|code|message)"
)
_WHICH_HOLDS = re.compile(
    r"\b(?:which|in which)(?: one| parcel| box| package)?(?: of (?:them|these|those|the \w+)(?: parcels| boxes)?)?"
    r"(?:['’]s| is| are| has| have| got| holds?| contains?| will have| would have| with)+"
    rf" (?:my|the|our|that) (?!{_ON_IT}\b)(?:\w+ )?(?!{_ON_IT}\b)\w+(?: in(?: it| there)?| inside)?\W*(?:[?.!,]|$)",
    re.IGNORECASE,
)


#: How long until it turns back, by where it stands.
BACK_WHEN = ("customs_deadline", "pickup_until", "when_back")


def asks_which_holds_it(text: str) -> bool:
    """Tell whether a message asks which of several parcels a thing lies in, which no scan tells."""
    return _WHICH_HOLDS.search(text) is not None


def asks_when_it_comes(text: str) -> bool:
    """Tell whether a message speaks of when the parcel comes: "that doesn't tell me when it arrives"."""
    return _WHEN_IT_COMES.search(text) is not None


def asks_how_long_they_search(text: str) -> bool:
    """Tell whether a message asks how long the carrier or customs take with a case of their own. English rules."""
    return _THEIR_CASE.search(text) is not None
