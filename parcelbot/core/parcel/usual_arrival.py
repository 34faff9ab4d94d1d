"""Estimate from earlier parcels of the same lane when one arrives: an interval that holds for nine in ten of them.

The method is split-conformal prediction on conditional quantiles (Romano, Patterson, Candès 2019): half of the earlier
parcels propose an interval, the other half say by how much it has to be widened or may be narrowed so that it holds.
Compared are parcels that were in the same stage for as many days as this one, so that the estimate moves on with it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.shipment import Estimate, Shipment, Stage
from parcelbot.core.parcel.stages import Step, steps_of

#: The share of parcels for which the interval has to hold.
COVERAGE = 0.9
#: Fewer earlier parcels promise nothing.
FEWEST = 30
#: The newest are enough, and follow the season.
MOST = 400
#: Who is told a longer span is told nothing.
WIDEST_DAYS = 21


@dataclass(frozen=True)
class Chance:
    """The chance that a parcel comes in time: of the `alike` earlier ones that waited as long, so many did."""

    alike: int
    in_time: int

    @property
    def percent(self) -> int:
        """The share of a hundred, by Laplace's rule of succession: few earlier parcels tell little."""
        return round(100 * (self.in_time + 1) / (self.alike + 2))


def usual_arrival(shipment: Shipment, today: date, journeys: Sequence[Journey]) -> Estimate | None:
    """Estimate the arrival of `shipment` from `journeys` of its lane, newest first; None where they tell too little."""
    step = next(iter(reversed(steps_of(shipment))), None)
    return from_step(step, shipment.carrier, today, journeys) if step else None


def from_step(step: Step, carrier: str, today: date, journeys: Sequence[Journey]) -> Estimate | None:
    """Estimate the arrival of a parcel that is in `step` since its day.

    Parcels of the same carrier are compared first, those of all carriers where they are too few.
    """
    same_carrier = [journey for journey in journeys if journey.carrier == carrier]
    for alike in (same_carrier, journeys):
        span = _days_to_go(step, today, alike)
        if span is not None:
            return Estimate(today + timedelta(days=span[0]), today + timedelta(days=span[1]))
    return None


def chance_in_time(shipment: Shipment, today: date, until: date, journeys: Sequence[Journey]) -> Chance | None:
    """Count how many parcels of its lane that had waited as long in its stage came within the days that are left.

    Parcels of the same carrier are compared first. None before the first scan, and where fewer than `FEWEST` of
    `journeys` were ever in this stage.
    """
    step = next(iter(reversed(steps_of(shipment))), None)
    if step is None:
        return None
    for journeys_alike in ([j for j in journeys if j.carrier == shipment.carrier], journeys):
        through = [j for j in journeys_alike if any(passed.stage is step.stage for passed in j.steps)][:MOST]
        if len(through) >= FEWEST:
            return _chance(step, through, today, until)
    return None


def _chance(step: Step, through: Iterable[Journey], today: date, until: date) -> Chance:
    waited, days = max((today - step.since).days, 0), (until - today).days
    left = [n for journey in through if (n := _days_left(journey, step.stage, waited)) is not None]
    return Chance(len(left), sum(n <= days for n in left))


def conformal_span(days: Sequence[int]) -> tuple[int, int] | None:
    """Give an interval of days that holds for `COVERAGE` of such parcels; None where `days` are too few for that.

    Every second value proposes, the others correct, so that both halves are of the same time.
    """
    proposing, correcting = sorted(days[::2]), days[1::2]
    rank = math.ceil((len(correcting) + 1) * COVERAGE)
    if rank > len(correcting):
        return None
    low, high = _quantile(proposing, (1 - COVERAGE) / 2), _quantile(proposing, (1 + COVERAGE) / 2)
    missed_by = sorted(max(low - day, day - high) for day in correcting)[rank - 1]
    return max(low - missed_by, 0), max(high + missed_by, low - missed_by, 0)


def _days_to_go(step: Step, today: date, journeys: Iterable[Journey]) -> tuple[int, int] | None:
    """Give the fewest and the most days from `today` on for a parcel in `step`; None where too few were alike."""
    waited = max((today - step.since).days, 0)
    left = [days for journey in journeys if (days := _days_left(journey, step.stage, waited)) is not None]
    if len(left) < FEWEST:
        return None
    span = conformal_span(left[:MOST])
    return span if span is not None and span[1] - span[0] <= WIDEST_DAYS else None


def _days_left(journey: Journey, stage: Stage, waited: int) -> int | None:
    """Days from the `waited`-th day in a stage to delivery; None of a parcel that had left the stage by then."""
    for step, end in zip(journey.steps, _ends(journey), strict=True):
        if step.stage is stage:
            then = step.since + timedelta(days=waited)
            return (journey.delivered_on - then).days if end >= then else None
    return None


def _quantile(ordered: Sequence[int], share: float) -> int:
    """The smallest value that at least `share` of the values do not exceed."""
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1]


def _ends(journey: Journey) -> list[date]:
    """The day on which each step was over."""
    return [*(step.since for step in journey.steps[1:]), journey.delivered_on]
