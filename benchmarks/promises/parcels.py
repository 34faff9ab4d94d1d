"""Make up parcels whose scans are known beforehand: most arrive, some are silent for long, a few are lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from parcelbot.core.parcel.shipment import Checkpoint, Shipment, Status, Substatus

_LOST = 0.06
#: A scan, its status, and the median days from the one before.
_WAY = (
    (0.0, Status.IN_TRANSIT, Substatus.IN_TRANSIT_PICKED_UP, "Accepted by carrier", "Hangzhou, CN"),
    (2.0, Status.IN_TRANSIT, Substatus.IN_TRANSIT_DEPARTURE, "Departed from country of origin", "Shanghai, CN"),
    (7.0, Status.IN_TRANSIT, Substatus.IN_TRANSIT_ARRIVAL, "Arrived at destination country", "London, GB"),
    (1.0, Status.IN_TRANSIT, Substatus.IN_TRANSIT_OTHER, "Processed at sorting centre", "Croydon, GB"),
    (1.5, Status.OUT_FOR_DELIVERY, Substatus.OUT_FOR_DELIVERY_OTHER, "Out for delivery", "London, GB"),
    (0.2, Status.DELIVERED, Substatus.DELIVERED_OTHER, "Delivered", "London, GB"),
)


@dataclass(frozen=True)
class KnownScan:
    """A scan that will happen, and the status of the parcel from then on."""

    checkpoint: Checkpoint
    status: Status


@dataclass(frozen=True)
class KnownParcel:
    """A parcel with everything that will be scanned, oldest first."""

    number: str
    scans: tuple[KnownScan, ...]

    def at(self, moment: datetime) -> Shipment:
        """Give the parcel as its provider tells it at a moment at which it was scanned at least once."""
        seen = [scan for scan in self.scans if scan.checkpoint.at <= moment]
        newest_first = tuple(scan.checkpoint for scan in reversed(seen))
        ends = {"origin": "CN", "destination": "GB"}
        return Shipment(self.number, "Cainiao", seen[-1].status, moment, checkpoints=newest_first, **ends)


def parcels(count: int, begins: datetime, chance: random.Random) -> Iterator[KnownParcel]:
    """Make up parcels that are handed over during two weeks."""
    for n in range(count):
        start = begins + timedelta(hours=chance.uniform(0, 14 * 24))
        lost_after = chance.randint(2, 3) if chance.random() < _LOST else len(_WAY)
        yield KnownParcel(f"LP{n:014d}", tuple(_scans(start, lost_after, chance)))


def _scans(start: datetime, count: int, chance: random.Random) -> Iterator[KnownScan]:
    at = start
    for median_days, status, substatus, text, place in _WAY[:count]:
        at += timedelta(days=median_days * chance.lognormvariate(0.0, 0.5))
        yield KnownScan(Checkpoint(at, text, place, substatus), status)
