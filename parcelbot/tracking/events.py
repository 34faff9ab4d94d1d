"""Read what both providers' events need: an aware time, and whether the parcel itself was in hand."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta, timezone, tzinfo

from dateutil import tz
from dateutil.parser import isoparse
from dateutil.parser import parse as dateparse

from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.tracking.zones import zone_of

_ANNOUNCED = re.compile(
    r"electronic (?:information|notification|data|advice)"
    r"|label (?:has been |was )?(?:created|printed|generated)"
    r"|(?:created|printed) (?:a |the )?(?:shipping )?label"
    r"|order (?:information|info|data|details) (?:has been |was )?received"
    r"|pre-?advice|pre-?alert|pre-?registration"
    r"|ship(?:ment|ping) information (?:sent|received|transmitted)"
    r"|(?:parcel|package|item) (?:data|information) (?:sent|received)"
    r"|(?:awaiting|waiting for) (?:the )?(?:item|parcel|package|carrier pick-?up|shipper)"
    r"|(?:not|n't) (?:yet )?(?:been )?received (?:the )?(?:item|parcel|package)"
    r"|not yet in (?:our )?possession",
    re.IGNORECASE,
)
_NOT_IN_HAND = frozenset({Status.INFO_RECEIVED, Status.NOT_FOUND})
#: Sub-statuses that carriers also give to announcements; any other names a scan whatever the text says.
_VAGUE = frozenset({Substatus.NONE, Substatus.IN_TRANSIT_OTHER})
_NOON = time(12)
#: "2026/11/20 12:22": with the year first, day and month cannot be mistaken for each other.
_YEAR_FIRST = re.compile(r"\d{4}([/.-])\d{1,2}\1\d{1,2}(?:$|[T ])")
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_ZONE_NAME = re.compile(r"[A-Za-z_]+/[A-Za-z_/]+")
_WIDEST_OFFSET_H = 14


def is_physical(description: str, status: Status | None, substatus: Substatus) -> bool:
    """Tell scans from labels and pre-advice (False), which say that a parcel will come, not that somebody has it."""
    if status in _NOT_IN_HAND:
        return False
    return substatus not in _VAGUE or not _ANNOUNCED.search(description)


def aware_time(
    text: str, location: str, country: str, fallback_country: str = "", zone: tzinfo | None = None
) -> tuple[datetime, bool]:
    """Read a carrier's time as its place has it; the flag is true when the zone had to be assumed.

    One with an offset is told by the clocks of the place: a carrier may write all its times in UTC, and the day is the
    place's; where the place leaves several zones or none, the offset is kept. Without an offset it is taken in `zone`,
    else in its location's zone; where that is not known, in the carrier's own (`fallback_country`) or else UTC,
    flagged. A date alone means its noon, flagged. What is no time, or one whose day and month could be swapped, raises
    ValueError.
    """
    moment, dated_only = _read(text.strip())
    if not 2000 <= moment.year < 2100:
        raise ValueError(f"no scan was made in {moment.year}")
    if dated_only:
        moment = datetime.combine(moment.date(), _NOON)
        return moment.replace(tzinfo=zone or _zone(location, country, fallback_country)), True
    if moment.tzinfo is not None:
        here = zone_of(location, country)
        return moment.astimezone(here) if here else moment, False
    known = zone or zone_of(location, country)
    return moment.replace(tzinfo=known or _zone(location, country, fallback_country)), known is None


def has_offset(text: str) -> bool:
    """Tell whether a time comes with its own offset; False for what is no time."""
    try:
        return _read(text.strip())[0].tzinfo is not None
    except ValueError:
        return False


def offset_of(text: str) -> tzinfo | None:
    """Read a time zone as carriers write it, "+08:00", "GMT+8", "Asia/Shanghai"; None for anything else."""
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        named = tz.gettz(text) if _ZONE_NAME.fullmatch(text) else None
        return timezone.utc if text.upper() in ("Z", "UTC", "GMT") else named
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours > _WIDEST_OFFSET_H or minutes >= 60:
        return None
    return timezone(timedelta(hours=hours, minutes=minutes) * (-1 if match[1] == "-" else 1))


def _read(text: str) -> tuple[datetime, bool]:
    """Read a time, and whether it is only a day."""
    try:
        moment = isoparse(text.replace(" ", "T", 1))
    except ValueError:
        if not _YEAR_FIRST.match(text):
            raise
        moment = _year_first(text)
    return moment, ":" not in text and len(text) <= len("2026-11-21")


def _year_first(text: str) -> datetime:
    try:
        return dateparse(text, yearfirst=True)
    except OverflowError as error:
        raise ValueError(f"no time: {text[:40]!r}") from error


def _zone(location: str, country: str, fallback_country: str) -> tzinfo:
    return zone_of(location, country) or zone_of("", fallback_country) or timezone.utc
