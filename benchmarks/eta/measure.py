"""Ask for the arrival of each parcel of a history on a day of its way, knowing only what had been delivered by then."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean

from parcelbot.core.parcel.journeys import Journey
from parcelbot.core.parcel.stages import Step
from parcelbot.core.parcel.usual_arrival import COVERAGE, FEWEST, from_step

Span = tuple[int, int]

#: So many journeys of a lane are looked at, as in the assistant.
_MOST_OF_A_LANE = 1_000
#: A shop that says an average says it with so many days around it.
_GIVE_OR_TAKE_DAYS = 3


@dataclass(frozen=True)
class Asked:
    """A parcel on the day on which somebody asks, and what had been delivered on its lane by then, newest first."""

    journey: Journey
    step: Step
    today: date
    known: Sequence[Journey]

    @property
    def truth_days(self) -> int:
        """Days until it came."""
        return (self.journey.delivered_on - self.today).days


Method = Callable[[Asked], "Span | None"]


@dataclass(frozen=True)
class Score:
    """The record of a method: how many were asked and answered, how often it held, how many days it spanned."""

    asked: int
    answered: int
    held: float
    too_early: float
    too_late: float
    days: float


def ask_all(history: Iterable[Journey], seed: int) -> Iterator[Asked]:
    """Ask for each parcel once, on a random day of its way; a lane's first parcels only teach."""
    chance, lanes = random.Random(seed), defaultdict(list)
    for journey in history:
        lanes[journey.origin, journey.destination].append(journey)
    for lane in lanes.values():
        ended = sorted(lane, key=lambda journey: journey.delivered_on)
        days = [journey.delivered_on for journey in ended]
        for journey in ended[FEWEST:]:
            asked = _asked(journey, ended, days, chance)
            if asked:
                yield asked


def _asked(journey: Journey, ended: Sequence[Journey], days: Sequence[date], chance: random.Random) -> Asked | None:
    begun = journey.steps[0].since
    today = begun + timedelta(days=chance.randint(0, (journey.delivered_on - begun).days))
    step = [step for step in journey.steps if step.since <= today][-1]
    known = ended[: bisect_left(days, today)][-_MOST_OF_A_LANE:]
    return Asked(journey, step, today, known[::-1]) if len(known) >= FEWEST else None


def ours(asked: Asked) -> Span | None:
    """Answer as the assistant does."""
    estimate = from_step(asked.step, asked.journey.carrier, asked.today, asked.known)
    return ((estimate.earliest - asked.today).days, (estimate.latest - asked.today).days) if estimate else None


def whole_way(asked: Asked) -> Span:
    """Answer by the middle nine tenths of all ways of the lane, counted from the first scan."""
    took = sorted((one.delivered_on - one.steps[0].since).days for one in asked.known)
    tail = (1 - COVERAGE) / 2
    low, high = took[int(tail * len(took))], took[min(int((1 - tail) * len(took)), len(took) - 1)]
    return _from_today(asked, low, high)


def average(asked: Asked) -> Span:
    """Answer by the average of all ways of the lane, give or take some days."""
    took = round(mean((one.delivered_on - one.steps[0].since).days for one in asked.known))
    return _from_today(asked, took - _GIVE_OR_TAKE_DAYS, took + _GIVE_OR_TAKE_DAYS)


def _from_today(asked: Asked, low: int, high: int) -> Span:
    gone = (asked.today - asked.journey.steps[0].since).days
    return max(low - gone, 0), max(high - gone, 0)


def score(parcels: Sequence[Asked], method: Method) -> Score:
    """Judge a method by what came true."""
    answers = [(asked.truth_days, span) for asked in parcels if (span := method(asked)) is not None]
    answered = max(len(answers), 1)
    return Score(
        asked=len(parcels),
        answered=len(answers),
        held=sum(low <= truth <= high for truth, (low, high) in answers) / answered,
        too_early=sum(truth < low for truth, (low, _) in answers) / answered,
        too_late=sum(truth > high for truth, (_, high) in answers) / answered,
        days=sum(high - low + 1 for _, (low, high) in answers) / answered,
    )
