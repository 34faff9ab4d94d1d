"""A shop that keeps its promises: parcels, conversations that watch them, and workers, at a time that is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Message
from parcelbot.core.parcel.news import PushedNews
from parcelbot.core.parcel.shipment import Checkpoint, Lookup, LookupOutcome, Shipment, Status, Substatus
from parcelbot.core.questions import Question
from parcelbot.core.watching.seen import SeenParcel
from parcelbot.core.watching.watch import Watch, WatchOrder
from parcelbot.knowledge.loading import Knowledge, load_knowledge
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.following import RegistrationCaps, SqlFollowedParcels
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.transcripts import SqlTranscripts
from parcelbot.store.parcel_news import SqlParcelNews
from parcelbot.store.schema.tickets import outbox
from parcelbot.store.shipments import SqlShipmentCache
from parcelbot.store.watching.due import SqlDueWatches
from parcelbot.store.watching.keeping import SqlWatches
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.watching.stored import KnownParcels
from parcelbot.usecases.watching.watcher import Watcher
from tests.unit.usecases.fakes import services

ROOT = Path(__file__).parents[3]
#: A Wednesday, noon in London.
NOON = datetime(2026, 11, 25, 12, tzinfo=timezone.utc)
LONDON = ZoneInfo("Europe/London")
CHAT, NUMBER = "c-1", "LP00123456789012"
LEFT = Checkpoint(NOON - timedelta(days=5), "Departed", "Shanghai, CN", Substatus.IN_TRANSIT_DEPARTURE)


@cache
def knowledge() -> Knowledge:
    return load_knowledge(ROOT / "knowledge")


def parcel(
    status: Status = Status.IN_TRANSIT, *scans: Checkpoint, number: str = NUMBER, at: datetime = NOON
) -> Shipment:
    return Shipment(number, "Cainiao", status, at, checkpoints=(*scans, LEFT), origin="CN", destination="GB")


def scan(substatus: Substatus = Substatus.NONE, at: datetime = NOON, text: str = "Scanned") -> Checkpoint:
    return Checkpoint(at, text, "London, GB", substatus)


def van(at: datetime = NOON) -> Checkpoint:
    return scan(Substatus.OUT_FOR_DELIVERY_OTHER, at, "Out for delivery")


def order(number: str = NUMBER, **changes: Any) -> WatchOrder:
    seen = SeenParcel(Status.IN_TRANSIT, Substatus.IN_TRANSIT_DEPARTURE, LEFT.at)
    made = WatchOrder(number, Question.TRACKING_NOT_UPDATING, "in_transit/exported_normal", "the FAQ: Silence", seen)
    return replace(made, **changes)


@dataclass
class World:
    """Its clock is the database's, for whoever asks."""

    engine: Engine
    now: datetime = NOON
    signalled: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ledger = Ledger(self.engine)
        self.watches = SqlWatches(self.engine, self._clock)
        self.due = SqlDueWatches(self.engine, self.signalled.append, self._clock)
        self.news = SqlParcelNews(self.engine)
        self.cache = SqlShipmentCache(self.engine)
        self.followed = SqlFollowedParcels(self.engine, RegistrationCaps(100, 100))

    def _clock(self, _: Any) -> datetime:
        return self.now

    def advance(self, **span: float) -> None:
        self.now += timedelta(**span)

    def watches_for(self, chat: str = CHAT, **changes: Any) -> Watch:
        """Begin a conversation that watches a parcel which left China five days ago, and look at it once."""
        made = order(**changes)
        self.ledger.open(chat, self.now)
        if self.cache.get(made.number) is None:
            self.pushed(parcel(number=made.number))
        self.watches.begin(f"W-{chat}", chat, made)
        self.worker().step()
        return self.watch(chat)

    def pushed(self, shipment: Shipment, synced_at: datetime | None = None) -> None:
        lookup = Lookup(LookupOutcome.FOUND, shipment)
        self.news.take(PushedNews(shipment.number, lookup, synced_at), shipment.fetched_at)

    def services(self) -> Services:
        return replace(
            services(now=self.now),
            knowledge=knowledge(),
            tickets=SqlTicketStore(self.engine),
            record=SqlTranscripts(self.engine),
            clock=lambda: self.now.astimezone(LONDON),
        )

    def worker(self, name: str = "one", due: Any = None) -> Watcher:
        use_cases = self.services()
        parcels = KnownParcels(self.cache.get, self.followed.get)
        return Watcher(due or self.due, parcels, use_cases, lambda _: LONDON, name)

    def works(self) -> None:
        """Let a worker judge until nothing is due."""
        while self.worker().step():
            pass

    def watch(self, chat: str = CHAT) -> Watch:
        return self.watches.of_conversation(chat)[-1]

    def said(self, chat: str = CHAT) -> Sequence[Message]:
        return self.ledger.after(chat, 0)

    def mails(self) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(outbox).order_by(outbox.c.id)).all())


def day(days: int) -> date:
    return (NOON + timedelta(days=days)).date()
