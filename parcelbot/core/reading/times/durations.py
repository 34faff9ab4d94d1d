"""Find durations in a shopper's words that are about the parcel: "9 days", "a fortnight", "10 working days", "48hrs".

Values are written as in `parcelbot.core.parcel.windows`: hours "36h", days "9d", business days "10bd".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parcelbot.core.reading.times.time_roles import TimeRole, clause_before, role_of

_UNITS = {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_TEENS = {
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
#: "several" is a judgement: more than a few, less than a week.
_VAGUE = {
    "a couple of": 2.0,
    "a couple": 2,
    "couple of": 2,
    "couple": 2,
    "half a": 0.5,
    "half an": 0.5,
    "a few": 3,
    "few": 3,
    "several": 5,
}
_VAGUE |= {"half a dozen": 6, "a dozen": 12, "another": 1, "a whole": 1, "one whole": 1, "an entire": 1}
_ARTICLES = {"a": 1, "an": 1}
_AMOUNTS = {**_UNITS, **_TEENS, **_TENS, **_VAGUE, **_ARTICLES}

_DAYS_IN = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.0, "year": 365.0}
_SPELT_UNITS = {
    "hour": r"hours?|hrs?",
    "business": r"(?:business|bus\.?|working|work|week|bank|non[- ]weekend)[- ]?days?|bdays?|bds?",
    "day": r"(?:calendar |full |whole |straight |long |solid |consecutive |more )?(?:days?|dayz|dys)",
    "week": r"(?:full |whole |straight |long |solid |consecutive |more )?(?:weeks?|wks?)",
    "fortnight": r"fortnights?",
    "month": r"(?:full |whole |long |more )?(?:months?|mths?)",
    "year": r"years?|yrs?",
}

_WORD_AMOUNTS = "|".join(sorted(map(re.escape, _AMOUNTS), key=len, reverse=True))
_COMPOUND = rf"(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_UNITS)}|nine)"
_AMOUNT = rf"(?:\d{{1,3}}(?:[.,]5|½)?|½|{_COMPOUND}|{_WORD_AMOUNTS})"
_UNIT = "|".join(f"(?P<{name}>{spelling})" for name, spelling in _SPELT_UNITS.items())
_HALF = r"(?P<half>\s+and\s+(?:a|an|one)[- ]half)?"

_SPELT = re.compile(
    rf"(?<![\w.,#£$€/-])(?:(?!{_COMPOUND}){_AMOUNT}\s*(?:-|–|to|or)\s*)?"
    rf"(?P<amount>{_AMOUNT})(?P<early_half>\s+and\s+a\s+half)?"
    rf"[\s-]*(?:{_UNIT})\b{_HALF}",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?<![\w.,#£$€/-])(?P<amount>\d{1,3})(?P<unit>h|d|bd)(?!\w)")
_COUNTED = re.compile(r"\bday\s+(?:no\.?\s*|number\s+)?#?(?P<amount>\d{1,3})\b", re.IGNORECASE)
_PAST_UNIT = re.compile(
    r"\b(?:(?:for|in|over|during|of)\s+(?:the|this)\s+(?:past|last|whole|entire)|(?:the|this)\s+past)"
    r"\s+(?P<unit>week|fortnight|month|year)\b",
    re.IGNORECASE,
)

#: Words after a span of time that make it part of a thing's name or a person's age.
_NOT_A_WAIT = re.compile(
    r"[\s-]*(?:['’]s?\s+)?(?:old\b|olds\b|shipping|delivery|express|guarantee|warrant|return|refund polic|trial"
    r"|subscription|anniversary|membership|service\b|post\b|air\b|supply|weather|forecast|trip|holiday|vacation"
    r"|cruise|pass\b"
    r"|weekend|money\b|window|notice\b|an? (?:day|week)\b)",
    re.IGNORECASE,
)
#: Words before "a year" that make it a rate: "20 a year", "twice a day".
_RATE = re.compile(
    r"(?:\d|\b(?:once|twice|times|quid|euros?|dollars?|pounds?|bucks|much|hours?|days?))\s+$", re.IGNORECASE
)
_BY_THEN = re.compile(r"\b(?:in|within)(?:\s+(?:the\s+)?(?:next|another))?\s+$", re.IGNORECASE)
_SOMETHING_ELSE = re.compile(
    r"\b(?:refund\w*|money|cash|pa(?:y|id)\w*|bank|account|answer\w*|repl\w+|person|human|back|mov(?:e|ing))\b",
    re.IGNORECASE,
)
#: "No scan in 12 days" looks back; without such a word "in 12 days" looks ahead: a threat, an occasion, a time allowed.
_IN_VAIN = re.compile(
    r"\b(?:no|not|none|nothing|never|nobody|stuck|silent|quiet|first|only|once|past|last"
    r"|(?:is|are|was|were|has|have|had|do|does|did|ca|could|wo|would)n['’]?t)\b",
    re.IGNORECASE,
)
#: "5 days left to claim", "5 days, then I call my bank".
_LOOKS_AHEAD = re.compile(
    r"\s*,?\s*(?:left\b|(?:to|till?|until|before) (?:my|our|the|his|her|christmas|xmas|we|i)\b|(?:and "
    r"|or )?then (?:i|we)\b|to (?:answer|reply|decide|solve|fix|sort|settle|respond|pay"
    r"|collect)\b"
    r"|(?:and |that )?nobody (?:answers|replies|writes)\b)",
    re.IGNORECASE,
)
#: No parcel is silent for longer.
_LONGEST_DAYS = 366


@dataclass(frozen=True)
class Mention:
    """A piece of text and what it stands for; `value` is a duration ("9d") or an ISO date."""

    value: str
    start: int
    end: int


def find_durations(text: str) -> tuple[Mention, ...]:
    """Find all durations in `text`, in order, none overlapping; of a range ("3-5 days") the longer end.

    Left out is what is about something else: an illness, a rate ("20 a year"), a reply, the day it is needed by.
    """
    found: list[Mention] = []
    for mention in sorted(_candidates(text), key=lambda mention: (mention.start, -mention.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return tuple(mention for mention in found if _is_about_the_parcel(text, mention))


def find_spans(text: str) -> tuple[Mention, ...]:
    """Find all durations in `text`, whatever they are of, in order."""
    return tuple(sorted(_candidates(text), key=lambda mention: (mention.start, -mention.end)))


def find_needed_in(text: str, today: date) -> tuple[Mention, ...]:
    """Find the days by which `text` says that the parcel is needed, told from today on: "my dinner is in nine days"."""
    needed = (span for span in _candidates(text) if span.value[:-1].isdigit() and _is_needed_then(text, span))
    return tuple(
        replace(span, value=(today + timedelta(days=int(span.value[:-1]))).isoformat())
        for span in needed
        # "so many in a day" is a rate
        if span.value[-1] == "d" and span.value != "1d"
    )


def _is_needed_then(text: str, span: Mention) -> bool:
    """Tell whether the parcel is needed at the end of a span that begins today; money or an answer is not it."""
    clause = clause_before(text, span.start)
    needed = _BY_THEN.search(clause) and role_of(text, span.start, span.end) is TimeRole.NEEDED
    return bool(needed) and not _SOMETHING_ELSE.search(clause)


def _is_about_the_parcel(text: str, mention: Mention) -> bool:
    role = role_of(text, mention.start, mention.end)
    if role is TimeRole.ELSEWHERE or _LOOKS_AHEAD.match(text, mention.end):
        return False
    by_then = _BY_THEN.search(text, 0, mention.start)
    looks_back = role is not TimeRole.NEEDED and _IN_VAIN.search(clause_before(text, mention.start))
    return not by_then or bool(looks_back)


def _candidates(text: str) -> Iterator[Mention]:
    for match in _SPELT.finditer(text):
        if _is_a_wait(text, match):
            yield Mention(_spelt_value(match), match.start(), match.end())
    for match in _SHORT.finditer(text):
        yield Mention(match["amount"] + match["unit"], match.start(), match.end())
    for match in _COUNTED.finditer(text):
        yield Mention(f"{match['amount']}d", match.start(), match.end())
    for match in _PAST_UNIT.finditer(text):
        yield Mention(f"{int(_DAYS_IN[match['unit'].lower()])}d", match.start(), match.end())


def _is_a_wait(text: str, match: re.Match[str]) -> bool:
    is_rate = match["amount"].lower() in _ARTICLES and _RATE.search(text, 0, match.start())
    is_age = match["year"] and _amount(match["amount"]) * _DAYS_IN["year"] > _LONGEST_DAYS
    return not (is_rate or is_age or _NOT_A_WAIT.match(text, match.end()))


def _spelt_value(match: re.Match[str]) -> str:
    unit = next(name for name in _SPELT_UNITS if match[name])
    amount = _amount(match["amount"]) + (0.5 if match["half"] or match["early_half"] else 0.0)
    if unit == "hour":
        return f"{int(amount)}h"
    if unit == "business":
        return f"{int(amount)}bd"
    if unit == "day" and amount % 1:
        return f"{int(amount * 24)}h"
    return f"{int(amount * _DAYS_IN[unit])}d"


def _amount(written: str) -> float:
    """Read a number that `_AMOUNT` matched; "twenty-five" is the sum of its parts."""
    lower = re.sub(r"\s+", " ", written.lower())
    if lower in _AMOUNTS:
        return float(_AMOUNTS[lower])
    if lower[0].isdigit() or lower == "½":
        return float(re.sub(r"[.,]5|½", "", lower) or 0) + (0.5 if re.search(r"[.,]5|½", lower) else 0.0)
    return float(sum(_AMOUNTS[part] for part in re.split("[- ]", lower)))
