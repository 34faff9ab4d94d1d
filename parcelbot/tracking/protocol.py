"""Define what live tracking offers, and what it needs from others."""

from __future__ import annotations

from typing import Protocol

from parcelbot.core.parcel.shipment import Lookup, Shipment, Status, Substatus


class TrackingProvider(Protocol):
    """Something that knows where parcels are."""

    def fetch(self, number: str, carrier: str = "") -> Lookup:
        """Ask for one parcel; `carrier` is a canonical id or "". A failure raises TrackingError."""


class StatusVocabulary(Protocol):
    """A provider's words for our statuses."""

    def lookup(self, wording: str) -> tuple[Status, Substatus] | None:
        """Find our status and substatus for `wording`; None when nobody has mapped it."""


class ShipmentCache(Protocol):
    """A store of shipments between turns; their age is told by `Shipment.fetched_at`."""

    def get(self, number: str) -> Shipment | None:
        """Get the shipment last put under `number`, however old; None when there is none."""

    def put(self, shipment: Shipment) -> None:
        """Remember `shipment` under its number, replacing an older one."""
