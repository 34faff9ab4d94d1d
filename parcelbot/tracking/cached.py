"""Remember what a provider answered: fewer calls, and the last known state when nobody answers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment
from parcelbot.tracking.errors import TrackingError
from parcelbot.tracking.protocol import ShipmentCache, TrackingProvider

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class CachedProvider:
    """A `provider` behind a `cache`; never raises TrackingError.

    A shipment younger than `ttl_s` is given without a call. When the provider fails, the last known
    shipment comes back as UNAVAILABLE and stale. PENDING and NOT_FOUND are never remembered: the
    next scan may come at any moment.
    """

    provider: TrackingProvider
    cache: ShipmentCache
    now: Callable[[], datetime]
    ttl_s: float = 300.0

    def fetch(self, number: str, carrier: str = "") -> Lookup:
        """Look one number up; UNAVAILABLE, with the last known shipment if any, when the provider fails."""
        known = self.cache.get(number)
        if known is not None and self._fresh(known):
            return Lookup(LookupOutcome.FOUND, known)
        try:
            lookup = self.provider.fetch(number, carrier)
        except TrackingError as error:
            log.warning("no live tracking: %s: %s", type(error).__name__, error)
            return Lookup(LookupOutcome.UNAVAILABLE, known, stale=known is not None)
        if lookup.outcome is LookupOutcome.FOUND and lookup.shipment is not None:
            self.cache.put(lookup.shipment)
        return lookup

    def _fresh(self, shipment: Shipment) -> bool:
        age = self.now() - shipment.fetched_at
        return timedelta(0) <= age < timedelta(seconds=self.ttl_s)
