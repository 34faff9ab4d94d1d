"""`python -m benchmarks.radar [--parcels N] [--seed N]`: how many late or lost parcels are found in time.

Each simulated parcel is judged every day by the real tables, rows and earlier journeys, until it comes or its window
ends: the buyer protection, else the days that `knowledge/radar.yml` gives a parcel. A late one counts as found when it
was flagged three days or more before that end; one that came in time and was ever flagged is a false alarm. Lanes,
carriers and scatter are those of `benchmarks/eta`, with parcels that are held up or lost besides; a lane with too few
earlier parcels is among them. What the tables find without any history stands beside it.
"""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from benchmarks.radar.simulation import KnownParcel, is_late, lanes_of, parcels, past
from parcelbot.core.answering.answers import decide
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry, facts_for
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.settling import settle_lookup
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Stage
from parcelbot.core.parcel.usual_arrival import Chance, chance_in_time
from parcelbot.core.radar.finding import find, window_of
from parcelbot.knowledge.holidays import calendar_for
from parcelbot.knowledge.loading import Knowledge, load_knowledge
from parcelbot.knowledge.scan_wordings import load_wordings
from parcelbot.usecases.radar.scanning import ASKED

#: As early as this before its window ends a late parcel has to be found.
AHEAD = timedelta(days=3)
FIRST_ORDER = date(2026, 2, 2)
_FOLDER = Path("knowledge")

#: Tells how many earlier parcels came in time.
ChanceOf = Callable[[Shipment, date, date], "Chance | None"]


@dataclass
class Score:
    """What was found: late parcels, those found in time, parcels in time, false alarms, and how early."""

    late: int = 0
    found: int = 0
    in_time: int = 0
    alarms: int = 0
    days_ahead: list[int] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.late + other.late,
            self.found + other.found,
            self.in_time + other.in_time,
            self.alarms + other.alarms,
            self.days_ahead + other.days_ahead,
        )

    def add(self, late: bool, flagged_on: date | None, ends_on: date) -> None:
        """Count one parcel."""
        if not late:
            self.in_time += 1
            self.alarms += flagged_on is not None
            return
        self.late += 1
        if flagged_on is not None and flagged_on <= ends_on - AHEAD:
            self.found += 1
            self.days_ahead.append((ends_on - flagged_on).days)


def main() -> None:
    """Judge the parcels and print what was found."""
    reader = argparse.ArgumentParser(description="How many late or lost parcels are found in time")
    reader.add_argument("--parcels", type=int, default=2000)
    reader.add_argument("--seed", type=int, default=1)
    options = reader.parse_args()
    made = list(parcels(options.parcels, FIRST_ORDER, options.seed))
    eyes = _Eyes(load_knowledge(_FOLDER))
    ours = _history(options.seed)
    lanes = {name: eyes.score(group, ours) for name, group in _by_lane(made).items()}
    print(f"{len(made)} parcels\n\n{_HEAD}")
    print(_line("ours", sum(lanes.values(), Score())))
    print(_line("tables alone", eyes.score(made, _no_history)))
    print(f"\n{_HEAD.replace('judged by', 'ours, by lane')}")
    for name, score in lanes.items():
        print(_line(name, score))


class _Eyes:
    """The radar's judgement over simulated parcels."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._read_wording = load_wordings(_FOLDER).read

    def score(self, made: Iterable[KnownParcel], chance: ChanceOf) -> Score:
        score = Score()
        for known in made:
            ends_on = self._ends_on(known)
            score.add(is_late(known, ends_on), self._flagged_on(known, ends_on, chance), ends_on)
        return score

    def _ends_on(self, known: KnownParcel) -> date:
        placed = known.parcel.placed_at
        return window_of(known.parcel, self._knowledge.radar.delivery, _calendar(known, placed.date()), timezone.utc)

    def _flagged_on(self, known: KnownParcel, ends_on: date, chance: ChanceOf) -> date | None:
        """Give the first day on which the parcel is found; None where it never is before it comes or time is over."""
        day = known.parcel.placed_at.date()
        while day <= ends_on and (known.delivered_on is None or day < known.delivered_on):
            day += timedelta(days=1)
            if self._is_found(known, day, ends_on, chance):
                return day
        return None

    def _is_found(self, known: KnownParcel, day: date, ends_on: date, chance: ChanceOf) -> bool:
        now = datetime.combine(day, time(0, 30), timezone.utc)
        shipment = known.at(now)
        stored = Lookup(LookupOutcome.FOUND, shipment) if shipment else Lookup(LookupOutcome.PENDING)
        lookup, state = settle_lookup(stored, self._read_wording, now)
        enquiry = Enquiry(ASKED, known.parcel.number, order=known.parcel.order_on(day))
        facts = facts_for(enquiry, lookup, now, _calendar(known, day), state)
        decided = DecidedEnquiry(enquiry, facts, decide(facts, self._knowledge.tables), lookup.shipment)
        on_its_way = lookup.shipment is not None and facts.stage is not Stage.ENDED
        likely = chance(lookup.shipment, day, ends_on) if on_its_way and lookup.shipment else None
        return find(known.parcel, decided, ends_on, likely, self._knowledge.radar).risk.found


def _history(seed: int) -> ChanceOf:
    """Compare with what had been delivered by the day, as the assistant does."""
    lanes = lanes_of(past(seed))
    days = {lane: [-journey.delivered_on.toordinal() for journey in journeys] for lane, journeys in lanes.items()}

    def chance(shipment: Shipment, today: date, until: date) -> Chance | None:
        lane = (shipment.origin, shipment.destination)
        journeys = lanes.get(lane, [])
        known = bisect_left(days.get(lane, []), -today.toordinal())
        return chance_in_time(shipment, today, until, journeys[known : known + 1_000])

    return chance


def _no_history(*_: object) -> None:
    return None


def _calendar(known: KnownParcel, day: date) -> BusinessCalendar:
    return calendar_for(known.lane.origin, known.lane.destination, range(day.year - 1, day.year + 2))


def _by_lane(made: Iterable[KnownParcel]) -> dict[str, list[KnownParcel]]:
    groups: dict[str, list[KnownParcel]] = {}
    for known in made:
        lane = known.lane
        groups.setdefault(f"{lane.origin}-{lane.destination} {lane.carrier}", []).append(known)
    return dict(sorted(groups.items()))


_HEAD = f"{'judged by':<24} late or lost   found 3 days ahead   in time   false alarms   days ahead (median)   right"


def _line(name: str, score: Score) -> str:
    found, alarms = score.found / max(score.late, 1), score.alarms / max(score.in_time, 1)
    ahead = sorted(score.days_ahead)[len(score.days_ahead) // 2] if score.days_ahead else 0
    right = score.found / max(score.found + score.alarms, 1)
    counts = f"{score.late:>12}   {found:>18.1%}   {score.in_time:>7}   {alarms:>12.1%}"
    return f"{name:<24} {counts}   {ahead:>19}   {right:>5.0%}"


if __name__ == "__main__":
    main()
