"""Read AfterShip's trackings (Tracking API 2024-07), as it answers and as it pushes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timezone

from parcelbot.core.parcel.shipment import Checkpoint, Estimate, Lookup, LookupOutcome, Shipment, WantedDetail
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected
from parcelbot.tracking.events import aware_time, is_physical
from parcelbot.tracking.mapping import code_at, dig, kept_events, newest_first, objects_at, read_status, text_at
from parcelbot.tracking.protocol import StatusVocabulary
from parcelbot.tracking.transport import Json
from parcelbot.tracking.zones import alpha2, alpha3

#: Codes of `meta`.
ALREADY_FOLLOWED = 4003
BAD_NUMBER = 4005
BAD_SLUG = 4010
FIELDS_WANTED = 4011
NO_COURIER = 4012
NOT_STOPPED = 4013
RETRACKED_BEFORE = 4016

_COUNTRY, _POSTCODE = "tracking_destination_country", "tracking_postal_code"
_WITH_COUNTRY = re.compile(r"([A-Z]{2})-(.+)")
_PENDING_TAG = "Pending"
_INITIALS = frozenset({"usps"})
_OK = range(200, 300)
_NEVER = datetime.min.replace(tzinfo=timezone.utc)
#: Where AfterShip keeps the day of arrival, and the two ends of the span: its own choice first, then the courier's.
_ESTIMATES = (
    ("latest_estimated_delivery", ("datetime_min", "datetime_max"), "datetime"),
    (
        "courier_estimated_delivery_date",
        ("estimated_delivery_date_min", "estimated_delivery_date_max"),
        "estimated_delivery_date",
    ),
)


@dataclass(frozen=True)
class AfterShipWords:
    """AfterShip's words for ours: of statuses, and by their slugs of couriers."""

    statuses: StatusVocabulary
    couriers: Mapping[str, str] = field(default_factory=dict)

    def courier(self, slug: str) -> str:
        """Name the courier of a slug; one we do not list is spelt out: "some-courier" is Some Courier."""
        spelt = slug.upper() if len(slug) <= 3 or slug in _INITIALS else slug.replace("-", " ").title()
        return self.couriers.get(slug, spelt)


def meta_code(payload: Json) -> int:
    """Give the code of an answer; ProviderGarbage without one."""
    code = code_at(payload, "meta", "code")
    if code == 0:
        raise ProviderGarbage("no code in the answer")
    return code


def is_ok(code: int) -> bool:
    """Tell whether AfterShip did as it was asked."""
    return code in _OK


def refusal(payload: Json) -> Lookup:
    """Turn a refused number into a look-up; what is no answer about a number raises ProviderRejected."""
    code = meta_code(payload)
    if code in (BAD_NUMBER, NO_COURIER):
        return Lookup(LookupOutcome.NOT_FOUND)
    wanted = _wanted(text_at(payload, "meta", "message")) if code == FIELDS_WANTED else None
    if wanted is not None:
        return Lookup(LookupOutcome.NEEDS_DETAIL, wanted=wanted)
    raise ProviderRejected(f"refused with code {code}")


def fields_of(detail: str) -> dict[str, str]:
    """Put what the shopper told into the fields AfterShip takes it in: a postcode, or "GB-SW1A1AA" with its country."""
    told = _WITH_COUNTRY.fullmatch(detail)
    if told is None:
        return {_POSTCODE: detail} if detail else {}
    return {_COUNTRY: alpha3(told[1]) or told[1], _POSTCODE: told[2]}


def trackings_of(payload: Json, number: str) -> Sequence[Json]:
    """List the trackings of `number` in the answer to a search: one for every courier it was tried with."""
    if not is_ok(code := meta_code(payload)):
        raise ProviderRejected(f"refused with code {code}")
    if not isinstance(dig(payload, "data", "trackings"), list):
        raise ProviderGarbage("no list of trackings in the answer")
    found = objects_at(payload, "data", "trackings")
    return [tracking for tracking in found if text_at(tracking, "tracking_number").upper() == number.upper()]


