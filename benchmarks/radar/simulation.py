"""Make up parcels whose end is known: most come in time, some are held up for long, a few never come."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from benchmarks.eta.simulation import LANES, Lane, Leg, history
from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment import Checkpoint, Shipment, Stage, Status, Substatus
from parcelbot.core.radar.open_parcel import OpenParcel

#: Of all parcels so many are never scanned again after some stage, and so many are held up in one.
LOST, HELD_UP = 0.03, 0.06
_HELD_UP_DAYS = (8.0, 40.0)
#: From the order to the first scan.
_PACKING_DAYS = (1, 3)
_PROTECTION_DAYS = 60
_SCANS = {
    Stage.ACCEPTED: (Substatus.IN_TRANSIT_PICKED_UP, "Accepted by carrier", "origin"),
    Stage.EXPORTED: (Substatus.IN_TRANSIT_DEPARTURE, "Departed from country of origin", "origin"),
    Stage.CUSTOMS: (Substatus.IN_TRANSIT_CUSTOMS_PROCESSING, "Presented to customs", "destination"),
    Stage.ARRIVED: (Substatus.IN_TRANSIT_ARRIVAL, "Arrived at sorting centre", "destination"),
    Stage.LAST_MILE: (Substatus.IN_TRANSIT_ARRIVAL, "Arrived at local delivery depot", "destination"),
}
#: Between two depots a parcel is scanned every so many days at most; in the air and in customs it is silent.
_BETWEEN_DEPOTS = (1.0, 3.5)
_SILENT = frozenset({Stage.EXPORTED, Stage.CUSTOMS})


@dataclass(frozen=True)
class KnownParcel:
    """An open parcel, all its scans, oldest first, and the day on which it comes; None for one that never does."""

    parcel: OpenParcel
    lane: Lane
    scans: tuple[Checkpoint, ...]
    delivered_on: date | None

    def at(self, now: datetime) -> Shipment | None:
        """Give the parcel as its provider tells it; None before its first scan."""
        seen = tuple(scan for scan in reversed(self.scans) if scan.at <= now)
        if not seen:
            return None
        on_the_van = seen[0].substatus is Substatus.OUT_FOR_DELIVERY_OTHER
        status = Status.OUT_FOR_DELIVERY if on_the_van else Status.IN_TRANSIT
        lane = self.lane
        ends = {"origin": lane.origin, "destination": lane.destination}
        return Shipment(self.parcel.number, lane.carrier, status, now, seen[0].substatus, seen, **ends)


def past(seed: int) -> list[Journey]:
    """Give what the shop had delivered before."""
    return history(seed)


def parcels(count: int, first: date, seed: int) -> Iterator[KnownParcel]:
    """Make up parcels that are ordered within two months from `first`."""
    chance = random.Random(f"radar {seed}")
    weights = [lane.parcels_a_day for lane in LANES]
    for n in range(count):
        lane = chance.choices(LANES, weights)[0]
        yield _parcel(f"SIM{n:09d}", lane, first + timedelta(days=chance.randrange(60)), chance)


def _parcel(number: str, lane: Lane, ordered: date, chance: random.Random) -> KnownParcel:
    market = lane.origin == "CN" and chance.random() < 0.5
    parcel = OpenParcel(
        number=number,
        order_number=number[-6:],
        email="",
        sales_channel=SalesChannel.ALIEXPRESS if market else SalesChannel.SHOP,
        placed_at=datetime.combine(ordered, time(12), timezone.utc),
        destination=lane.destination,
        carrier=lane.carrier,
        protected_until=ordered + timedelta(days=_PROTECTION_DAYS) if market else None,
    )
    scans, delivered_on = _way(lane, ordered + timedelta(days=chance.randint(*_PACKING_DAYS)), chance)
    return KnownParcel(parcel, lane, scans, delivered_on)


def _way(lane: Lane, sent: date, chance: random.Random) -> tuple[tuple[Checkpoint, ...], date | None]:
    """Send a parcel on its way: where it is held up or lost, it is silent from somewhere in that stage on."""
    legs = [leg for leg in lane.legs if chance.random() < leg.share]
    fate, fatal = chance.random(), chance.randrange(len(legs))
    start = datetime.combine(sent, time(6), timezone.utc)
    scans: list[Checkpoint] = []
    at = chance.random()
    for n, leg in enumerate(legs):
        days = leg.median_days * chance.lognormvariate(0.0, leg.scatter)
        scans += _scans_in(leg, lane, start, at, at + days, chance)
        at += days
        if n == fatal and fate < LOST:
            return tuple(scans), None
        at += chance.uniform(*_HELD_UP_DAYS) if n == fatal and fate < LOST + HELD_UP else 0.0
    arrives = start + timedelta(days=at)
    van = datetime.combine(arrives.date(), time(0, 10), timezone.utc)
    scans.append(_scan(van, Substatus.OUT_FOR_DELIVERY_OTHER, "Out for delivery", lane.destination))
    return tuple(scans), arrives.date()


def _scans_in(
    leg: Leg, lane: Lane, start: datetime, begins: float, ends: float, chance: random.Random
) -> Iterator[Checkpoint]:
    """Scan a parcel at the beginning of a stage, and on between depots until its end."""
    substatus, text, end = _SCANS[leg.stage]
    country = lane.origin if end == "origin" else lane.destination
    yield _scan(start + timedelta(days=begins), substatus, text, country)
    at = begins + chance.uniform(*_BETWEEN_DEPOTS)
    while at < ends and leg.stage not in _SILENT:
        yield _scan(start + timedelta(days=at), Substatus.IN_TRANSIT_OTHER, "Processed at sorting centre", country)
        at += chance.uniform(*_BETWEEN_DEPOTS)


def _scan(at: datetime, substatus: Substatus, text: str, country: str) -> Checkpoint:
    return Checkpoint(at, text, f"Depot, {country}", substatus)


def is_late(known: KnownParcel, ends_on: date) -> bool:
    """Tell whether a parcel came after its window, or never."""
    return known.delivered_on is None or known.delivered_on > ends_on


def lanes_of(journeys: Sequence[Journey]) -> dict[tuple[str, str], list[Journey]]:
    """Sort journeys by lane, newest first."""
    lanes: dict[tuple[str, str], list[Journey]] = {}
    for journey in sorted(journeys, key=lambda one: one.delivered_on, reverse=True):
        lanes.setdefault((journey.origin, journey.destination), []).append(journey)
    return lanes
