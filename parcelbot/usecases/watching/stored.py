"""Read what is stored of a parcel as if its provider had just been asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from parcelbot.core.parcel.following import Following
from parcelbot.core.parcel.orders import Order
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment

_NEVER = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@dataclass(frozen=True)
class KnownParcels:
    """The parcels as they are stored: the last shipment, what was asked of the provider, and the order of an open one.

    `order` gives the order as it stands on a day; None for a parcel that the shop does not list.
    """

    shipment: Callable[[str], Shipment | None]
    following: Callable[[str], Following | None]
    order: Callable[[str, datetime], Order | None] = lambda _, __: None

    def lookup(self, number: str) -> Lookup:
        """Give what is stored as a look-up, however old; PENDING where nothing is."""
        return _lookup(self.shipment(number), self.following(number))

    def fresh_lookup(self, number: str, now: datetime, within: timedelta) -> Lookup:
        """Give what is stored as a look-up; UNAVAILABLE where nothing was heard `within` so long before `now`."""
        shipment, following = self.shipment(number), self.following(number)
        if now - _heard_at(shipment, following) > within:
            return Lookup(LookupOutcome.UNAVAILABLE, shipment, stale=shipment is not None)
        return _lookup(shipment, following)


def _lookup(shipment: Shipment | None, following: Following | None) -> Lookup:
    if shipment is not None:
        return Lookup(LookupOutcome.FOUND, shipment)
    if following is None:
        return Lookup(LookupOutcome.PENDING)
    return Lookup(following.told, wanted=following.wanted)


def _heard_at(shipment: Shipment | None, following: Following | None) -> datetime:
    """Give the moment at which a provider last told of a parcel; long ago for never."""
    told = [shipment.fetched_at] if shipment else []
    heard = [at for at in (following.asked_at, following.pushed_at) if at] if following else []
    return max([*told, *heard], default=_NEVER)
