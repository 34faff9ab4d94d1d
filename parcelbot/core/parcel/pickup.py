"""Read where a parcel waits to be collected and until which day, as far as a scan names them. Pure.

Carriers write "at WALGREENS #10472", "disponible ... LE RELAIS DES FLEURS jusqu'au 14/06", "collect within 7 days".
A name is a run of words with capitals after a word that points at a place; words that any shop may be called are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

#: Nobody keeps a parcel for longer; a date beyond it is not the deadline.
_LONGEST_KEPT = timedelta(days=60)

_UNTIL = re.compile(
    r"\b(?:until|till|by|no later than|before|bis(?: zum)?|jusqu['’]?\s?(?:au|à)|avant le|hasta el|antes del"
    r"|entro il|fino al|uiterlijk|tot(?: en met)?|at[eé](?: ao| o)?(?: dia)?|do(?: dnia)?|senast|senest|innen)\s+"
    r"(?:the\s+|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"before|avant|antes", re.IGNORECASE)
_ISO = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](?:20)?(\d\d)(?!\d))?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?([^\W\d_]{3,})\.?")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b")
_WITHIN = re.compile(
    r"\b(?:within|in the next|for|innerhalb von|binnen|sous|pendant|en|durante|entro|em)\s+(\d{1,2})\s+"
    r"(?:calendar\s+)?(?:days?|tagen?|dagen|jours?|d[ií]as?|giorni)\b",
    re.IGNORECASE,
)
#: Beginnings of the months' names in the languages whose scans name days: English, German, French, Spanish, Italian,
#: Dutch, Portuguese.
_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fev", "fév"),
    ("mar", "mär", "maa", "mrt"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag", "mei"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aoû", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "déc", "dic"),
)

_WORD = r"[A-ZÀ-ÖØ-Þ0-9#][\w'’&#]*"
_NAME = re.compile(
    r"(?:(?:\b(?:at|from|bei|chez|presso|hos|ombudet|filiale|retrait|oficina|point|shop|store|parcelshop|locker"
    r"|på|en|in|i)\b\s*:?\s*|\s[-–—:]\s)(?:the\s+)?)"
    rf"((?-i:{_WORD}(?:(?:\s|,\s|-|\.\s(?=\d))(?:{_WORD}|(?:of|and|de|la|du|des|von|an|der)\b))*))",
    re.IGNORECASE,
)
#: Words of kinds of places and of carriers, which are nobody's name.
_NO_NAME = re.compile(
    r"\d+|"
    r"a|access|agent|am|apt|at|available|awaiting|box|branch|by|card|center|centre|chosen|code|collect"
    r"|collection|customer|delivered|delivery|depot|facility|final|held|home|item|local|location|locker|lpo"
    r"|mailbox|notice|office|oficina|package|packstation|pakkeshop|paketshop|parcel|parcelshop|pickup|pin"
    r"|pm|point|post|postal|poste|postfiliale|ready|recipient|relais|request|retrait|retrieved|sendung"
    r"|service|servicepoint|shipment|shop|station|store|the|to|up|with|your"
    r"|amazon|brt|chronopost|colissimo|correos|dhl|dpd|evri|fedex|gls|hermes|inpost|mondial|mrw|postnl"
    r"|postnord|relay|royal|mail|seur|tnt|ups|usps|yodel"
)
_TRAILING = re.compile(r"(?:[,\s]|\b(?:of|and|de|la|du|des|von|an|der)\b)+$")


@dataclass(frozen=True)
class Pickup:
    """A place that keeps a parcel and the last day to collect it there; "" and None where no scan names them."""

    place: str = ""
    until: date | None = None


#: What is known where no scan names a place or a day.
NOWHERE = Pickup()


def read_pickup(wording: str, scanned_on: date) -> Pickup:
    """Read what one scan of `scanned_on` says of place and deadline."""
    return Pickup(_place(wording), _until(wording, scanned_on))


def _place(wording: str) -> str:
    """Find the name; "" also where all is in capitals, which then tell nothing."""
    if wording.isupper():
        return ""
    names = (_TRAILING.sub("", match[1]) for match in _NAME.finditer(wording))
    return next((name for name in names if _is_a_name(name)), "")


def _is_a_name(name: str) -> bool:
    return any(len(word) > 1 and not _NO_NAME.fullmatch(word.casefold()) for word in re.findall(r"\w+", name))


def _until(wording: str, scanned_on: date) -> date | None:
    """Find the deadline: a day named after "until", else a number of days."""
    for match in _UNTIL.finditer(wording):
        days = [day for day in _days(wording[match.end() :], scanned_on) if _is_deadline(day, scanned_on)]
        if len(set(days)) == 1:
            return days[0] - timedelta(days=1) if _BEFORE.match(match[0]) else days[0]
    within = _WITHIN.search(wording)
    kept = timedelta(days=int(within[1])) if within else timedelta(0)
    return scanned_on + kept if timedelta(0) < kept <= _LONGEST_KEPT else None


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
