"""A shop whose open orders are looked at without anybody asking, at a time that is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from parcelbot.core.owner.quota import QuotaState
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.core.radar.view import RadarFilter, RadarLine
from parcelbot.core.radar.warning import WarningOutcome
from parcelbot.knowledge.loading import Knowledge
from parcelbot.orders.protocol import OrderError, OrderPage
from parcelbot.store.ledger.parcel_cards import SqlParcelCards
from parcelbot.store.radar.due import SqlDueParcels, SqlParcelLooks
from parcelbot.store.radar.listing import SqlOpenOrdersLog
from parcelbot.store.radar.tables import open_parcels
from parcelbot.store.radar.views import SqlRadarViews
from parcelbot.store.radar.writing import SqlWarnings
from parcelbot.store.schema.tickets import journal
from parcelbot.store.watching.tables import watches
from parcelbot.tracking.errors import ProviderUnavailable
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.parcel_news import ParcelNews
from parcelbot.usecases.radar.desk import RadarDesk
from parcelbot.usecases.radar.listing import OpenOrderListing
from parcelbot.usecases.radar.looking import RadarLooks
from parcelbot.usecases.radar.scanning import Radar, RadarEyes
from parcelbot.usecases.radar.writing import RadarWriting
from parcelbot.usecases.watching.stored import KnownParcels
from parcelbot.usecases.watching.watcher import Watcher
from tests.integration.watching.world import LONDON, NUMBER, World, knowledge

MIA = "mia@example.com"
BOSS = "ben@kossr.example"


def an_order(world: World, days: float = 10, **changes: Any) -> Order:
    """An order of so many days ago, whose parcel left China five days ago."""
    placed = world.now - timedelta(days=days)
    return replace(Order("7401", MIA, SalesChannel.SHOP, placed, (NUMBER,), "GB"), **changes)


@dataclass
class FakeShop:
    """Open orders in pages, or a shop that is down."""

    pages: list[list[Order]] = field(default_factory=lambda: [[]])
    down: bool = False
    asked: list[str] = field(default_factory=list)

    def open_page(self, since: datetime, after: str) -> OrderPage:
        self.asked.append(after)
        if self.down:
            raise OrderError("down")
        number = int(after or 0)
        orders = [order for order in self.pages[number] if order.placed_at >= since]
        return OrderPage(orders, str(number + 1) if number + 1 < len(self.pages) else "")


@dataclass
class FakeTracker:
    """A provider that is handed numbers and read, or down; remembers what it was asked."""

    found: dict[str, Lookup] = field(default_factory=dict)
    refused: dict[str, Lookup] = field(default_factory=dict)
    down: bool = False
    registered: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)

    def register_all(self, requests: Sequence[LookupRequest]) -> Mapping[str, Lookup | None]:
        self._answer()
        self.registered += [request.number for request in requests]
        return {request.number: self.refused.get(request.number) for request in requests}

    def read_all(self, numbers: Sequence[str]) -> list[Lookup]:
        self._answer()
        self.read += numbers
        return [self.found[number] for number in numbers if number in self.found]

    def _answer(self) -> None:
        if self.down:
            raise ProviderUnavailable("down")


class RadarWorld(World):
    """The shop of the watches, with a radar."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.shop, self.tracker = FakeShop(), FakeTracker()
        self.knowledge: Knowledge = knowledge()
        self.quota: QuotaState | None = None
        self.mails_on, self.tells = True, False
        self.views = SqlRadarViews(self.engine)
        self.listed = SqlOpenOrdersLog(self.engine, "a key", self._clock)

    def known(self) -> KnownParcels:
        return KnownParcels(self.cache.get, self.followed.get, self.views.order_of)

    def deciding(self) -> Services:
        return replace(self.services(), knowledge=self.knowledge)

    def eyes(self) -> RadarEyes:
        return RadarEyes(self.known(), self.deciding(), lambda *_: None)

    def writing(self) -> RadarWriting:
        warnings = SqlWarnings(self.engine, self.mails_on, self._clock)
        return RadarWriting(warnings, lambda _: LONDON)

    def desk(self) -> RadarDesk:
        return RadarDesk(self.views, self.eyes(), self.writing(), lambda: self.now, 60)

    def listing(self, name: str = "one") -> OpenOrderListing:
        return OpenOrderListing(self.shop, self.listed, 60, lambda: self.now, name)

    def looks(self) -> RadarLooks:
        news = ParcelNews(self.news, SqlParcelCards(self.engine), self.deciding())
        parcels = SqlParcelLooks(self.engine, self._clock)
        tracker = self.tracker
        return RadarLooks(
            tracker.register_all,
            tracker.read_all,
            parcels,
            self.followed,
            news,
            lambda: self.quota,
            lambda: self.now,
        )

    def radar(self, name: str = "one", due: Any = None) -> Radar:
        found = due or SqlDueParcels(self.engine, self.tells, self._clock)
        return Radar(found, self.eyes(), self.writing().write, name)

    def worker(self, name: str = "one", due: Any = None) -> Watcher:
        return Watcher(due or self.due, self.known(), self.deciding(), lambda _: LONDON, name)

    def lists(self, *orders: Order) -> None:
        """Have the shop list these orders, and a worker take all pages in and judge the parcels."""
        self.shop.pages = [list(orders)]
        self.sweeps()

    def sweeps(self) -> None:
        while self.listing().step():
            pass
        self.scans()

    def scans(self) -> None:
        while self.radar().step():
            pass

    def line(self, number: str = NUMBER) -> RadarLine | None:
        with self.engine.connect() as connection:
            query = select(open_parcels.c.id).where(open_parcels.c.number == number)
            parcel_id = connection.execute(query).scalar()
        return self.views.line(parcel_id) if parcel_id else None

    def the_line(self, number: str = NUMBER) -> RadarLine:
        line = self.line(number)
        assert line is not None
        return line

    def found(self) -> list[str]:
        return [line.number for line in self.views.all(RadarFilter())]

    def write(self, number: str = NUMBER) -> WarningOutcome:
        """Click in the inbox."""
        from parcelbot.core.handover.agents import Agent

        return self.desk().write(self.the_line(number).id, Agent(BOSS, "Ben"))

    def all_watches(self) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(watches).order_by(watches.c.made_at)).all())

    def journal(self, kind: str) -> list[Any]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(journal).where(journal.c.kind == kind)).all())

    def listed_parcel(self, number: str = NUMBER) -> OpenParcel | None:
        line = self.line(number)
        return self.views.find(line.id) if line else None


def refused(outcome: LookupOutcome) -> Lookup:
    return Lookup(outcome)
