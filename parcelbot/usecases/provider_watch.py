"""Watch the tracking provider: how many numbers it still takes, and what of its pushes may have been missed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from parcelbot.core.parcel.shipment import Lookup
from parcelbot.telemetry.metrics import QUOTA_LEFT
from parcelbot.tracking.errors import TrackingError
from parcelbot.tracking.protocol import Quota
from parcelbot.usecases.parcel_news import ParcelNews

logger = logging.getLogger(__name__)

#: A push that was lost is made up for after a day; of a parcel that is silent for so long nobody waits for news.
_UNHEARD_FOR = timedelta(days=1)
_WAITED_FOR = timedelta(days=90)
_AT_ONCE = 40


class QuotaStore(Protocol):
    """A store of what the provider said of its quota."""

    def put(self, total: int, remain: int, now: datetime) -> None:
        """Write down what the provider says at `now`."""


class QuietParcels(Protocol):
    """A store that knows of which parcels nothing was heard."""

    def unheard(self, before: datetime, newer_than: datetime, limit: int) -> Sequence[str]:
        """List up to `limit` followed numbers last heard of before `before`, and followed after `newer_than`."""

    def note(self, number: str, now: datetime, **changes: Any) -> None:
        """Write down `changes` of what is known of our asking about `number`."""


@dataclass(frozen=True)
class QuotaWatch:
    """The chore that asks for the quota; `ask` raises TrackingError when the provider does not say."""

    ask: Callable[[], Quota]
    store: QuotaStore
    clock: Callable[[], datetime]

    def step(self) -> None:
        """Ask once, and write down what is left."""
        try:
            quota = self.ask()
        except TrackingError as error:
            logger.warning("the provider does not tell its quota: %s", error)
            return
        QUOTA_LEFT.set(quota.remain)
        self.store.put(quota.total, quota.remain, self.clock())


@dataclass(frozen=True)
class CatchUp:
    """The chore that reads parcels of which nothing was heard for a day: a push may have been lost."""

    read: Callable[[Sequence[str]], Iterable[Lookup]]
    parcels: QuietParcels
    news: ParcelNews
    clock: Callable[[], datetime]

    def step(self) -> None:
        """Read one batch, and pass on what is new in it."""
        now = self.clock()
        numbers = self.parcels.unheard(now - _UNHEARD_FOR, now - _WAITED_FOR, _AT_ONCE)
        # whatever comes of it, the next batch is another one
        for number in numbers:
            self.parcels.note(number, now)
        try:
            found = list(self.read(numbers)) if numbers else []
        except TrackingError as error:
            logger.warning("quiet parcels could not be read: %s", error)
            return
        for lookup in found:
            self.news.take_read(lookup)
