"""Say on which days a parcel is expected: by its provider, by a scan that announces a day, or by earlier parcels.

This is the estimate. It is neither a window (how long silence is normal) nor a waiting date (until when to wait).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from parcelbot.core.parcel.scan_wordings import Demand
from parcelbot.core.parcel.settling import ParcelState
from parcelbot.core.parcel.shipment import Estimate, Shipment, Status, Substatus

#: What earlier parcels tell of a shipment that is on its way; None where they are too few.
UsualArrival = Callable[[Shipment, date], "Estimate | None"]

#: Nothing arrives at the door any more: it is there, waits to be collected, or goes back.
_OVER = frozenset({Status.DELIVERED, Status.RETURNED, Status.AVAILABLE_FOR_PICKUP})
_LOST_TO_THE_SHOPPER = frozenset(
    {
        Substatus.EXCEPTION_RETURNING,
        Substatus.EXCEPTION_RETURNED,
        Substatus.EXCEPTION_REJECTED,
        Substatus.EXCEPTION_LOST,
        Substatus.EXCEPTION_DESTROYED,
        Substatus.EXCEPTION_DAMAGE,
        Substatus.EXCEPTION_CANCEL,
        Substatus.DELIVERY_FAILURE_REJECTED,
    }
)
#: Earlier parcels tell only of such as go on by themselves.
_ON_ITS_WAY = frozenset({Status.IN_TRANSIT, Status.OUT_FOR_DELIVERY})


#: The meaning of `knowledge/wordings.yml` for a parcel that lies until the shopper wants it.
HELD_ON_REQUEST = "held_on_request"


class ArrivalSource(str, Enum):
    """The origin of an estimate: the provider, a scan that announces a day, or our own parcels that were delivered."""

    PROVIDER = "provider"
    ANNOUNCED = "announced"
    HISTORY = "history"


@dataclass(frozen=True)
class Arrival:
    """The days between which a parcel is expected, both included; they may have passed."""

    earliest: date
    latest: date
    source: ArrivalSource

    def is_late(self, today: date) -> bool:
        """Tell whether the last of the days is over."""
        return self.latest < today


def arrival_of(state: ParcelState, usual: UsualArrival, today: date) -> Arrival | None:
    """Find the best estimate for a parcel; None where nobody has one or nothing will arrive.

    The provider's own comes first, then a day that a scan announces, then earlier parcels; a provider's that has
    passed gives way to a day announced since. After a failed attempt an estimate that has passed was kept: none.
    """
    shipment = state.shipment
    if state.contradicted or shipment.status in _OVER or shipment.substatus in _LOST_TO_THE_SHOPPER:
        return None
    told = _arrival(shipment.estimate, ArrivalSource.PROVIDER)
    if told is None or told.is_late(today):
        told = _announced(state) or told
    if told is not None:
        return None if told.is_late(today) and shipment.status is Status.DELIVERY_FAILURE else told
    if shipment.status not in _ON_ITS_WAY or state.meaning == HELD_ON_REQUEST or state.demand is not Demand.NOTHING:
        return None
    return _arrival(usual(shipment, today), ArrivalSource.HISTORY)


def _announced(state: ParcelState) -> Arrival | None:
    if state.announced_for is None:
        return None
    day = state.announced_for.date()
    return Arrival(day, day, ArrivalSource.ANNOUNCED)


def _arrival(estimate: Estimate | None, source: ArrivalSource) -> Arrival | None:
    return Arrival(estimate.earliest, estimate.latest, source) if estimate else None
