"""Read how many days of buyer protection are left, where a message says so; other days are about the parcel."""

from __future__ import annotations

import re

from parcelbot.core.reading.codes.spelt_numbers import COUNTS, count_of
from parcelbot.core.reading.times.protection_elsewhere import days_left_elsewhere

_PROTECTION = r"(?:protection|dispute|guarantee|aliexpress (?:time|deadline))"
_COUNT = rf"(?P<days>\d{{1,3}}|{'|'.join(COUNTS)})"
_SPAN = rf"{_COUNT}\s*(?:more\s+)?(?:days?|d|(?P<weeks>weeks?))\b"
#: A figure alone counts days; a word does not: "the dispute ends in a month", "protection for one parcel".
_FIGURE = r"(?P<days>\d{1,3})\b(?!\s*(?:more\s+)?(?:weeks?|months?|hours?|minutes?)\b)"
_DAYS_OF_A_WEEK = 7
_FIGURES = re.compile(r"(?<![\d:./-])\d{1,3}(?![\d:./-]*\d)")
#: "Not 30, 20": what corrects a figure says little else.
_MOST_WORDS_OF_A_CORRECTION = 10
_ENDS = r"(?:end(?:s|ing)?|expir(?:es|ing)|runs? out|running out|closes?|finish(?:es)?|is (?:over|gone))"
_ENDED = r"(?:ended|expired|ran out|run out|closed|finished|is over|is gone|over)"
_IT = rf"(?:it|that|this|(?:the |my )?(?:buyer )?(?:{_PROTECTION}|counter|countdown|timer|clock))"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_PROTECTION}\b[^.!?\d]{{0,40}}\b(?:in|for|only|another|still|left|remaining|is|has|of|:)\s*{_SPAN}",
        rf"\b{_PROTECTION}\b[^.!?\d]{{0,40}}\b(?:in|for|only|another|still|left|remaining|is|has|of|:)\s*{_FIGURE}",
        rf"\b(?P<days>\d{{1,3}})\s*days?\s+more\b[^.!?]{{0,40}}\b{_PROTECTION}",
        rf"\b(?P<days>\d{{1,3}})\s*days?\s+(?:of|until|till|before)\b[^.!?\d]{{0,30}}\b{_PROTECTION}",
        rf"\b{_PROTECTION}\b[^.!?]{{0,60}}\b(?P<days>\d{{1,3}})\s*days?\s*(?:left|remaining|more|to go)\b",
        r"\b(?P<days>\d{1,3})\s*days?\s*(?:are\s+|is\s+)?(?:left|remaining|to go)\b",
        r"\b(?:only|just)\s+(?P<days>\d{1,3})\s*(?:days?\s*)?left\b",
        rf"\b{_IT} (?:already |now )?{_ENDS} (?:already )?in (?:only |just |about )?{_SPAN}",
        rf"\bin {_SPAN}[^.!?]{{0,8}}\border\b[^.!?]{{0,16}}\b(?:clos\w+|finish\w*|complet\w+|confirms)",
        rf"\border\b[^.!?\d]{{0,24}}\b(?:clos\w+|finish\w*|complet\w+|confirms)\b[^.!?\d]{{0,16}}\bin {_SPAN}",
        rf"\b(?:counter|countdown|timer|clock|app|page)\b[^.!?\d]{{0,20}}\b(?:says?|shows?|reads?|is (?:at|on))\b"
        rf"[^.!?\d]{{0,12}}\b{_SPAN}",
    )
)
_OVER = re.compile(
    rf"\b(?:{_PROTECTION})\b[^.!?,]{{0,20}}\b(?:{_ENDED})\b|\b(?:{_PROTECTION})\b (?:has|had|['’]s) (?:already )?gone\b"
    rf"|\b(?:it|that) (?:has |['’]s )?(?:already )?(?:ended|expired|ran out|finished|closed)\b[^.!?]{{0,12}}"
    r"\b(?:already|last night|yesterday|today|this morning|hours? ago|days? ago)\b",
    re.IGNORECASE,
)
_NOT_OVER = re.compile(
    r"\b(?:if|when|once|before|until|till|after|not|nearly|almost|soon|what|will|would|can|could|is it"
    r"|even)\b|n['’]t\b",
    re.IGNORECASE,
)


def protection_days(text: str) -> int | None:
    """Give the days of buyer protection that a message names as left, 0 where it is over; None where it names none."""
    if (over := _OVER.search(text)) and not _NOT_OVER.search(text, 0, over.end()):
        return 0
    found = (pattern.search(text) for pattern in _PATTERNS)
    named = next((_days(match) for match in found if match), None)
    return days_left_elsewhere(text) if named is None else named


def corrected_days(text: str, known: int | None) -> int | None:
    """Give the days that a message names in the place of those that are known, in any language; None for none."""
    named = [int(figure) for figure in _FIGURES.findall(text)]
    others = [days for days in named if days != known]
    short = len(text.split()) <= _MOST_WORDS_OF_A_CORRECTION
    return others[0] if short and known in named and len(others) == 1 else None


def _days(span: re.Match[str]) -> int:
    return count_of(span["days"]) * (_DAYS_OF_A_WEEK if span.groupdict().get("weeks") else 1)
