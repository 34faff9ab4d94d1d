"""Keep the journeys of parcels as they are first seen delivered, and give them out again lane by lane."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from parcelbot.core.parcel.journeys import Journey, fingerprint, journey_of
from parcelbot.core.parcel.settling import ParcelState
from parcelbot.core.parcel.shipment import Shipment
from parcelbot.tracking.protocol import ShipmentCache

#: More are not looked at for one lane.
_MOST_OF_A_LANE = 1_000


class JourneyLog(Protocol):
    """A store of the journeys of delivered parcels."""

    def keep(self, journey: Journey, fingerprint: str) -> None:
        """Keep a journey; one that is kept already stays as it is."""

    def of_lane(self, origin: str, destination: str, limit: int) -> Sequence[Journey]:
        """Read the newest journeys from one country to another, at most `limit`, newest first."""


@dataclass(frozen=True)
class JourneyKeeper:
    """A `ShipmentCache` that keeps the journey of each parcel it is told of, once, when it has been delivered.

    `settle` gives the state of a shipment. Looked-up and pushed parcels come through here alike.
    """

    cache: ShipmentCache
    log: JourneyLog
    settle: Callable[[Shipment], ParcelState]

    def get(self, number: str) -> Shipment | None:
        """Get the shipment last put under `number`; None when there is none."""
        return self.cache.get(number)

    def put(self, shipment: Shipment) -> None:
        """Remember `shipment`, and its journey where it was not known to be delivered."""
        state = self.settle(shipment)
        journey = journey_of(state)
        if journey is not None and not self._known_to_be_delivered(shipment.number):
            self.log.keep(journey, fingerprint(state))
        self.cache.put(shipment)

    def _known_to_be_delivered(self, number: str) -> bool:
        known = self.cache.get(number)
        return known is not None and journey_of(self.settle(known)) is not None


@dataclass(frozen=True)
class RememberedLanes:
    """The journeys of a lane, read from `log` at most every `ttl_s` seconds. Thread-safe.

    `monotonic_s` gives seconds that only grow. There are few hundred lanes, so none is ever dropped.
    """

    log: JourneyLog
    ttl_s: float = 600.0
    monotonic_s: Callable[[], float] = time.monotonic
    _lanes: dict[tuple[str, str], tuple[float, Sequence[Journey]]] = field(default_factory=dict, init=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def of_lane(self, origin: str, destination: str) -> Sequence[Journey]:
        """Give the newest journeys from one country to another, newest first; () where an end is not known."""
        if not (origin and destination):
            return ()
        lane = (origin, destination)
        with self._lock:
            read_at, known = self._lanes.get(lane, (float("-inf"), ()))
        if self.monotonic_s() - read_at < self.ttl_s:
            return known
        # unlocked: a slow database holds up this lane's shoppers only
        read = self.log.of_lane(origin, destination, _MOST_OF_A_LANE)
        with self._lock:
            self._lanes[lane] = (self.monotonic_s(), read)
        return read
