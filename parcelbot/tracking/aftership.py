"""Ask AfterShip's Tracking API: find a tracking by its number or create it, and turn it into a shipment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, LookupRequest, Shipment
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected
from parcelbot.tracking.events import aware_time, is_physical
from parcelbot.tracking.mapping import code_at, dig, newest_first, objects_at, read_status, text_at
from parcelbot.tracking.protocol import StatusVocabulary
from parcelbot.tracking.transport import Deadline, HttpTransport, Json
from parcelbot.tracking.zones import alpha2

BASE_URL = "https://api.aftership.com/tracking/2024-07"

_PENDING_TAG = "Pending"
#: No courier could be found for the number, or the number is none.
_UNKNOWN_NUMBER = frozenset({4005, 4012})
_INITIALS = frozenset({"usps"})
_ALREADY_FOLLOWED = 4003
_OK = range(200, 300)


@dataclass(frozen=True)
class AfterShip:
    """The AfterShip client; `transport.headers` carry the key as `as-api-key`.

    `fetch` takes at most `budget_s` in all. A number that AfterShip does not follow yet is handed to
    it; the first answer is then usually PENDING.
    """

    transport: HttpTransport
    vocabulary: StatusVocabulary
    now: Callable[[], datetime]
    base_url: str = BASE_URL
    budget_s: float = 5.0

    def fetch(self, request: LookupRequest) -> Lookup:
        """Look one number up; raises TrackingError when AfterShip does not answer the question."""
        deadline = self.transport.deadline(self.budget_s)
        found = self._get(request.number, deadline)
        if not objects_at(found, "data", "trackings"):
            found = self._create(request.number, deadline)
        return parse(found, self.vocabulary, self.now())

    def _get(self, number: str, deadline: Deadline) -> Json:
        query = {"tracking_numbers": number}
        return self.transport.call("GET", f"{self.base_url}/trackings", deadline, params=query)

    def _create(self, number: str, deadline: Deadline) -> Json:
        body = {"tracking_number": number}
        return self.transport.call("POST", f"{self.base_url}/trackings", deadline, json=body)


def parse(payload: Json, vocabulary: StatusVocabulary, now: datetime) -> Lookup:
    """Turn an answer about one number into a look-up.

    Reads both the list of a search and the single tracking of a creation. PENDING while AfterShip
    has no information, NOT_FOUND where it knows no courier for the number. Other error codes raise
    ProviderRejected, other shapes ProviderGarbage.
    """
    code = code_at(payload, "meta", "code")
    if code in _UNKNOWN_NUMBER:
        return Lookup(LookupOutcome.NOT_FOUND)
    if code == _ALREADY_FOLLOWED:
        return Lookup(LookupOutcome.PENDING)
    if code == 0:
        raise ProviderGarbage("no code in the answer")
    if code not in _OK:
        raise ProviderRejected(f"refused with code {code}")
    tracking = next(iter(objects_at(payload, "data", "trackings")), dig(payload, "data"))
    if not text_at(tracking, "tracking_number"):
        raise ProviderGarbage("no tracking in the answer")
    if text_at(tracking, "tag") == _PENDING_TAG:
        return Lookup(LookupOutcome.PENDING)
    return Lookup(LookupOutcome.FOUND, _shipment(tracking, vocabulary, now))


def _shipment(tracking: Json, vocabulary: StatusVocabulary, now: datetime) -> Shipment:
    status, substatus = read_status(text_at(tracking, "tag"), text_at(tracking, "subtag"), vocabulary)
    made = (_checkpoint(point, vocabulary) for point in objects_at(tracking, "checkpoints"))
    checkpoints = newest_first(checkpoint for checkpoint in made if checkpoint is not None)
    handed_to = next(iter(objects_at(tracking, "next_couriers")), {})
    return Shipment(
        number=text_at(tracking, "tracking_number"),
        carrier=_courier_name(text_at(tracking, "slug")),
        status=status,
        fetched_at=now,
        substatus=substatus,
        checkpoints=checkpoints,
        origin=alpha2(text_at(tracking, "origin_country_iso3")),
        destination=_destination(tracking),
        last_mile_carrier=_courier_name(text_at(handed_to, "slug")),
        last_mile_number=text_at(handed_to, "tracking_number"),
    )


def _destination(tracking: Json) -> str:
    told = text_at(tracking, "courier_destination_country_iso3")
    return alpha2(text_at(tracking, "destination_country_iso3") or told)


def _checkpoint(point: Json, vocabulary: StatusVocabulary) -> Checkpoint | None:
    """Read one scan; None for one without a readable time, which has no place in a history."""
    location, description = _location(point), text_at(point, "message")
    try:
        at, assumed = aware_time(text_at(point, "checkpoint_time"), location, "")
    except ValueError:
        return None
    status, substatus = read_status(text_at(point, "tag"), text_at(point, "subtag"), vocabulary)
    return Checkpoint(
        at=at,
        description=description,
        location=location,
        substatus=substatus,
        physical=is_physical(description, status, substatus),
        carrier=_courier_name(text_at(point, "slug")),
        zone_assumed=assumed,
    )


def _location(point: Json) -> str:
    """Give city, state and country code; the courier's own wording where AfterShip took none apart."""
    country = alpha2(text_at(point, "country_iso3"))
    named = [text_at(point, "city") or text_at(point, "location").partition(",")[0], text_at(point, "state")]
    return ", ".join(part for part in (*named, country) if part)


def _courier_name(slug: str) -> str:
    """Turn a courier's slug into a name: "royal-mail" is Royal Mail, "dhl" is DHL."""
    return slug.upper() if len(slug) <= 3 or slug in _INITIALS else slug.replace("-", " ").title()
