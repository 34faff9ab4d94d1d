"""Find the last day that a shopper sets us: "until Friday", "within a week, or I go to my bank". English rules."""

from __future__ import annotations

import re
from datetime import date, timedelta

from parcelbot.core.reading.times.dates import find_days_ahead
from parcelbot.core.reading.times.durations import find_spans

_WE = r"(?:i|we)(?:['’]?(?:ll|m|re|d|ve))?"
#: A time is allowed, or something demanded by then.
_ALLOWS = re.compile(
    rf"\b{_WE} (?:\w+ )?(?:give|giving|allow) (?:you|u|it|this|that)\b"
    r"|\b(?:you|u)(?:['’]?ve| have| got)+ (?:only |just |exactly )?"
    r"(?:until|till|til|by|\w+ (?:more )?(?:hours?|days?|weeks?))\b"
    rf"|\b{_WE} (?:\w+ )?(?:expect|demand|insist)\b[^.!?]*\b(?:by|within|in|until|before)\b",
    re.IGNORECASE,
)
#: What follows from its passing: "or I …", "otherwise my lawyer …", "if not, we …", "if it isn't here by then I …".
_NOT = r"(?:\bnot\b|n['’]?t\b|\bno\w*\b)"
_OR_ELSE = re.compile(
    rf"\b(?:or(?: else)?|otherwise|else|then|after (?:that|which)|if not|unless|if\b[^.!?]*{_NOT})"
    rf"[^.!?]*\b(?:{_WE}|my \w+)\b",
    re.IGNORECASE,
)
#: Steps outside this shop, or the end of the order: what somebody threatens with who has waited enough.
_STEP = re.compile(
    r"\b(?:bank|card|charge ?back|disput\w+|claim\w*|pay ?pal|klarna|court|su(?:e|ing)|lawyers?|solicitors?"
    r"|attorney|legal|ombuds\w+|consumer|trading standards|police|report\w*|escalat\w+|cancel\w*|reviews?"
    r"|post(?:ing)?|complain\w*|(?:my|the|a) (?:full )?(?:money|refund)|reverse\w*|regulator|public|elsewhere)\b",
    re.IGNORECASE,
)
#: What was done by then is told, not threatened.
_IS_PAST = re.compile(r"\b(?:waited|was|were|had|went|did|called|cancell?ed|ordered|paid|came)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[^.!?\n]+")


def last_day_set(text: str, written_on: date) -> date | None:
    """Give the day until which `text`, written on that day, gives us; None where it sets none."""
    if "?" in text:
        return None
    for sentence in _SENTENCES.findall(text):
        threatens = _OR_ELSE.search(sentence) and _STEP.search(sentence)
        is_ahead = (_ALLOWS.search(sentence) or threatens) and not _IS_PAST.search(sentence)
        if is_ahead and (day := _day_in(sentence, written_on)):
            return day
    return None


def _day_in(sentence: str, on: date) -> date | None:
    """Give the first day that a sentence names, or the end of the first span that begins on that day."""
    if named := find_days_ahead(sentence, on):
        return date.fromisoformat(named[0].value)
    return next((on + _length(span.value) for span in find_spans(sentence)), None)


def _length(duration: str) -> timedelta:
    """Give how many days a span takes at the most: hours end on a day, five working days are a week."""
    amount, unit = int(duration.rstrip("hbd")), duration.lstrip("0123456789")
    if unit == "h":
        return timedelta(days=-(-amount // 24))
    return timedelta(days=-(-amount * 7 // 5) if unit == "bd" else amount)
