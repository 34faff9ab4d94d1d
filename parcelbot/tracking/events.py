"""Read what both providers' events need: an aware time, and whether the parcel itself was in hand."""

from __future__ import annotations

import re
from datetime import datetime, time, timezone, tzinfo

from dateutil.parser import isoparse

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


def is_physical(description: str, status: Status | None, substatus: Substatus) -> bool:
    """Tell scans from labels and pre-advice (False), which say that a parcel will come, not that somebody has it."""
    if status in _NOT_IN_HAND:
        return False
    return substatus not in _VAGUE or not _ANNOUNCED.search(description)


def aware_time(text: str, location: str, country: str, fallback_country: str = "") -> tuple[datetime, bool]:
    """Read an ISO time, keeping its offset; the flag is true when the zone had to be assumed.

    Without an offset it is taken in its location's zone; where that is not known, in the carrier's
    own (`fallback_country`) or else UTC, flagged. A date alone means its noon, flagged. Anything
    else raises ValueError.
    """
    moment = isoparse(text.strip().replace(" ", "T", 1))
    if not 2000 <= moment.year < 2100:
        raise ValueError(f"no scan was made in {moment.year}")
    if len(text.strip()) <= len("2026-11-21"):
        moment = datetime.combine(moment.date(), _NOON)
        return moment.replace(tzinfo=_zone(location, country, fallback_country)), True
    if moment.tzinfo is not None:
        return moment, False
    known = zone_of(location, country)
    return moment.replace(tzinfo=known or _zone(location, country, fallback_country)), known is None


def _zone(location: str, country: str, fallback_country: str) -> tzinfo:
    return zone_of(location, country) or zone_of("", fallback_country) or timezone.utc
