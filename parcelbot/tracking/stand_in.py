"""Have a second provider stand in where the first is down or does not know a number."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Shipment
from parcelbot.core.wording import mask_number
from parcelbot.tracking.protocol import FollowedParcels, ShipmentCache, TrackingProvider

log = logging.getLogger(__name__)

#: The longest time between what a provider tells and our noting that it was asked.
_NOTED_WITHIN = timedelta(minutes=1)
_KNOWN = frozenset({LookupOutcome.FOUND})
#: Of a provider that is reached, these say more than that the other is not.
_SAYS_SOMETHING = frozenset({LookupOutcome.FOUND, LookupOutcome.PENDING, LookupOutcome.NEEDS_DETAIL})


@dataclass(frozen=True)
class StandIn:
    """A provider that asks `first`, and `second` only where that helps; what `first` said counts where it does not.

    The second is asked when the first does not answer, for its own news instead of old ones, and when the first does
    not know the number, for a parcel that it knows.
    """

    first: TrackingProvider
    second: TrackingProvider

    def fetch(self, request: LookupRequest) -> Lookup:
        """Look one number up; TrackingError as the providers raise it."""
        lookup = self.first.fetch(request)
        better = _better_than(lookup)
        if not better:
            return lookup
        other = self.second.fetch(request)
        if other.outcome not in better:
            return lookup
        log.info("%s: %s, the stand-in says %s", mask_number(request.number), lookup.outcome.value, other.outcome.value)
        return other


@dataclass(frozen=True)
class OwnNews:
    """The part of a `cache` that one of several providers filled: the one whose questions are in `parcels`."""

    cache: ShipmentCache
    parcels: FollowedParcels

    def get(self, number: str) -> Shipment | None:
        """Get the shipment of `number` if it was told since this provider was last asked; None for older ones."""
        known, following = self.cache.get(number), self.parcels.get(number)
        asked_at = following.asked_at if following else None
        if known is None or asked_at is None or known.fetched_at < asked_at - _NOTED_WITHIN:
            return None
        return known

    def put(self, shipment: Shipment) -> None:
        """Remember `shipment` for everybody."""
        self.cache.put(shipment)


def _better_than(lookup: Lookup) -> frozenset[LookupOutcome]:
    """List what another provider must say to be heard instead; empty where nothing would be better."""
    if lookup.outcome is LookupOutcome.NOT_FOUND:
        return _KNOWN
    if lookup.outcome is LookupOutcome.UNAVAILABLE:
        return _KNOWN if lookup.stale else _SAYS_SOMETHING
    return frozenset()
