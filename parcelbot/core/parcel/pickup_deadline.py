"""Read the last day to collect a parcel, as far as a scan names it. Pure.

Carriers write "until Fri 4 December", "jusqu'au 14/06", "within 7 days", "请于12月5日前取件".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

#: Nobody keeps a parcel for longer; a date beyond it is not the deadline.
_LONGEST_KEPT = timedelta(days=60)

_UNTIL = re.compile(
    r"\b(?:till? (?:och|og) med|until|till|by|no later than|before|bis(?: zum)?"
    r"|jusqu['’]?\s?(?:au|à)|avant le|hasta el|antes del|entro il|fino al"
    r"|uiterlijk|tot(?: en met)?|at[eé](?: ao| o)?(?: dia)?|do(?: dnia)?|senast|senest|innen"
    r"|t\.?o\.?m\.?|(?:frem|fram) til|päättyy)\s+"
    r"(?:the\s+|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"before|avant|antes", re.IGNORECASE)
_ISO = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](?:20)?(\d\d)(?!\d))?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?([^\W\d_]{3,})\.?")
_CHARACTERS = re.compile(r"(\d{1,2})月(\d{1,2})日(?:之?前|まで|止)")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b")
_WITHIN = re.compile(
    r"\b(?:within|in the next|for|innerhalb von|binnen|sous|pendant|en|durante|entro|em)\s+(\d{1,2})\s+"
    r"(?:calendar\s+)?(?:days?|tagen?|dagen|jours?|d[ií]as?|giorni)\b",
    re.IGNORECASE,
)
_WITHIN_HOURS = re.compile(
    r"\b(?:within|in the next|for|innerhalb von|binnen|sous|pendant|en|durante|entro|em|hai|przez)\s+(\d{2})\s?"
    r"(?:hours?|hrs?|h|stunden|uur|heures|horas|ore|godzin\w*)\b",
    re.IGNORECASE,
)
#: Beginnings of the months' names in the languages whose scans name days: English, German, French, Spanish, Italian,
#: Dutch, Portuguese, Polish, Czech, Swedish, Danish, Norwegian.
_MONTHS = (
    ("jan", "ene", "gen", "stycz", "led"),
    ("feb", "fev", "fév", "lut", "únor"),
    ("mar", "mär", "maa", "mrt", "břez"),
    ("apr", "avr", "abr", "kwie", "dub"),
    ("may", "mai", "mag", "mei", "maj", "květ"),
    ("jun", "juin", "giu", "czerw", "června", "červn"),
    ("jul", "juil", "lug", "lip", "červenc"),
    ("aug", "aoû", "aou", "ago", "sier", "srp"),
    ("sep", "set", "wrz", "září"),
    ("oct", "okt", "ott", "out", "paź", "říj"),
    ("nov", "lis"),
    ("dec", "dez", "déc", "dic", "des", "gru", "pros"),
)


def read_deadline(wording: str, scanned_on: date) -> date | None:
    """Find the last day that a scan of `scanned_on` names: after "until", else by a number of days; None without."""
    for match in _UNTIL.finditer(wording):
        days = [day for day in _days(wording[match.end() :], scanned_on) if _is_deadline(day, scanned_on)]
        if len(set(days)) == 1:
            return days[0] - timedelta(days=1) if _BEFORE.match(match[0]) else days[0]
    if by := _CHARACTERS.search(wording):
        return next(_of_a_year(int(by[2]), int(by[1]), None, scanned_on), None)
    kept = _kept_for(wording)
    return scanned_on + kept if timedelta(days=1) <= kept <= _LONGEST_KEPT else None


def _kept_for(wording: str) -> timedelta:
    """Read "within 7 days" and "within 72 hours"; nothing without either."""
    if days := _WITHIN.search(wording):
        return timedelta(days=int(days[1]))
    hours = _WITHIN_HOURS.search(wording)
    return timedelta(days=int(hours[1]) // 24) if hours else timedelta(0)


def _is_deadline(day: date, scanned_on: date) -> bool:
    return scanned_on <= day <= scanned_on + _LONGEST_KEPT


def _days(text: str, scanned_on: date) -> Iterator[date]:
    """Read the day that `text` begins with, in every way in which it can be read."""
    if match := _ISO.match(text):
        yield from _dated(int(match[1]), int(match[2]), int(match[3]))
    elif match := _NUMBERS.match(text):
        for day, month in ((match[1], match[2]), (match[2], match[1])):
            yield from _of_a_year(int(day), int(month), match[3], scanned_on)
    elif match := _DAY_MONTH.match(text):
        yield from _of_a_year(int(match[1]), _month(match[2]), _year(text[match.end() :]), scanned_on)
    elif match := _MONTH_DAY.match(text):
        yield from _of_a_year(int(match[2]), _month(match[1]), _year(text[match.end() :]), scanned_on)


def _of_a_year(day: int, month: int, year: str | None, scanned_on: date) -> Iterator[date]:
    years = [2000 + int(year)] if year else [scanned_on.year, scanned_on.year + 1]
    for one in years:
        yield from _dated(one, month, day)


def _dated(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:  # there is no such day
        return


def _month(word: str) -> int:
    """Return the month's number, 0 for a word that is none."""
    start = word.casefold()
    return next((n for n, names in enumerate(_MONTHS, 1) if start.startswith(names)), 0)


def _year(text: str) -> str | None:
    match = re.match(r",?\s*(?:de\s+)?20(\d\d)\b", text)
    return match[1] if match else None
