"""Simulate shoppers who ask about parcels whose news are pushed; the decisions are the assistant's own."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

from benchmarks.provider.queue import Provider, Simulation, Step
from parcelbot.core.parcel.following import Following, NextStep, next_step
from parcelbot.core.parcel.shipment import LookupOutcome, Shipment, Status

_START = datetime(2026, 11, 27, tzinfo=timezone.utc)
_GOOD_FOR = timedelta(hours=1)
_PATIENCE_S = 3.0
_HOUR_S = 3600.0


@dataclass(frozen=True)
class Load:
    """The load: live parcels, conversations an hour, and the shares of what is known before.

    `known_before` of the conversations are about a parcel that was asked about or pushed before. A carrier scans a
    parcel `scans_a_day` times; `lost` of the pushes never arrive.
    """

    parcels: int = 1_000_000
    conversations_an_hour: float = 5_000
    hours: float = 2
    known_before: float = 0.4
    questions: int = 4
    scans_a_day: float = 0.8
    lost: float = 0.002
    seed: int = 7


@dataclass
class _Parcel:
    """One parcel: the provider's rhythm of looking at it, and what we know of it."""

    looks_every_s: float
    phase_s: float
    first_look_s: float
    known: Shipment | None = None
    following: Following | None = None
    pushed_from_s: float | None = None


@dataclass
class Outcome:
    """The figures of one run, for each conversation or each answer."""

    calls: list[int] = field(default_factory=list)
    new: list[bool] = field(default_factory=list)
    answer_s: list[float] = field(default_factory=list)
    age_s: list[float] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)
    behind: int = 0


class Shoppers:
    """Shoppers under a load, at a provider's door."""

    def __init__(self, load: Load, provider: Provider) -> None:
        self.outcome = Outcome()
        self._load, self._chance = load, random.Random(load.seed)
        self._simulation = Simulation(provider)

    def run(self) -> Outcome:
        """Hold all conversations of the load."""
        moment_s, rate = 0.0, self._load.conversations_an_hour / _HOUR_S
        while (moment_s := moment_s + self._chance.expovariate(rate)) < self._load.hours * _HOUR_S:
            self._simulation.at(moment_s, self._conversation())
        self._simulation.run()
        return self.outcome

    def _conversation(self) -> Iterator[Step]:
        """Ask about one parcel a few times, half a minute or so apart."""
        known_before = self._chance.random() < self._load.known_before
        parcel, calls = self._parcel(known_before), [0]
        for _ in range(self._chance.randint(1, 2 * self._load.questions - 1)):
            began_s = self._simulation.now_s
            yield from self._fetch(parcel, calls)
            self.outcome.answer_s.append(self._simulation.now_s - began_s)
            self._judge(parcel)
            yield self._chance.uniform(10, 90)
        self.outcome.calls.append(calls[0])
        self.outcome.new.append(not known_before)

    def _fetch(self, parcel: _Parcel, calls: list[int]) -> Iterator[Step]:
        """Do as `FollowedProvider` does."""
        self._hear(parcel)
        step = next_step(parcel.known, parcel.following, self._now(), _GOOD_FOR, pushes_come=True)
        if step is NextStep.REGISTER:
            calls[0] += 1
            yield "register"
            parcel.following = Following("", registered_at=self._now())
            parcel.pushed_from_s = self._simulation.now_s + parcel.first_look_s
            yield min(_PATIENCE_S, parcel.first_look_s + 0.1)
            self._hear(parcel)
            step = NextStep.READ if parcel.known is None else NextStep.TELL
        if step is NextStep.READ:
            calls[0] += 1
            yield "gettrackinfo"
            self._read(parcel)

    def _hear(self, parcel: _Parcel) -> None:
        """Take in a push that has arrived since."""
        at_s = parcel.pushed_from_s
        if at_s is not None and at_s <= self._simulation.now_s and parcel.following is not None:
            parcel.following = replace(parcel.following, pushed_at=_moment(at_s))
            parcel.known = parcel.known or _shipment(at_s)

    def _read(self, parcel: _Parcel) -> None:
        looked_up = parcel.pushed_from_s is not None and parcel.pushed_from_s <= self._simulation.now_s
        if looked_up:
            parcel.known = _shipment(self._simulation.now_s)
        if parcel.following is not None:
            told = LookupOutcome.FOUND if looked_up else LookupOutcome.PENDING
            parcel.following = replace(parcel.following, asked_at=self._now(), told=told)

    def _parcel(self, known_before: bool) -> _Parcel:
        period_s = self._chance.uniform(3, 12) * _HOUR_S
        # most first look-ups take seconds, one in ten minutes
        first_s = self._chance.uniform(1, 5) if self._chance.random() < 0.9 else self._chance.uniform(30, 600)
        parcel = _Parcel(period_s, self._chance.uniform(0, period_s), first_s)
        if known_before:
            parcel.known, parcel.pushed_from_s = _shipment(0), 0.0
            parcel.following = Following("", pushed_at=_moment(0))
        return parcel

    def _judge(self, parcel: _Parcel) -> None:
        """Note how old what was told is, and whether the provider knew better."""
        self.outcome.told["pending" if parcel.known is None else "found"] += 1
        if parcel.known is None:
            return
        looked_s = (self._simulation.now_s + parcel.phase_s) % parcel.looks_every_s
        fresh_s = self._simulation.now_s - (parcel.pushed_from_s or 0.0)
        self.outcome.age_s.append(min(looked_s, fresh_s) if parcel.pushed_from_s else looked_s)
        # a lost push is made up for within a day; until then the provider knows better
        lost_in_a_day = self._load.scans_a_day * self._load.lost
        self.outcome.behind += self._chance.random() < lost_in_a_day / 2

    def _now(self) -> datetime:
        return _moment(self._simulation.now_s)


def _moment(at_s: float) -> datetime:
    return _START + timedelta(seconds=at_s)


def _shipment(at_s: float) -> Shipment:
    return Shipment("", "Cainiao", Status.IN_TRANSIT, _moment(at_s))
