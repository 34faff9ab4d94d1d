"""Read where a parcel waits to be collected and until which day, as far as a scan names them. Pure.

Carriers write "at WALGREENS #10472", "in der Packstation 145", "SANTA ROSA, 730 2ND ST, M-F 0830-1700".
A name is a run of words with capitals after a word that points at a place; words that any shop may be called are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parcelbot.core.parcel.pickup_deadline import read_deadline

_WORD = r"[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽĞİŞ0-9#][\w'’&#]*"
_NAME = re.compile(
    r"(?:(?:\b(?:at|from|bei|chez|presso|hos|ombudet|filiale|retrait|oficina(?: de)?|point|shop|store|parcelshop|locker"
    r"|access point|ufficio postale di|punkcie|placówce|místě|pobočce|loja|ponto|agencia|agência|punt|pakkeshop"
    r"|pick ?up,|på|en|in|i)(?!\w)™?\s*:?\s*|\s[-–—:]\s)(?:the\s+)?)"
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
#: A locker by its number: "Packstation 145", "Paczkomacie (odbiorczym) WAW12A".
_LOCKER = re.compile(
    r"\b(packstation|paczkoma\w+|locker|pakkeboks|abholstation|citypaq|consigne|paketbox|paketautomat\w*)\b\s*"
    r"(?:\([^()]{0,30}\)\s*)?(?:no\.?|nr\.?|#)?\s*((?-i:[A-Z]{0,4}\d[\w-]{0,12}))",
    re.IGNORECASE,
)
#: "M-F 0830-1700", "Mo-Fr 08:00-18:00", "ma-za 9:00-18:00"
_OPENING = re.compile(
    r"[,;(]?\s*\b(?:open|geöffnet|öffnungszeiten|horaires|horario|orari)?:?\s*"
    r"\b([^\W\d]{1,4}\.?\s?[-–]\s?[^\W\d]{1,4}\.?:?\s+\d{1,2}[:.h]?\d{0,2}\s?(?:am|uhr)?"
    r"\s?[-–]\s?\d{1,2}[:.h]?\d{0,2}(?:\s?(?:pm|uhr))?)\b\)?",
    re.IGNORECASE,
)
#: The code opens the locker; it is no part of the place's name.
_CODE = re.compile(r"[,;]?\s*\b(?:pin|code|kod|cod[ei]|código)\b:?\s*#?\w*\d\w*", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[,\s]|\b(?:of|and|de|la|du|des|von|an|der)\b)+$")


@dataclass(frozen=True)
class Pickup:
    """A place that keeps a parcel and the last day to collect it there; "" and None where no scan names them.

    The place has its opening hours in brackets, where they are told.
    """

    place: str = ""
    until: date | None = None


#: What is known where no scan names a place or a day.
NOWHERE = Pickup()


def read_pickup(wording: str, scanned_on: date) -> Pickup:
    """Read what one scan of `scanned_on` says of place and deadline."""
    opening = _OPENING.search(wording)
    place = _place(_CODE.sub("", _OPENING.sub("", wording)))
    return Pickup(f"{place} ({opening[1]})" if place and opening else place, read_deadline(wording, scanned_on))


def _place(wording: str) -> str:
    """Find the name, or the locker's number; "" also where all is in capitals, which then tell nothing."""
    if wording.isupper():
        return ""
    locker = _LOCKER.search(wording)
    names = (_TRAILING.sub("", match[1]) for match in _NAME.finditer(wording))
    name = next((name for name in names if _is_a_name(name)), "")
    return f"{locker[1]} {locker[2]}" if locker and name in ("", locker[2]) else name


def _is_a_name(name: str) -> bool:
    return any(len(word) > 1 and not _NO_NAME.fullmatch(word.casefold()) for word in re.findall(r"\w+", name))
