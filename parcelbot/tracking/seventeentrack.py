"""Ask 17TRACK's API v2.2: register a number, read its track, and turn the answer into a shipment."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected, ProviderUnavailable
from parcelbot.tracking.events import aware_time, is_physical
from parcelbot.tracking.mapping import code_at, dig, newest_first, objects_at, read_status, text_at
from parcelbot.tracking.protocol import StatusVocabulary
from parcelbot.tracking.transport import Deadline, HttpTransport, Json

BASE_URL = "https://api.17track.net/track/v2.2"

ALREADY_REGISTERED = -18019901
NOT_REGISTERED = -18019902
NO_CARRIER = -18019903
NO_INFORMATION_YET = -18019909
WRONG_CARRIER = -18019910
INTERNAL_ERROR = -18010003
#: "The value / the format / the data of `number` is invalid": no carrier makes such numbers.
BAD_NUMBER = frozenset({-18010011, -18010012, -18010013})

#: `stage` of an event where API v2.2 leaves its `sub_status` out -> the wording it stands for.
_NO_SUBSTATUS = Substatus.NONE
_STAGES = {
    "PickedUp": "InTransit_PickedUp",
    "Departure": "InTransit_Departure",
    "Arrival": "InTransit_Arrival",
    "Returning": "Exception_Returning",
    "Returned": "Exception_Returned",
}


@dataclass(frozen=True)
class SeventeenTrack:
    """The 17TRACK client. `carrier_keys` maps canonical carrier ids to 17TRACK's numeric keys.

    `fetch` takes at most `budget_s` in all. A number 17TRACK has not seen is registered and asked for
    again every `poll_pause_s`, at most `polls` times; what is still unknown then is PENDING.
    """

    transport: HttpTransport
    vocabulary: StatusVocabulary
    now: Callable[[], datetime]
    base_url: str = BASE_URL
    carrier_keys: Mapping[str, int] = field(default_factory=dict)
    budget_s: float = 5.0
    polls: int = 3
    poll_pause_s: float = 0.7
    sleep: Callable[[float], None] = time.sleep

    def fetch(self, number: str, carrier: str = "") -> Lookup:
        """Look one number up; raises TrackingError when 17TRACK does not answer the question."""
        deadline = self.transport.deadline(self.budget_s)
        answer = self._call("gettrackinfo", {"number": number}, deadline)
        if rejection(answer, number) != NOT_REGISTERED:
            return parse(answer, self.vocabulary, self.now())
        registered = self._register(number, carrier, deadline)
        if rejection(registered, number) not in (None, ALREADY_REGISTERED):
            return parse(registered, self.vocabulary, self.now())
        return self._read_until_known(number, deadline)

    def _register(self, number: str, carrier: str, deadline: Deadline) -> Json:
        key = self.carrier_keys.get(carrier)
        answer = self._call("register", {"number": number} | ({"carrier": key} if key else {}), deadline)
        if key and rejection(answer, number) == WRONG_CARRIER:
            return self._call("register", {"number": number}, deadline)
        return answer

    def _read_until_known(self, number: str, deadline: Deadline) -> Lookup:
        lookup = Lookup(LookupOutcome.PENDING)
        for attempt in range(self.polls):
            if attempt:
                self.sleep(min(self.poll_pause_s, deadline.left_s))
            lookup = parse(self._call("gettrackinfo", {"number": number}, deadline), self.vocabulary, self.now())
            if lookup.outcome is not LookupOutcome.PENDING or deadline.left_s <= 2 * self.poll_pause_s:
                break
        return lookup

    def _call(self, method: str, item: Json, deadline: Deadline) -> Json:
        return self.transport.call("POST", f"{self.base_url}/{method}", deadline, json=[item])


def parse(payload: Json, vocabulary: StatusVocabulary, now: datetime) -> Lookup:
    """Turn the answer to `gettrackinfo` (or a refused `register`) for one number into a look-up.

    FOUND, PENDING or NOT_FOUND; a spent quota or a bad key raises ProviderRejected, an answer of
    another shape ProviderGarbage.
    """
    _raise_errors(payload)
    tracks = [item for item in objects_at(payload, "data", "accepted") if dig(item, "track_info")]
    if tracks:
        return _lookup(max(tracks, key=_knowledge), vocabulary, now)
    code = rejection(payload)
    if code is None:
        raise ProviderGarbage("neither accepted nor rejected")
    return _refusal(code)


def rejection(payload: Json, number: str = "") -> int | None:
    """Find the error code with which the number was refused; None when it was not.

    A refusal of another number is nobody's answer, so `number` "" takes the first there is.
    """
    for item in objects_at(payload, "data", "rejected"):
        if number in ("", text_at(item, "number")):
            return code_at(item, "error", "code")
    return None


def _raise_errors(payload: Json) -> None:
    if not isinstance(dig(payload, "data"), Mapping):
        raise ProviderGarbage("no data")
    for error in objects_at(payload, "data", "errors"):
        if dig(error, "code") == INTERNAL_ERROR:
            raise ProviderUnavailable("internal error at 17TRACK")
        raise ProviderRejected(f"refused: {text_at(error, 'message') or dig(error, 'code')}")


def _refusal(code: int) -> Lookup:
    if code in (NO_INFORMATION_YET, NOT_REGISTERED):
        return Lookup(LookupOutcome.PENDING)
    if code == NO_CARRIER or code in BAD_NUMBER:
        return Lookup(LookupOutcome.NOT_FOUND)
    raise ProviderRejected(f"refused with code {code}")


def _knowledge(item: Json) -> tuple[bool, str]:
    """Rank several tracks of one number (one per carrier tried): something known, then news."""
    status = text_at(item, "track_info", "latest_status", "status")
    return status != "NotFound", text_at(item, "track_info", "latest_event", "time_utc")


def _lookup(item: Json, vocabulary: StatusVocabulary, now: datetime) -> Lookup:
    info = item["track_info"]
    main, sub = (text_at(info, "latest_status", key) for key in ("status", "sub_status"))
    status, substatus = read_status(main, sub, vocabulary)
    carriers = objects_at(info, "tracking", "providers")
    checkpoints = newest_first(c for carrier in carriers for c in _checkpoints(carrier, vocabulary))
    if status is Status.NOT_FOUND and not checkpoints:
        return Lookup(LookupOutcome.NOT_FOUND)
    destination = text_at(info, "shipping_info", "recipient_address", "country")
    carrier, last_mile = _carriers(carriers, destination, text_at(info, "misc_info", "local_provider"))
    shipment = Shipment(
        number=text_at(item, "number"),
        carrier=carrier,
        status=status,
        fetched_at=now,
        substatus=substatus,
        checkpoints=checkpoints,
        origin=text_at(info, "shipping_info", "shipper_address", "country"),
        destination=destination,
        last_mile_carrier=last_mile,
        last_mile_number=text_at(info, "misc_info", "local_number"),
    )
    return Lookup(LookupOutcome.FOUND, shipment)


def _carriers(providers: list[Mapping[str, Any]], destination: str, local: str) -> tuple[str, str]:
    """Tell the first carrier and the last-mile one ("" without a hand-over), from one or two providers."""
    countries = {text_at(p, "provider", "name"): _country(p) for p in providers}
    names = [name for name in countries if name]
    if len(names) < 2:
        return (names[0] if names else ""), (local if local not in names else "")
    at_destination = (name for name in names if destination and countries[name] == destination)
    last_mile = local if local in names else next(at_destination, names[-1])
    return next(name for name in names if name != last_mile), last_mile


def _country(provider: Mapping[str, Any]) -> str:
    return text_at(provider, "provider", "country")


def _checkpoints(provider: Mapping[str, Any], vocabulary: StatusVocabulary) -> list[Checkpoint]:
    made = (_checkpoint(event, provider, vocabulary) for event in objects_at(provider, "events"))
    return [checkpoint for checkpoint in made if checkpoint is not None]


def _checkpoint(event: Json, provider: Json, vocabulary: StatusVocabulary) -> Checkpoint | None:
    """Read one scan; None for an event without a readable time, which has no place in a history."""
    location, description = _location(event), text_at(event, "description")
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
        carrier=text_at(provider, "provider", "name"),
        zone_assumed=assumed,
    )


def _time(event: Json, location: str, carrier_country: str) -> tuple[datetime, bool]:
    """Read `time_iso` with its offset, else the instant 17TRACK worked out, else the raw local time."""
    raw = " ".join(filter(None, (text_at(event, "time_raw", "date"), text_at(event, "time_raw", "time"))))
    written = text_at(event, "time_iso") or text_at(event, "time_utc") or raw
    country = text_at(event, "address", "country")
    at, assumed = aware_time(written, location, country, carrier_country)
    if assumed and text_at(event, "time_utc"):
        return aware_time(text_at(event, "time_utc"), location, country, carrier_country)
    return at, assumed


def _location(event: Json) -> str:
    """Give the place as told, ending with its country code where the address knows one."""
    place, country = text_at(event, "location"), text_at(event, "address", "country")
    parts = [part.strip() for part in place.split(",") if part.strip()]
    if country and (not parts or parts[-1].upper() != country):
        parts.append(country)
    return ", ".join(parts)
