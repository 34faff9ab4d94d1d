"""Journeys are kept once, when a parcel is first seen delivered, and read lane by lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.settling import ParcelState
from parcelbot.core.parcel.shipment import Shipment, Status, Substatus
from parcelbot.tracking.journeys import JourneyKeeper, RememberedLanes
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeCache

ON_ITS_WAY = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 5, "Shanghai, CN"))
DELIVERED = replace(
    ON_ITS_WAY, status=Status.DELIVERED, checkpoints=(scan(Substatus.DELIVERED_OTHER, 1), *ON_ITS_WAY.checkpoints)
)


@dataclass
class FakeLog:
    """A log in a dictionary; remembers which lanes were asked for."""

    kept: dict[str, Journey] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def keep(self, journey: Journey, fingerprint: str) -> None:
        self.kept.setdefault(fingerprint, journey)

    def of_lane(self, origin: str, destination: str, limit: int) -> Sequence[Journey]:
        self.asked.append((origin, destination))
        return list(self.kept.values())[:limit]


def by_code(parcel: Shipment) -> ParcelState:
    return ParcelState(parcel, parcel.status)


def keeper(log: FakeLog, cache: FakeCache | None = None) -> JourneyKeeper:
    return JourneyKeeper(cache or FakeCache(), log, by_code)


def test_a_parcel_that_is_first_seen_delivered_leaves_its_journey() -> None:
    log, cache = FakeLog(), FakeCache()
    keeping = keeper(log, cache)
    keeping.put(ON_ITS_WAY)
    keeping.put(DELIVERED)
    assert [journey.carrier for journey in log.kept.values()] == ["Cainiao"]
    assert keeping.get(DELIVERED.number) == DELIVERED


def test_a_parcel_on_its_way_leaves_none() -> None:
    log = FakeLog()
    keeper(log).put(ON_ITS_WAY)
    assert log.kept == {}


def test_a_delivered_parcel_that_is_looked_up_again_counts_once() -> None:
    log = FakeLog()
    keeping = keeper(log)
    keeping.put(DELIVERED)
    later_row = replace(DELIVERED, checkpoints=(scan(Substatus.NONE, 0), *DELIVERED.checkpoints))
    keeping.put(later_row)
    assert len(log.kept) == 1


def test_a_lane_is_read_once_in_a_while() -> None:
    log, clock_s = FakeLog(), [0.0]
    lanes = RememberedLanes(log, ttl_s=600, monotonic_s=lambda: clock_s[0])
    lanes.of_lane("CN", "GB")
    clock_s[0] = 599
    lanes.of_lane("CN", "GB")
    assert log.asked == [("CN", "GB")]
    clock_s[0] = 600
    lanes.of_lane("CN", "GB")
    assert log.asked == [("CN", "GB")] * 2


def test_a_lane_with_an_unknown_end_is_not_read() -> None:
    log = FakeLog()
    assert RememberedLanes(log).of_lane("CN", "") == ()
    assert log.asked == []
