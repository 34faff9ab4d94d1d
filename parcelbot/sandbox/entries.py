"""Read the sandbox's parcels: entries as in `demo/shipments.yml`, with ages instead of dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from parcelbot.sandbox.faults import Mode

_AGE = re.compile(r"(-?)(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"({'|'.join(_WEEKDAYS)}) (\d\d):(\d\d)")
_UNITS = ("weeks", "days", "hours", "minutes", "seconds")
_NUMBER = re.compile(r"[A-Z0-9]{5,40}")
_WORDING = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}|")
#: What a carrier may want to be told before it shows a parcel.
REQUIREMENTS = ("postcode", "country_and_postcode", "phone")
_OFFSET = re.compile(r"[+-]\d\d:\d\d|none|")


class EntryError(ValueError):
    """An entry that cannot be served; the message tells whoever wrote it what to change."""


@dataclass(frozen=True)
class ScanEntry:
    """One scan. `offset` is an explicit UTC offset, "none" for a carrier that gives none, or ""."""

    at: datetime
    description: str
    location: str = ""
    sub_status: str = ""
    carrier: str = ""
    offset: str = ""


@dataclass(frozen=True)
class SandboxShipment:
    """One parcel. `events` are newest first and may be empty; `pending_s` counts from registering.

    `eta` is when the carrier expects to deliver, from and to. `requires` names what the carrier wants to be told
    before it shows the parcel, `requires_value` the right answer ("" for any).
    """

    number: str
    carrier: str
    status: str
    sub_status: str = ""
    origin: str = ""
    destination: str = ""
    events: tuple[ScanEntry, ...] = ()
    last_mile_carrier: str = ""
    last_mile_number: str = ""
    pending_s: float | None = None
    fault: Mode = Mode.NONE
    eta: tuple[datetime, datetime] | None = None
    signed_by: str = ""
    requires: str = ""
    requires_value: str = ""

    def of_the_last_mile(self) -> SandboxShipment:
        """Give the parcel as its last carrier shows it under its own number: with its own scans only."""
        own = tuple(event for event in self.events if event.carrier == self.last_mile_carrier) or self.events
        told_last = own[:1] == self.events[:1]
        status, sub_status = (self.status, self.sub_status) if told_last else _status_of(own[0])
        return replace(
            self,
            number=self.last_mile_number,
            carrier=self.last_mile_carrier,
            status=status,
            sub_status=sub_status,
            events=own,
            last_mile_carrier="",
            last_mile_number="",
            requires="",
        )


def _status_of(event: ScanEntry) -> tuple[str, str]:
    return event.sub_status.partition("_")[0] or "InTransit", event.sub_status


def load_entries(path: Path, now: datetime) -> tuple[SandboxShipment, ...]:
    """Read the parcels of a YAML file; EntryError names the first one that cannot be served."""
    data = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) or {}
    return tuple(parse_entry(raw, now) for raw in data.get("shipments") or ())


def parse_entry(raw: Any, now: datetime) -> SandboxShipment:
    """Build an entry; its ages count back from `now`. Keys it does not know are ignored."""
    if not isinstance(raw, Mapping):
        raise EntryError("a shipment must be an object with a number, a status and events")
    last_mile = raw.get("last_mile") or {}
    return SandboxShipment(
        number=_text(raw, "number", _NUMBER, fold=str.upper),
        carrier=_text(raw, "carrier", default=""),
        status=_text(raw, "status", _WORDING),
        sub_status=_text(raw, "sub_status", _WORDING, default=""),
        origin=_text(raw, "origin", _COUNTRY, fold=str.upper, default=""),
        destination=_text(raw, "destination", _COUNTRY, fold=str.upper, default=""),
        events=_events(raw, now),
        last_mile_carrier=_text(last_mile, "carrier", default=""),
        last_mile_number=_text(last_mile, "number", default=""),
        pending_s=parse_age(raw["pending"]).total_seconds() if "pending" in raw else None,
        fault=parse_mode(raw.get("fault", "none")),
        eta=_eta(raw.get("eta"), now),
        signed_by=_text(raw, "signed_by", default=""),
        **_requirement(raw.get("requires")),
    )


def parse_age(text: object) -> timedelta:
    """Read "21d", "2d4h", "30m" or "90s"; "-1d" lies in the future. Anything else raises EntryError."""
    match = _AGE.fullmatch(str(text))
    if match is None or not any(match.groups()[1:]):
        raise EntryError(f'"{text}" is not an age; write for instance "21d", "5h", "2d4h" or "fri 17:30"')
    amounts = {unit: int(n) for unit, n in zip(_UNITS, match.groups()[1:], strict=True) if n}
    return timedelta(**amounts) * (-1 if match[1] else 1)


def parse_moment(text: object, now: datetime) -> datetime:
    """Give the moment an age counts back to; "fri 17:30" is the latest such Friday in `now`'s zone."""
    match = _WEEKDAY.fullmatch(str(text).lower())
    if match is None:
        return now - parse_age(text)
    at = now.replace(hour=int(match[2]) % 24, minute=int(match[3]) % 60, second=0, microsecond=0)
    at -= timedelta(days=(at.weekday() - _WEEKDAYS.index(match[1])) % 7)
    return at if at <= now else at - timedelta(days=7)


