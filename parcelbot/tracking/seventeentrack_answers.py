"""Read 17TRACK's answers and pushes (API v2.2): what they say of a number, as look-ups and shipments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from parcelbot.core.parcel.scan_wordings import readable
from parcelbot.core.parcel.shipment import (
    Checkpoint,
    Estimate,
    Lookup,
    LookupOutcome,
    Shipment,
    Status,
    Substatus,
    WantedDetail,
)
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected, ProviderUnavailable, QuotaSpent
from parcelbot.tracking.events import aware_time, has_offset, is_physical, offset_of
from parcelbot.tracking.mapping import (
    code_at,
    dig,
    kept_events,
    newest_first,
    objects_at,
    read_status,
    text_at,
)
from parcelbot.tracking.protocol import StatusVocabulary
from parcelbot.tracking.transport import Json

ALREADY_REGISTERED = -18019901
NOT_REGISTERED = -18019902
NO_CARRIER = -18019903
NOT_STOPPED = -18019904
NO_INFORMATION_YET = -18019909
WRONG_CARRIER = -18019910
INTERNAL_ERROR = -18010003
BAD_FIELD_VALUE = -18010015
#: "The value / the format / the data of `number` is invalid": no carrier makes such numbers.
BAD_NUMBER = frozenset({-18010011, -18010012, -18010013})
#: The day's registrations, or all that were paid for, are used up.
QUOTA_SPENT = frozenset({-18019907, -18019908})
#: "The field is required for this tracking": what the carrier wants to know before it shows the parcel.
REQUIRED_DETAILS = {
    -18010018: WantedDetail.COUNTRY_AND_POSTCODE,
    -18010019: WantedDetail.POSTCODE,
    -18010020: WantedDetail.PHONE,
}

_NO_SUBSTATUS = Substatus.NONE
#: `stage` of an event where API v2.2 leaves its `sub_status` out -> the wording it stands for.
_STAGES = {
    "PickedUp": "InTransit_PickedUp",
    "Departure": "InTransit_Departure",
    "Arrival": "InTransit_Arrival",
    "Returning": "Exception_Returning",
    "Returned": "Exception_Returned",
}


def parse(payload: Json, vocabulary: StatusVocabulary, now: datetime) -> Lookup:
    """Turn the answer to `gettrackinfo` (or a refused `register`) for one number into a look-up.

    As `lookup_of`; an answer without any number in it raises ProviderGarbage.
    """
    raise_errors(payload)
    items = [*objects_at(payload, "data", "accepted"), *objects_at(payload, "data", "rejected")]
    return lookup_of(payload, text_at(items[0], "number") if items else "", vocabulary, now)


def lookup_of(payload: Json, number: str, vocabulary: StatusVocabulary, now: datetime) -> Lookup:
    """Find what an answer about several numbers says of `number`.

    FOUND, PENDING, NOT_FOUND or NEEDS_DETAIL; a spent quota or a bad key raises ProviderRejected, an answer that
    leaves the number out, or of another shape, ProviderGarbage.
    """
    tracks = [item for item in _of(number, payload, "accepted") if dig(item, "track_info")]
    if tracks:
        return lookup_of_track(max(tracks, key=_knowledge), vocabulary, now)
    code = rejection(payload, number)
    if code is None:
        raise ProviderGarbage("neither accepted nor rejected")
    return refusal(code)


def rejection(payload: Json, number: str) -> int | None:
    """Find the error code with which the number was refused; None when it was not."""
    return next((code_at(item, "error", "code") for item in _of(number, payload, "rejected")), None)


def accepted(payload: Json, number: str) -> bool:
    """Tell whether the number was taken."""
    return bool(_of(number, payload, "accepted"))


def raise_errors(payload: Json) -> None:
    """Raise what is wrong with the whole call: ProviderGarbage, ProviderUnavailable, ProviderRejected; else nothing."""
    if not isinstance(dig(payload, "data"), Mapping):
        raise ProviderGarbage("no data")
    for error in objects_at(payload, "data", "errors"):
        if dig(error, "code") == INTERNAL_ERROR:
            raise ProviderUnavailable("internal error at 17TRACK")
        raise ProviderRejected(f"refused: {text_at(error, 'message') or dig(error, 'code')}")


def refusal(code: int) -> Lookup:
    """Tell what a refused number comes to; QuotaSpent or ProviderRejected where it is no word about the parcel."""
    if code in (NO_INFORMATION_YET, NOT_REGISTERED):
        return Lookup(LookupOutcome.PENDING)
    if code == NO_CARRIER or code in BAD_NUMBER:
        return Lookup(LookupOutcome.NOT_FOUND)
    if code in REQUIRED_DETAILS:
        return Lookup(LookupOutcome.NEEDS_DETAIL, wanted=REQUIRED_DETAILS[code])
    if code in QUOTA_SPENT:
        raise QuotaSpent(f"refused with code {code}")
    raise ProviderRejected(f"refused with code {code}")


def _of(number: str, payload: Json, outcome: str) -> list[Mapping[str, Any]]:
    return [item for item in objects_at(payload, "data", outcome) if text_at(item, "number").upper() == number.upper()]


def _knowledge(item: Json) -> tuple[bool, str]:
    """Rank several tracks of one number (one per carrier tried): something known, then news."""
    status = text_at(item, "track_info", "latest_status", "status")
    return status != "NotFound", text_at(item, "track_info", "latest_event", "time_utc")


def lookup_of_track(item: Json, vocabulary: StatusVocabulary, now: datetime) -> Lookup:
    """Read one number's track, as an answer or a push holds it: FOUND, or NOT_FOUND where no carrier knows it."""
    info = item["track_info"]
    main, sub = (text_at(info, "latest_status", key) for key in ("status", "sub_status"))
    status, substatus = read_status(main, sub, vocabulary)
    carriers = objects_at(info, "tracking", "providers")
    scans = {place: _checkpoints(carrier, vocabulary) for place, carrier in enumerate(carriers)}
    checkpoints = newest_first(scan for own in scans.values() for scan in own)
    if status is Status.NOT_FOUND and not checkpoints:
        return Lookup(LookupOutcome.NOT_FOUND)
    shipment = Shipment(
        number=text_at(item, "number"),
        carrier="",
        status=status,
        fetched_at=now,
        substatus=substatus,
        checkpoints=kept_events(checkpoints),
        origin=text_at(info, "shipping_info", "shipper_address", "country"),
        destination=text_at(info, "shipping_info", "recipient_address", "country"),
        last_mile_number=readable(text_at(info, "misc_info", "local_number")),
        estimate=_estimate(dig(info, "time_metrics", "estimated_delivery_date")),
    )
    local = readable(text_at(info, "misc_info", "local_provider"))
    first, last_mile = _carriers(carriers, scans, shipment, local)
    return Lookup(LookupOutcome.FOUND, replace(shipment, carrier=first, last_mile_carrier=last_mile))


