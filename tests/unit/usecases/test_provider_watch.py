"""The quota is written down, and parcels that nobody heard of are read in batches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from parcelbot.core.cases.card_news import ShownCard
from parcelbot.core.parcel.news import PushedNews, PushOutcome
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment
from parcelbot.tracking.errors import ProviderUnavailable
from parcelbot.tracking.protocol import Quota
from parcelbot.usecases.parcel_news import ParcelNews
from parcelbot.usecases.provider_watch import CatchUp, QuotaWatch
from tests.unit.core.builders import NOW, shipment
from tests.unit.usecases.fakes import services


@dataclass
class Quotas:
    kept: list[tuple[int, int]] = field(default_factory=list)

    def put(self, total: int, remain: int, now: datetime) -> None:
        self.kept.append((total, remain))


@dataclass
class Stores:
    """Quiet parcels, the news of them, and no cards."""

    quiet: list[str]
    heard: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def unheard(self, before: datetime, newer_than: datetime, limit: int) -> Sequence[str]:
        return self.quiet[:limit]

    def note(self, number: str, now: datetime, **changes: Any) -> None:
        self.heard.append(number)

    def take(self, news: PushedNews, now: datetime) -> PushOutcome:
        raise AssertionError("nothing was pushed")

    def take_read(self, shipment: Shipment, now: datetime) -> PushOutcome:
        self.taken.append(shipment.number)
        return PushOutcome.NEWS

    def showing(self, number: str, since: datetime) -> Sequence[ShownCard]:
        return ()

    def renew(self, shown: ShownCard, card: Mapping[str, Any]) -> None:
        raise AssertionError("no card is shown")


def down(*_: object) -> Any:
    raise ProviderUnavailable("down")


def catch_up(stores: Stores, read: Any) -> None:
    CatchUp(read, stores, ParcelNews(stores, stores, services()), lambda: NOW).step()


def test_what_is_left_of_the_quota_is_written_down() -> None:
    quotas = Quotas()
    QuotaWatch(lambda: Quota(1000, 40), quotas, lambda: NOW).step()
    assert quotas.kept == [(1000, 40)]


def test_a_provider_that_does_not_say_leaves_what_was_known() -> None:
    quotas = Quotas()
    QuotaWatch(down, quotas, lambda: NOW).step()
    assert quotas.kept == []


def test_forty_quiet_parcels_are_read_at_once_and_what_is_known_of_them_is_taken_in() -> None:
    stores, asked = Stores([f"LP{n:014}" for n in range(50)]), []

    def read(numbers: Sequence[str]) -> Iterable[Lookup]:
        asked.append(len(numbers))
        yield Lookup(LookupOutcome.FOUND, shipment(number=numbers[0]))
        yield Lookup(LookupOutcome.NOT_FOUND)

    catch_up(stores, read)
    assert (asked, len(stores.heard), stores.taken) == ([40], 40, [stores.quiet[0]])


def test_while_the_provider_is_down_the_same_parcels_are_not_tried_for_ever() -> None:
    stores = Stores(["LP00000000000001"])
    catch_up(stores, down)
    assert (stores.heard, stores.taken) == (["LP00000000000001"], [])


def test_nobody_is_asked_when_nothing_is_quiet() -> None:
    catch_up(Stores([]), down)