def parse_mode(text: object) -> Mode:
    """Read a fault mode; EntryError lists those there are."""
    try:
        return Mode(text)
    except ValueError:
        raise EntryError(f'"{text}" is not a fault; there are {", ".join(Mode)}') from None


def _eta(raw: Any, now: datetime) -> tuple[datetime, datetime] | None:
    """Read "{from: 2d, to: 4d}", how far they lie ahead; one of them may be left out."""
    if raw is None:
        return None
    if not isinstance(raw, Mapping) or not (ends := [raw[end] for end in ("from", "to") if end in raw]):
        raise EntryError("eta must say from and to, for instance {from: 2d, to: 4d}")
    days = [now + parse_age(end) for end in ends]
    if days[0] > days[-1]:
        raise EntryError("eta must not end before it begins")
    return days[0], days[-1]


def _requirement(raw: Any) -> dict[str, str]:
    """Read "postcode", which takes any answer, or {postcode: "SW1A 1AA"}, which takes that one."""
    if raw is None:
        return {}
    name, value = next(iter(raw.items()), ("", "")) if isinstance(raw, Mapping) else (raw, "")
    if name not in REQUIREMENTS:
        raise EntryError(f'"{name}" cannot be required; there are {", ".join(REQUIREMENTS)}')
    return {"requires": str(name), "requires_value": str(value)}


def _events(raw: Mapping[str, Any], now: datetime) -> tuple[ScanEntry, ...]:
    listed = raw.get("events") or []
    if not isinstance(listed, list) or not all(isinstance(event, Mapping) for event in listed):
        raise EntryError("events must be a list of objects with an age and a description")
    events = [_event(event, now) for event in listed]
    if "issued" in raw:
        at = parse_moment(raw["issued"], now)
        events.append(ScanEntry(at, "Shipment information received", sub_status="InfoReceived"))
    return tuple(sorted(events, key=lambda event: event.at, reverse=True))


def _event(raw: Mapping[str, Any], now: datetime) -> ScanEntry:
    if "age" not in raw:
        raise EntryError("each event needs an age")
    return ScanEntry(
        at=parse_moment(raw["age"], now),
        description=_text(raw, "description"),
        location=_text(raw, "location", default=""),
        sub_status=_text(raw, "sub_status", _WORDING, default=""),
        carrier=_text(raw, "carrier", default=""),
        offset=_text(raw, "offset", _OFFSET, default=""),
    )


def _text(
    raw: Mapping[str, Any],
    key: str,
    shape: re.Pattern[str] | None = None,
    *,
    fold: Any = str,
    default: str | None = None,
) -> str:
    value = raw.get(key, default)
    if value is None:
        raise EntryError(f'"{key}" is missing')
    # YAML reads the country code NO as false.
    text: str = fold("NO" if value is False else str(value).strip())
    if shape is not None and text != default and not shape.fullmatch(text):
        raise EntryError(f'"{value}" will not do as {key}')
    return text