def _carriers(
    providers: Sequence[Json], scans: Mapping[int, Sequence[Checkpoint]], shipment: Shipment, local: str
) -> tuple[str, str]:
    """Tell the first carrier and the last-mile one ("" without a hand-over), in whatever order they stand.

    Whoever 17TRACK calls local has the last mile, else who is at home in the destination, else who is not in the
    origin, else who scanned the parcel later than the others.
    """
    countries: dict[str, str] = {}
    began: dict[str, datetime] = {}
    for place, provider in enumerate(providers):
        name = _name(provider)
        countries.setdefault(name, _country(provider))
        began[name] = min((scan.at for scan in scans[place]), default=began.get(name, shipment.fetched_at))
    names = sorted(filter(None, countries), key=lambda name: began[name])
    if len(names) < 2:
        return (names[0] if names else ""), (local if local not in names else "")
    at_home = [name for name in names if shipment.destination and countries[name] == shipment.destination]
    senders = [name for name in names if shipment.origin and countries[name] == shipment.origin]
    last_mile = local if local in names else (at_home or [name for name in names if name not in senders] or names)[-1]
    return next(name for name in (*senders, *names) if name != last_mile), last_mile


def _name(provider: Json) -> str:
    return readable(text_at(provider, "provider", "name"))


def _country(provider: Json) -> str:
    return text_at(provider, "provider", "country")


def _checkpoints(provider: Json, vocabulary: StatusVocabulary) -> list[Checkpoint]:
    made = (_checkpoint(event, provider, vocabulary) for event in objects_at(provider, "events"))
    return [checkpoint for checkpoint in made if checkpoint is not None]


def _checkpoint(event: Json, provider: Json, vocabulary: StatusVocabulary) -> Checkpoint | None:
    """Read one scan; None for an event without a readable time, which has no place in a history."""
    location, description = _location(event), _description(event)
    try:
        at, assumed = _time(event, location, _country(provider))
    except ValueError:
        return None
    stage = text_at(event, "stage")
    mapped = vocabulary.lookup(text_at(event, "sub_status") or _STAGES.get(stage, stage))
    status, substatus = mapped or (None, None)
    return Checkpoint(
        at=at,
        description=description,
        location=location,
        substatus=substatus or _NO_SUBSTATUS,
        physical=is_physical(description, status, substatus or _NO_SUBSTATUS),
        carrier=_name(provider),
        zone_assumed=assumed,
    )


def _description(event: Json) -> str:
    """Give the carrier's wording; 17TRACK's English of it where there is one."""
    translated = text_at(event, "description_translation", "description")
    language = text_at(event, "description_translation", "lang").lower()
    english = translated if not language or language.startswith("en") else ""
    return readable(english or text_at(event, "description") or translated)


def _time(event: Json, location: str, carrier_country: str) -> tuple[datetime, bool]:
    """Read the local time with its offset, by whichever field tells it; else the instant; else the place's time."""
    raw = " ".join(filter(None, (text_at(event, "time_raw", "date"), text_at(event, "time_raw", "time"))))
    local, instant = text_at(event, "time_iso"), text_at(event, "time_utc")
    country, zone = text_at(event, "address", "country"), offset_of(text_at(event, "time_raw", "timezone"))
    if zone is not None and not has_offset(local) and ":" in (local or raw):
        return aware_time(local or raw, location, country, zone=zone)
    at, assumed = aware_time(local or instant or raw, location, country, carrier_country)
    return aware_time(instant, location, country) if assumed and instant else (at, assumed)


def _location(event: Json) -> str:
    """Give the place as told, ending with its country code where the address knows one."""
    place, country = readable(text_at(event, "location")), text_at(event, "address", "country")
    parts = [part.strip() for part in place.split(",") if part.strip()]
    if country and (not parts or parts[-1].upper() != country):
        parts.append(country)
    return ", ".join(parts)


def _estimate(told: Any) -> Estimate | None:
    """Read "estimated_delivery_date"; None without two days in order, one of them may be left out."""
    days = [day for day in (_day(text_at(told, end)) for end in ("from", "to")) if day is not None]
    return Estimate(days[0], days[-1]) if days and days[0] <= days[-1] else None


def _day(text: str) -> date | None:
    try:
        return aware_time(text, "", "")[0].date()
    except ValueError:
        return None
