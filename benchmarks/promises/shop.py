"""Run a shop on simulated time: shoppers ask, agree, come again; pushes come late and twice; workers stop."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.engine import Engine

from benchmarks.promises.parcels import KnownParcel
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.parcel.news import PushedNews
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome
from parcelbot.core.questions import Question
from parcelbot.core.watching.seen import seen_in
from parcelbot.core.watching.watch import WatchOrder
from parcelbot.store.following import find
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.parcel_cards import SqlParcelCards
from parcelbot.store.parcel_news import SqlParcelNews
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.store.watching.due import SqlDueWatches
from parcelbot.store.watching.keeping import SqlWatches
from parcelbot.store.watching.looks import SqlWatchedNumbers
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.parcel_news import ParcelNews
from parcelbot.usecases.watching.stored import KnownParcels
from parcelbot.usecases.watching.watcher import WatchedLooks, Watcher

#: Assumed of shoppers, not measured: so many agree to be told, and so many of those who were told look all the same.
AGREE = 0.5
LOOK_ALL_THE_SAME = 0.15
#: Who waits without a promise comes back after so many days without the parcel, or on the day they were told.
COMES_BACK_DAYS = (2.0, 6.0)
WITHIN = timedelta(days=7)

_STEP = timedelta(minutes=3)
_PUSH_LATE = timedelta(minutes=30)
_PUSHED_TWICE = 0.2


@dataclass
class Visits:
    """Shoppers who came, and how many of them came again within seven days."""

    came: int = 0
    again: int = 0


@dataclass
class SimulatedShop:
    """The shop; `now` is the only clock, for the database too. A worker is away during `outages`."""

    engine: Engine
    services: Services
    zone_of: Callable[[Any], Any]
    now: datetime
    chance: random.Random
    outages: Iterable[tuple[datetime, datetime]] = ()
    with_watch: Visits = field(default_factory=Visits)
    without: Visits = field(default_factory=Visits)
    _events: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    _count: int = 0

    def __post_init__(self) -> None:
        self.outages = tuple(self.outages)
        zone = self.services.clock().tzinfo
        self.services = replace(self.services, clock=lambda: self.now.astimezone(zone))
        self.ledger, self.news = Ledger(self.engine), SqlParcelNews(self.engine)
        self.watches = SqlWatches(self.engine, lambda _: self.now)
        self.due = SqlDueWatches(self.engine, clock=lambda _: self.now)
        known = KnownParcels(SqlShipmentCache(self.engine).get, self._following)
        self.worker = Watcher(self.due, known, self.services, self.zone_of, "simulated")
        self.known: dict[str, KnownParcel] = {}
        news = ParcelNews(self.news, SqlParcelCards(self.engine), self.services)
        self.looks = WatchedLooks(self._read, SqlWatchedNumbers(self.engine, lambda _: self.now), news)

    def expect(self, parcel: KnownParcel) -> None:
        """Have a parcel travel, be pushed, and be asked for by its shopper once, somewhere on its way."""
        self.known[parcel.number] = parcel
        for scan in parcel.scans:
            late = self.chance.random() * _PUSH_LATE
            times = 2 if self.chance.random() < _PUSHED_TWICE else 1
            for n in range(times):
                self._at(scan.checkpoint.at + late * (n + 1), lambda at=scan.checkpoint.at: self._push(parcel, at))
        first, last = parcel.scans[0].checkpoint.at, parcel.scans[-1].checkpoint.at
        asks = first + (last - first) * self.chance.uniform(0.1, 0.9)
        self._at(asks + _PUSH_LATE, lambda: self._ask(parcel))

    def run_until(self, end: datetime) -> None:
        """Let time pass, a few minutes at a time."""
        while self.now < end:
            while self._events and self._events[0][0] <= self.now:
                heapq.heappop(self._events)[2]()
            if not any(start <= self.now < stop for start, stop in self.outages):
                self._work()
            self.now += _STEP

    def _work(self) -> None:
        while self.looks.step() or self.worker.step():
            pass

    def _read(self, numbers: Sequence[str]) -> list[Lookup]:
        return [Lookup(LookupOutcome.FOUND, self.known[number].at(self.now)) for number in numbers]

    def _at(self, moment: datetime, act: Callable[[], None]) -> None:
        self._count += 1
        heapq.heappush(self._events, (moment, self._count, act))

    def _push(self, parcel: KnownParcel, at: datetime) -> None:
        shipment = replace(parcel.at(at), fetched_at=self.now)
        self.news.take(PushedNews(parcel.number, Lookup(LookupOutcome.FOUND, shipment), at), self.now)

    def _ask(self, parcel: KnownParcel) -> None:
        """Come for the first time: hear a dated answer, and agree to be told or not."""
        chat = f"c-{parcel.number}"
        found = self.services.settled(Lookup(LookupOutcome.FOUND, replace(parcel.at(self.now), fetched_at=self.now)))
        decided = self.services.decide(Enquiry(Question.WHERE_IS_MY_ORDER, parcel.number), found)
        day = decided.answer.wait_until
        if day is None or day <= self.now.date():
            return
        if self.chance.random() < AGREE:
            self.ledger.open(chat, self.now)
            seen, row = seen_in(decided), decided.answer.row_name
            order = WatchOrder(parcel.number, Question.WHERE_IS_MY_ORDER, row, "simulated", seen, promised=day)
            self.watches.begin(f"W-{parcel.number[-9:]}", chat, order)
            self._come_again(parcel, self.with_watch, self.chance.random() < LOOK_ALL_THE_SAME)
        else:
            self._come_again(parcel, self.without, come=True)

    def _come_again(self, parcel: KnownParcel, visits: Visits, come: bool) -> None:
        """Come a second time if nothing has arrived until then."""
        visits.came += 1
        then = self.now + timedelta(days=self.chance.uniform(*COMES_BACK_DAYS))
        arrives = parcel.scans[-1].checkpoint.at
        visits.again += come and then < arrives and then - self.now <= WITHIN

    def _following(self, number: str) -> Any:
        with self.engine.connect() as connection:
            return find(connection, number)
