"""Make 17TRACK's `track_info` from the sandbox's entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

from parcelbot.sandbox.entries import SandboxShipment, ScanEntry

_MILESTONES = (
    "InfoReceived",
    "PickedUp",
    "Departure",
    "Arrival",
    "AvailableForPickup",
    "OutForDelivery",
    "Delivered",
    "Returning",
    "Returned",
)
#: Standard-time offsets, enough for believable scans; an entry may give its own.
_OFFSETS_H = {
    "CN": 8,
    "HK": 8,
    "SG": 8,
    "US": -5,
    "CA": -5,
    "DE": 1,
    "FR": 1,
    "NL": 1,
    "ES": 1,
    "IT": 1,
    "BE": 1,
}
_OFFSETS_H |= {"PL": 1, "SE": 1, "NO": 1, "LT": 2, "AU": 10, "JP": 9, "TR": 3}


def track_info(entry: SandboxShipment, now: datetime) -> dict[str, Any]:
    """Make the `track_info` of one parcel, as 17TRACK API v2.2 documents it."""
    entry = _with_signature(entry)
    events = [_event(event) for event in entry.events]
    return {
        "shipping_info": {
            "shipper_address": _address(entry.origin),
            "recipient_address": _address(entry.destination),
        },
        "latest_status": _latest_status(entry),
        "latest_event": events[0] if events else None,
        "time_metrics": {
            "days_after_last_update": (now - entry.events[0].at).days if entry.events else 0,
            "estimated_delivery_date": _estimate(entry),
        },
        "milestone": [_milestone(name, entry) for name in _MILESTONES],
        "misc_info": {"local_number": entry.last_mile_number, "local_provider": entry.last_mile_carrier},
        "tracking": {"providers_hash": 0, "providers": _providers(entry, now)},
    }


def not_found_info(number: str, now: datetime) -> dict[str, Any]:
    """Make what 17TRACK shows of a number that no carrier knows."""
    return track_info(SandboxShipment(number, "", "NotFound", "NotFound_Other"), now)


def _with_signature(entry: SandboxShipment) -> SandboxShipment:
    """Let the scan of the delivery say who signed, as carriers do; 17TRACK has no field for it."""
    delivered = next((n for n, event in enumerate(entry.events) if _stage(event) == "Delivered"), None)
    if not entry.signed_by or delivered is None or entry.signed_by in entry.events[delivered].description:
        return entry
    signed = replace(
        entry.events[delivered], description=f"{entry.events[delivered].description}, signed for by {entry.signed_by}"
    )
    return replace(entry, events=(*entry.events[:delivered], signed, *entry.events[delivered + 1 :]))


def _estimate(entry: SandboxShipment) -> dict[str, Any] | None:
    if entry.eta is None:
        return None
    first, last = (moment.isoformat(timespec="seconds") for moment in entry.eta)
    return {"source": "Official", "from": first, "to": last}


def _latest_status(entry: SandboxShipment) -> dict[str, Any]:
    return {"status": entry.status, "sub_status": entry.sub_status or entry.status, "sub_status_descr": None}


def _providers(entry: SandboxShipment, now: datetime) -> list[dict[str, Any]]:
    """List the parcel's carrier, the last-mile one, and every other that has scanned it, each with its own events."""
    if not entry.carrier and not entry.events:
        return []
    others = (entry.last_mile_carrier, *(event.carrier for event in entry.events))
    names = dict.fromkeys((entry.carrier, *filter(None, others)))
    places = {name: entry.origin if name == entry.carrier else entry.destination for name in names}
    return [_provider(name, country, entry, now) for name, country in places.items()]


def _provider(name: str, country: str, entry: SandboxShipment, now: datetime) -> dict[str, Any]:
    own = [e for e in entry.events if (e.carrier or entry.carrier) == name]
    return {
        "provider": {
            "key": 0,
            "name": name,
            "alias": name,
            "tel": None,
            "homepage": None,
            "country": country,
        },
        "latest_sync_status": "Success",
        "latest_sync_time": now.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "events": [_event(event) for event in own],
    }


def _event(event: ScanEntry) -> dict[str, Any]:
    return {
        "time_iso": _local_time(event),
        "time_utc": None
        if event.offset == "none"
        else event.at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "description": event.description,
        "location": event.location,
        "stage": _stage(event),
        "sub_status": event.sub_status,
        "address": _address(_country(event.location)),
    }


def _local_time(event: ScanEntry) -> str:
    if event.offset == "none":
        hours = _OFFSETS_H.get(_country(event.location), 0)
        return event.at.astimezone(timezone(timedelta(hours=hours))).strftime("%Y-%m-%dT%H:%M:%S")
    return event.at.astimezone(_zone(event)).isoformat(timespec="seconds")


def _zone(event: ScanEntry) -> timezone:
    if event.offset:
        sign = -1 if event.offset[0] == "-" else 1
        hours, minutes = event.offset[1:].split(":")
        return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))
    return timezone(timedelta(hours=_OFFSETS_H.get(_country(event.location), 0)))


def _stage(event: ScanEntry) -> str | None:
    name = event.sub_status.rpartition("_")[2] or event.sub_status
    return next((m for m in _MILESTONES if m in (name, event.sub_status.partition("_")[0])), None)


def _milestone(name: str, entry: SandboxShipment) -> dict[str, Any]:
    first = next((e for e in reversed(entry.events) if _stage(e) == name), None)
    return {"key_stage": name, "time_iso": _local_time(first) if first else None}


def _country(location: str) -> str:
    tail = location.rpartition(",")[2].strip()
    return tail if len(tail) == 2 and tail.isupper() else ""


def _address(country: str) -> dict[str, Any]:
    return {"country": country or None, "state": None, "city": None, "postal_code": None}
