"""Have the provider follow the parcels of open orders, and read those that it does not push."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from parcelbot.core.owner.quota import QuotaState
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest
from parcelbot.tracking.errors import TrackingError
from parcelbot.usecases.parcel_news import ParcelNews

logger = logging.getLogger(__name__)

_NUMBERS_IN_A_CALL = 40


class UnheardParcels(Protocol):
    """A store that knows of which open parcels nothing was heard."""

    def take_unknown(self, limit: int) -> Sequence[LookupRequest]:
        """Take up to `limit` parcels that were never handed to the provider, oldest order first."""

    def take_quiet(self, limit: int) -> Sequence[str]:
        """Take up to `limit` parcels that nobody pushes and that are due for a look."""

    def refused(self, number: str) -> None:
        """Note that the provider does not take a number: it is judged now, and handed over again after a while."""


class FollowedNotes(Protocol):
    """A store of what was asked of the provider."""

    def note(self, number: str, now: datetime, **changes: Any) -> None:
        """Write down the `changes` of what is known of our asking about `number`."""


@dataclass(frozen=True)
class RadarLooks:
    """The chore that asks the provider about open parcels, one call at a time; TrackingError is logged.

    What is left of the provider's `quota` belongs to shoppers who ask, once it is low: no new number is handed over.
    """

    register: Callable[[Sequence[LookupRequest]], Mapping[str, Lookup | None]]
    read: Callable[[Sequence[str]], Iterable[Lookup]]
    parcels: UnheardParcels
    followed: FollowedNotes
    news: ParcelNews
    quota: Callable[[], QuotaState | None]
    clock: Callable[[], datetime]

    def step(self) -> None:
        """Hand one batch of new numbers over, or else read one batch of quiet ones."""
        try:
            if not self._register():
                self._read()
        except TrackingError as error:
            logger.warning("parcels of open orders could not be looked up: %s", error)

    def _register(self) -> bool:
        quota = self.quota()
        requests = () if quota is not None and quota.low else self.parcels.take_unknown(_NUMBERS_IN_A_CALL)
        for number, refused in (self.register(requests) if requests else {}).items():
            now = self.clock()
            if refused is None or refused.outcome is LookupOutcome.PENDING:
                self.followed.note(number, now, registered_at=now)
            else:
                self.followed.note(number, now, asked_at=now, told=refused.outcome, wanted=refused.wanted)
                self.parcels.refused(number)
        return bool(requests)

    def _read(self) -> None:
        numbers = self.parcels.take_quiet(_NUMBERS_IN_A_CALL)
        for lookup in self.read(numbers) if numbers else ():
            self.news.take_read(lookup)
