"""Read what of a question changes its answer: how far it asks, what it supposes or begins. English rules."""

from __future__ import annotations

import re

from parcelbot.core.reading.places.checklist import CARRIERS

_CARRIER = rf"(?:{CARRIERS}|delivery (?:company|firm|people|service|guys)|post(?: office)?|hotline|call cent(?:re|er))"
_NO_MORE = (
    r"\b(?:don['’]?t|do not|stop|quit|never|not|no more|instead of|without|enough of|tired of)\b(?:\W+\w+){0,2}?\W+"
)
_SENT_AWAY = re.compile(
    rf"{_NO_MORE}(?:send|refer|direct|point|pass|push|bounce|fob)\w*\W+(?:me|us)\b.{{0,25}}\b{_CARRIER}\b"
    rf"|{_NO_MORE}(?:tell|ask|advis|want)\w*\W+(?:me|us)\W+(?:to\W+)?"
    rf"(?:ring|call|phone|contact|ask|write|e-?mail|chase|speak|talk|turn|go|try)\b.{{0,25}}\b{_CARRIER}\b",
    re.IGNORECASE,
)
_IT = r"(?:it|this|(?:the|my) (?:parcel|package|order|box|stuff|delivery))"
_NO_DAY = (
    r"(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:janu|febru)ary|march|april|june|july|august|\w+ber\b"
    r"|christmas|easter)"
)
_A_COUNTRY = (
    r"(?:(?:my|the|this|our|your) (?:own )?(?:country|border)|abroad|overseas|europe"
    r"|the (?:uk|us|usa|eu|states|netherlands)"
    rf"|{_NO_DAY}(?-i:[A-Z][a-z]{{3,}}))"
)
_HOW_FAR = re.compile(
    rf"\b(?:has|is|did|was|does) {_IT}\b(?:\W+\w+){{0,2}}?\W+(?:left|leave|cross\w*|enter\w*|reach\w*|arrive[ds]?"
    r"|made it|make it|in|inside|out of|gone)\b(?:\W+(?:in|into|to|from|of|inside|over|already|yet|at)){0,2}"
    rf" {_A_COUNTRY}\b"
    rf"|\b(?:has|did) {_IT}\b(?: even| actually| already| at least)? (?:left|leave)\b(?: yet| already| at all| or not)",
    re.IGNORECASE,
)
#: The same where a country is known to be named, however it is written.
_STANDS = re.compile(
    rf"\b(?:has|is|did|was|does) {_IT}\b(?:\W+\w+){{0,2}}?\W+(?:out of|in|inside|left|leave|through|over|past"
    r"|reach\w*|cross\w*|enter\w*|arrive[ds]?)\b"
    rf"|^\W*(?:(?:so|and|but|then|ok(?:ay)?)\W+)*{_IT}(?:['’]s| is| has)\b(?:\W+\w+){{0,2}}?"
    r"\W+(?:in|out of|left|reached)\b[^.!]*\?",
    re.IGNORECASE,
)
_HERE_OR_NOT = re.compile(
    rf"\bis {_IT} (?:even |actually |really )?(?:over )?here(?: yet| already| by now| or (?:not|what|still))\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:open|start|begin|file|raise|lodge)\b", re.IGNORECASE)
#: A dispute that is open already, or goods that are to come in its place.
_STANDS_OPEN = re.compile(
    r"\b(?:clos\w+|drop\w*|end(?:ed|ing)?|withdraw\w*|cancel\w*|keep\w*|leave|left|still|stays?|confirm\w*|resen[dt]\w*"
    r"|re-?open\w*|new one|another one|replac\w+|resh?ip\w*|take (?:\w+ ){1,2}back|again)\b",
    re.IGNORECASE,
)
_NOT_PAYING = re.compile(
    r"[?？؟]|\b(?:if|not|refus\w+|without|ignor\w+|skip|unless|won['’]?t|do(?:es)?n['’]?t|didn['’]?t|can['’]?t|never)\b",
    re.IGNORECASE,
)


def without_sending_away(text: str) -> str:
    """Take out of a message that its writer will not be sent to the carrier: that is no place to deliver to."""
    return _SENT_AWAY.sub(" ", text)


def asks_how_far(text: str, names_a_country: bool = False) -> bool:
    """Tell whether a message asks if the parcel has left a country or come into one."""
    says_so = _HOW_FAR.search(text) or _HERE_OR_NOT.search(text)
    return bool(says_so or (names_a_country and _STANDS.search(text)))


def speaks_of_not_paying(text: str) -> bool:
    """Tell whether a message asks or supposes something, or refuses: "it says that a fee is unpaid" only reports."""
    return _NOT_PAYING.search(text) is not None


def begins_a_dispute(text: str) -> bool:
    """Tell whether a dispute is to be opened; "leave it open until the new one is here?" has one already."""
    return _BEGINS.search(text) is not None and _STANDS_OPEN.search(text) is None
