"""Add up the owner's figures for a span of days: visits, tickets and the journal. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from statistics import median, quantiles
from typing import TypeVar

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.owner.outcomes import Visit, VisitOutcome
from parcelbot.core.owner.promises_kept import KeptPromises, kept_promises
from parcelbot.core.owner.radar_figures import RadarFigures, radar_figures

K = TypeVar("K")


@dataclass(frozen=True)
class Tally:
    """The number of visits by outcome."""

    counts: Mapping[VisitOutcome, int] = field(default_factory=dict)

    def __getitem__(self, outcome: VisitOutcome) -> int:
        return self.counts.get(outcome, 0)

    @property
    def visits(self) -> int:
        """The number of all visits."""
        return sum(self.counts.values())

    @property
    def decided(self) -> int:
        """The number of visits that count in a share: not the ones going on, not the ones without a question."""
        return sum(count for outcome, count in self.counts.items() if outcome.decided)

    def share(self, outcome: VisitOutcome) -> float | None:
        """Give the outcome's share of the decided visits, 0 to 1; None when none is decided."""
        return self[outcome] / self.decided if self.decided else None


@dataclass(frozen=True)
class OpenedTicket:
    """A ticket as far as it is counted; `active` while somebody still has to do something about it."""

    row: str
    issue: str
    created_at: datetime
    first_response_due: datetime
    first_response_at: datetime | None
    active: bool


@dataclass(frozen=True)
class FirstResponses:
    """Agents' first answers against what was promised.

    `kept` and `late` count answers, `waiting` and `overdue` active tickets without one. Times are in minutes, None when
    there are too few answers.
    """

    kept: int
    late: int
    waiting: int
    overdue: int
    median_min: float | None
    slowest_tenth_min: float | None


@dataclass(frozen=True)
class Report:
    """The figures of the days from `first` to `last`, both included, in the shop's zone.

    `by_day` has every day, `by_intent` the most frequent first. `handovers` counts tickets by the row that answered
    before ("" when none did) and the issue. `journal` counts the journal's lines by kind and day. `promises` are those
    to write about parcels, `radar` is what was found without anybody asking.
    """

    first: date
    last: date
    total: Tally
    by_day: Sequence[tuple[date, Tally]]
    by_intent: Sequence[tuple[str, Tally]]
    handovers: Sequence[tuple[tuple[str, str], int]]
    responses: FirstResponses
    journal: Mapping[JournalKind, Mapping[date, int]]
    promises: KeptPromises = field(default_factory=KeptPromises)
    radar: RadarFigures = field(default_factory=RadarFigures)

    def count(self, kind: JournalKind) -> int:
        """Count the journal's lines of this kind."""
        return sum(self.journal.get(kind, {}).values())


def make_report(
    first: date,
    last: date,
    visits: Iterable[Visit],
    tickets: Sequence[OpenedTicket],
    entries: Iterable[JournalEntry],
    now: datetime,
    zone: tzinfo,
) -> Report:
    """Add up what began on the days from `first` to `last`; anything else is left out."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    wanted = set(days)

    def day_of(moment: datetime) -> date:
        return moment.astimezone(zone).date()

    begun = [visit for visit in visits if day_of(visit.started_at) in wanted]
    opened = [ticket for ticket in tickets if day_of(ticket.created_at) in wanted]
    noted = [entry for entry in entries if day_of(entry.at) in wanted]
    by_day = _tallies(begun, lambda visit: day_of(visit.started_at))
    by_intent = _tallies([v for v in begun if v.outcome is not VisitOutcome.NO_QUESTION], lambda visit: visit.intent)
    return Report(
        first=first,
        last=last,
        total=_tally(begun),
        by_day=[(day, by_day.get(day, Tally())) for day in days],
        by_intent=sorted(by_intent.items(), key=lambda item: (-item[1].visits, item[0])),
        handovers=Counter((ticket.row, ticket.issue) for ticket in opened).most_common(),
        responses=_responses(opened, now),
        journal=_journal(noted, day_of),
        promises=kept_promises(noted, begun),
        radar=radar_figures(noted),
    )


def _tally(visits: Iterable[Visit]) -> Tally:
    return Tally(Counter(visit.outcome for visit in visits))


def _tallies(visits: Iterable[Visit], key: Callable[[Visit], K]) -> dict[K, Tally]:
    groups: dict[K, list[Visit]] = {}
    for visit in visits:
        groups.setdefault(key(visit), []).append(visit)
    return {name: _tally(group) for name, group in groups.items()}


def _responses(tickets: Sequence[OpenedTicket], now: datetime) -> FirstResponses:
    answered = [(t, t.first_response_at) for t in tickets if t.first_response_at is not None]
    minutes = [(at - ticket.created_at) / timedelta(minutes=1) for ticket, at in answered]
    kept = sum(at <= ticket.first_response_due for ticket, at in answered)
    open_ones = [t for t in tickets if t.first_response_at is None and t.active]
    overdue = sum(ticket.first_response_due < now for ticket in open_ones)
    return FirstResponses(
        kept=kept,
        late=len(answered) - kept,
        waiting=len(open_ones) - overdue,
        overdue=overdue,
        median_min=median(minutes) if minutes else None,
        slowest_tenth_min=quantiles(minutes, n=10, method="inclusive")[-1] if len(minutes) > 1 else None,
    )


def _journal(entries: Iterable[JournalEntry], day_of: Callable[[datetime], date]) -> dict[JournalKind, dict[date, int]]:
    counts: dict[JournalKind, dict[date, int]] = {}
    for entry in entries:
        by_day = counts.setdefault(entry.kind, {})
        by_day[day_of(entry.at)] = by_day.get(day_of(entry.at), 0) + 1
    return counts
