"""Make up a history of parcels whose truth is known: lanes, carriers, stages, a season, days without delivery."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from parcelbot.core.parcel.business_days import SATURDAY
from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Stage
from parcelbot.core.parcel.stages import Step

FIRST_DAY = date(2025, 1, 1)
DAYS = 600
_SUNDAY = SATURDAY + 1
#: Everything takes longer before and after Christmas.
_SLOWER = 1.35
#: Fresh parcels from which the best interval there can be is read.
_POOL = 4_000


@dataclass(frozen=True)
class Leg:
    """One stage of a lane: the median of its days, the scatter of their logarithm, and the share of parcels in it."""

    stage: Stage
    median_days: float
    scatter: float
    share: float = 1.0


@dataclass(frozen=True)
class Lane:
    """A way from one country to another by one carrier, with the parcels of a day."""

    origin: str
    destination: str
    carrier: str
    parcels_a_day: float
    legs: tuple[Leg, ...]


_ABROAD = (
    Leg(Stage.ACCEPTED, 2.0, 0.5),
    Leg(Stage.EXPORTED, 6.0, 0.35),
    Leg(Stage.CUSTOMS, 2.0, 0.9, share=0.4),
    Leg(Stage.ARRIVED, 2.0, 0.5),
    Leg(Stage.LAST_MILE, 0.7, 0.7),
)
_SLOW = (
    Leg(Stage.ACCEPTED, 3.0, 0.6),
    Leg(Stage.EXPORTED, 11.0, 0.45),
    Leg(Stage.CUSTOMS, 3.0, 1.0, share=0.6),
    Leg(Stage.ARRIVED, 3.0, 0.6),
    Leg(Stage.LAST_MILE, 1.0, 0.7),
)
_AT_HOME = (Leg(Stage.ACCEPTED, 1.2, 0.5), Leg(Stage.LAST_MILE, 0.6, 0.6))

LANES = (
    Lane("CN", "GB", "Cainiao", 2.0, _ABROAD),
    Lane("CN", "GB", "Yanwen", 0.7, _SLOW),
    Lane("LT", "US", "Lithuania Post", 1.5, _SLOW),
    Lane("LT", "DE", "DPD", 3.0, (Leg(Stage.ACCEPTED, 1.5, 0.4), Leg(Stage.ARRIVED, 1.5, 0.5), _AT_HOME[1])),
    Lane("LT", "LT", "Omniva", 1.0, _AT_HOME),
    Lane("LT", "NO", "DPD", 0.1, _ABROAD),
)


def history(seed: int) -> list[Journey]:
    """Make the journeys of all lanes over `DAYS` days."""
    chance = random.Random(seed)
    days = [FIRST_DAY + timedelta(days=n) for n in range(DAYS)]
    return [_journey(lane, day, chance) for lane in LANES for day in days for _ in range(_parcels(lane, day, chance))]


def best_span(step: Step, carrier: str, lane: tuple[str, str], today: date, share: float) -> tuple[int, int]:
    """Give the interval that who knows the truth would give: the middle `share` of a lane's fresh parcels, in days."""
    waited = (today - step.since).days
    left = sorted(_left(journey, step.stage, waited) for journey in _pool(lane, carrier, _is_busy(today)))
    told = [days for days in left if days >= 0] or [0]
    tail = (1 - share) / 2
    return told[int(tail * len(told))], told[min(int((1 - tail) * len(told)), len(told) - 1)]


@cache
def _pool(lane: tuple[str, str], carrier: str, busy: bool) -> Sequence[Journey]:
    chance, day = random.Random(1), date(2025, 12, 1) if busy else date(2025, 6, 2)
    made = next(one for one in LANES if (one.origin, one.destination) == lane and one.carrier == carrier)
    return [_journey(made, day + timedelta(days=n % 5), chance) for n in range(_POOL)]


def _left(journey: Journey, stage: Stage, waited: int) -> int:
    """Days to delivery from the `waited`-th day in a stage on; -1 of a parcel that had left it or never was in it."""
    ends = [*(step.since for step in journey.steps[1:]), journey.delivered_on]
    for step, end in zip(journey.steps, ends, strict=True):
        if step.stage is stage:
            then = step.since + timedelta(days=waited)
            return (journey.delivered_on - then).days if end >= then else -1
    return -1


def _parcels(lane: Lane, day: date, chance: random.Random) -> int:
    whole, part = divmod(lane.parcels_a_day, 1)
    return 0 if day.weekday() >= SATURDAY else int(whole) + (chance.random() < part)


def _journey(lane: Lane, day: date, chance: random.Random) -> Journey:
    steps, at = [], float(chance.random())
    for leg in _legs(lane, chance):
        steps.append(Step(leg.stage, day + timedelta(days=int(at))))
        slower = _SLOWER if _is_busy(day) else 1.0
        at += slower * chance.lognormvariate(math.log(leg.median_days), leg.scatter)
    return Journey(lane.origin, lane.destination, lane.carrier, tuple(steps), _delivery_day(day, at))


def _legs(lane: Lane, chance: random.Random) -> Iterator[Leg]:
    return (leg for leg in lane.legs if chance.random() < leg.share)


def _delivery_day(day: date, at: float) -> date:
    reached = day + timedelta(days=int(at))
    return reached + timedelta(days=1) if reached.weekday() == _SUNDAY else reached


def _is_busy(day: date) -> bool:
    return (day.month, day.day) >= (11, 20) or (day.month, day.day) <= (1, 5)