def lookup_of(trackings: Sequence[Json], words: AfterShipWords, now: datetime) -> Lookup:
    """Turn the trackings of one number, of which there is at least one, into a look-up: by the one that knows most."""
    told = max(trackings, key=_knowledge)
    if text_at(told, "tag") == _PENDING_TAG:
        return Lookup(LookupOutcome.PENDING)
    return Lookup(LookupOutcome.FOUND, _shipment(told, words, now))


def moment_at(data: Json, *path: str) -> datetime | None:
    """Give the time at `path`, aware; None when it is missing or no time."""
    try:
        return aware_time(text_at(data, *path), "", "")[0]
    except ValueError:
        return None


def _knowledge(tracking: Json) -> tuple[bool, datetime]:
    """Rank a tracking: something known, then the newest scan."""
    times = (moment_at(point, "checkpoint_time") for point in objects_at(tracking, "checkpoints"))
    return text_at(tracking, "tag") not in ("", _PENDING_TAG), max((at for at in times if at), default=_NEVER)


def _wanted(message: str) -> WantedDetail | None:
    """Read the detail that a courier wants from "also required: …"; None for what no shopper knows."""
    if _COUNTRY in message:
        return WantedDetail.COUNTRY_AND_POSTCODE
    return WantedDetail.POSTCODE if _POSTCODE in message else None


def _shipment(tracking: Json, words: AfterShipWords, now: datetime) -> Shipment:
    status, substatus = read_status(text_at(tracking, "tag"), text_at(tracking, "subtag"), words.statuses)
    made = (_checkpoint(point, words) for point in objects_at(tracking, "checkpoints"))
    checkpoints = newest_first(checkpoint for checkpoint in made if checkpoint is not None)
    handed_to = next(iter(objects_at(tracking, "next_couriers")), {})
    return Shipment(
        number=text_at(tracking, "tracking_number"),
        carrier=words.courier(text_at(tracking, "slug")),
        status=status,
        fetched_at=now,
        substatus=substatus,
        checkpoints=kept_events(checkpoints),
        origin=alpha2(text_at(tracking, "origin_country_iso3")),
        destination=_destination(tracking),
        last_mile_carrier=words.courier(text_at(handed_to, "slug")),
        last_mile_number=text_at(handed_to, "tracking_number"),
        estimate=_estimate(tracking),
        signed_by=text_at(tracking, "signed_by"),
    )


def _destination(tracking: Json) -> str:
    told = text_at(tracking, "courier_destination_country_iso3")
    return alpha2(text_at(tracking, "destination_country_iso3") or told)


def _estimate(tracking: Json) -> Estimate | None:
    for name, ends, day in _ESTIMATES:
        span = [found for found in (_day(tracking, name, end) for end in ends) if found]
        days = span or [found for found in (_day(tracking, name, day),) if found]
        if days and days[0] <= days[-1]:
            return Estimate(days[0], days[-1])
    return None


def _checkpoint(point: Json, words: AfterShipWords) -> Checkpoint | None:
    """Read one scan; None for one without a readable time, which has no place in a history."""
    location, description = _location(point), text_at(point, "message")
    try:
        at, assumed = aware_time(text_at(point, "checkpoint_time"), location, "")
    except ValueError:
        return None
    status, substatus = read_status(text_at(point, "tag"), text_at(point, "subtag"), words.statuses)
    return Checkpoint(
        at=at,
        description=description,
        location=location,
        substatus=substatus,
        physical=is_physical(description, status, substatus),
        carrier=words.courier(text_at(point, "slug")),
        zone_assumed=assumed,
    )


def _location(point: Json) -> str:
    """Give city, state and country code; the courier's own wording where AfterShip took none apart."""
    country = alpha2(text_at(point, "country_iso3"))
    named = [text_at(point, "city") or text_at(point, "location").partition(",")[0], text_at(point, "state")]
    return ", ".join(part for part in (*named, country) if part)


def _day(data: Json, *path: str) -> date | None:
    moment = moment_at(data, *path)
    return moment.date() if moment else None
