"""Read that somebody wants time first, or sets a condition: "give me till tonight", "if nothing by Friday, cancel"."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark
from parcelbot.core.reading.told.telling import TOLD

WANTS_TIME, DOES_FIRST, ON_CONDITION = f"{TOLD}wants_time", f"{TOLD}does_first", f"{TOLD}on_condition"

_FEW = r"(?:an?|one|two|three|some|another|a few|a couple(?: of)?|half an?|the|\d{1,2})"
_SPAN = (
    r"(?:sec(?:ond)?|min(?:ute)?|mo(?:ment)?|hour|hr|day|night|evening|morning|afternoon|weekend|week|month|bit"
    r"|while)s?"
)
_UNTIL = r"(?:until|till|til|’til|'til)"
_BEFORE = (
    r"^\W*(?:(?:ok(?:ay)?|no+|nah|nope|well|right|fine|alright|all right|sure|then|so|thanks?|thank you|not (?:yet|now)"
    r"|please|hm+|oh|ah|yes|yeah|actually|wait|sorry|can you|could you|but|and|leave it|i think|maybe)\W+)*"
)
_I_WILL = r"(?:i|we)(?:['’]?ll| will|['’]?m going to| am going to|['’]?m gonna|['’]?d rather)"
#: Each begins a clause.
_WANTS_TIME = re.compile(
    rf"{_BEFORE}(?:(?:{_I_WILL}|i|we) (?:just |still )?)?"
    r"(?:give|gimme|grant|allow|leave|wait)(?: (?:me|us|it|them|for))?"
    rf" (?:just |at least |for )?(?:{_UNTIL}\b|{_FEW} (?:more |extra )?{_SPAN}\b)"
    rf"|{_BEFORE}(?:just )?{_FEW} (?:more |extra )?(?:day|night|week|weekend|fortnight|month)s?"
    r"(?: (?:more|longer|then|please|first))*\W*$"
    rf"|{_BEFORE}i need (?:time )?(?:{_UNTIL}\b|{_FEW} (?:more )?{_SPAN}\b)",
    re.IGNORECASE,
)
_DOES_FIRST = re.compile(
    rf"(?:{_BEFORE}|\b(?=let me|lemme))(?:let me|lemme|{_I_WILL}|i want to|i need to|i have to) (?:\w+ ){{1,8}}?first\b"
    rf"|{_BEFORE}(?:let me|lemme) (?:try|do|test|check)(?: (?:that|this|it|so))?\W*$"
    rf"|{_BEFORE}(?:i(?:['’]?ll| will) )?(?:be )?(?:right |straight )?(?:back|brb)(?: here)? (?:in|soon|later|tomorrow"
    r"|tonight|shortly|then)\b"
    rf"|{_BEFORE}i(?:['’]?ll| will) (?:\w+ )?(?:come back|get back|write|report back|return|let you know|tell you)"
    r"(?: \w+){0,3} (?:later|tomorrow|tonight|then|soon|next week|in (?:the|an?) \w+|when|once|after)\b",
    re.IGNORECASE,
)
_HOLDS_ON = re.compile(
    r"\W*(?:(?:ok(?:ay)?|oh|no|hey|please|sorry|ah)\W+)*(?:wait|wait wait|hold on|hang on|hold up|(?:just )?(?:a|one) "
    r"(?:sec(?:ond)?|min(?:ute)?|moment))"
    r"(?: please| sir| ma['’]?am)?\W*",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,.;!\n]+|\s[-–—]\s")
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|tomorrow|tonight|then|christmas|new year"
    r"|(?:the |this |next )?(?:week-?end|week|month)|(?:the )?end of (?:the |this |next )?(?:week|month)"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?|{_FEW} (?:more )?{_SPAN})"
)
_BY = rf"(?:by|until|till|til|before|on|after|within|in|come)? ?{_DAY}\b"
_STILL = r"(?:nothing|not|n['’]?t|no|nobody|still|same|unless)\b"
_DEED = (
    r"(?:cancel\w*|refund\w*|(?:my )?money(?: back)?|(?:pass|send|hand) (?:it|this|that) (?:on|over)|escalat\w*"
    r"|(?:a |get )?(?:person|human|agent)|(?:send|get) (?:me )?(?:another|a new)|replac\w+|resend)"
)
_ON_CONDITION = re.compile(
    rf"\b(?:if|when|should|in case|unless)\b[^.!?]{{0,50}}{_STILL}[^.!?]{{0,40}}\b{_BY}[^!?]{{0,40}}\b{_DEED}"
    rf"|\b(?:if|when|should|in case|unless)\b[^.!?]{{0,30}}\b{_BY}[^.!?]{{0,30}}{_STILL}[^!?]{{0,40}}\b{_DEED}"
    rf"|\b{_DEED}\b[^.!?]{{0,30}}\b(?:if|when|unless|in case)\b[^.!?]{{0,40}}{_STILL}[^.!?]{{0,40}}\b{_BY}"
    rf"|\b(?:wait|give (?:it|them)|look|hold on)\b[^.!?]{{0,20}}\b{_BY}[^!?]{{0,40}}\b(?:otherwise|or else|if not"
    rf"|after that|then)\b[^!?]{{0,30}}\b{_DEED}",
    re.IGNORECASE,
)
_MOST_WORDS = 24
#: Then more is wanted than time.
_SAYS_MORE = re.compile(r"\b(?:refund|money|dispute|cancel\w*|person|human|agent|colleague)\b", re.IGNORECASE)


def wants_time(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message wants time, and nothing besides: "no, another week"."""
    return _is_all(text, says) and (WANTS_TIME in says or _begins(_WANTS_TIME, text))


def does_something_first(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says that something is done first, and nothing besides: "let me try that first"."""
    return _is_all(text, says) and (DOES_FIRST in says or _begins(_DOES_FIRST, text))


def sets_a_condition(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says what is to be done if nothing has come by a day: not now, then."""
    return not _asks(text, says) and (ON_CONDITION in says or _ON_CONDITION.search(text) is not None)


def _begins(pattern: re.Pattern[str], text: str) -> bool:
    return any(map(pattern.search, _CLAUSES.split(text)))


def _is_all(text: str, says: Container[str]) -> bool:
    return not (_asks(text, says) or count_said(text) > _MOST_WORDS or _SAYS_MORE.search(text))


def _asks(text: str, says: Container[str]) -> bool:
    return Said.ASKS.value in says or has_question_mark(text) or asks_something(text)


def only_holds_on(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message only asks to wait a moment."""
    return Said.ONLY_HOLDS_ON.value in says or _HOLDS_ON.fullmatch(text.strip()) is not None
