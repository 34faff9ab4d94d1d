"""Tell shoppers where a parcel is with as few calls to its provider as can be: what it pushes is never asked for."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from parcelbot.core.parcel.following import Following, NextStep, next_step
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Shipment
from parcelbot.core.wording import mask_number
from parcelbot.tracking.errors import TrackingError
from parcelbot.tracking.protocol import FollowedParcels, FollowingClient, ShipmentCache, Woken

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Patience:
    """The time that a shopper's turn waits for the first news of a number, and the pause between two looks for them."""

    first_news_s: float = 3.0
    look_every_s: float = 0.25


@dataclass(frozen=True)
class FollowedProvider:
    """A provider that is handed numbers and pushes their news; never raises TrackingError.

    A new number costs at most two calls: it is handed over, then its news are waited for, and read once if none were
    pushed. What is known holds for `good_for`, for good where the provider pushes. When the provider fails, the last
    known shipment comes back as UNAVAILABLE and stale.
    """

    client: FollowingClient
    cache: ShipmentCache
    parcels: FollowedParcels
    now: Callable[[], datetime]
    good_for: timedelta = timedelta(hours=1)
    patience: Patience = Patience()
    sleep: Callable[[float], None] = time.sleep

    def fetch(self, request: LookupRequest) -> Lookup:
        """Look one number up; UNAVAILABLE, with the last known shipment if any, when the provider fails."""
        known, following = self.cache.get(request.number), self.parcels.get(request.number)
        pushes_come = known is None and following is not None and self.parcels.hears_pushes(self.now())
        step = next_step(known, following, self.now(), self.good_for, pushes_come)
        try:
            return self._take(step, request, known, following)
        except TrackingError as error:
            log.warning("no live tracking: %s: %s", type(error).__name__, error)
            return Lookup(LookupOutcome.UNAVAILABLE, known, stale=known is not None)

    def _take(
        self, step: NextStep, request: LookupRequest, known: Shipment | None, following: Following | None
    ) -> Lookup:
        if step is NextStep.REGISTER:
            return self._register(request, following)
        if step is NextStep.READ:
            return self._read(request)
        if step is NextStep.RETRACK:
            self._retrack(request.number)
        return _told(known, following)

    def _register(self, request: LookupRequest, following: Following | None) -> Lookup:
        first_contact, wanted = following is None, following.wanted if following else None
        if wanted and not request.detail:
            return Lookup(LookupOutcome.NEEDS_DETAIL, wanted=wanted)
        if first_contact and not self.parcels.may_register(request.asked_by, self.now()):
            log.warning("%s has had enough new numbers looked up today", request.asked_by)
            return Lookup(LookupOutcome.CAPPED)
        refused = self.client.register(request)
        if refused is not None and refused.outcome is not LookupOutcome.PENDING:
            return self._refused(request, replace(refused, wanted=refused.wanted or wanted))
        self._note(request.number, registered_at=self.now(), wanted=None, asked_by=request.asked_by)
        if refused is not None:
            return self._read(request)
        known = self._first_news(request.number)
        if known is not None:
            return Lookup(LookupOutcome.FOUND, known)
        return self._read(request) if first_contact else Lookup(LookupOutcome.PENDING)

    def _refused(self, request: LookupRequest, refused: Lookup) -> Lookup:
        if refused.outcome is LookupOutcome.NEEDS_DETAIL:
            self._note(request.number, wanted=refused.wanted, asked_by=request.asked_by)
        return refused

    def _first_news(self, number: str) -> Shipment | None:
        """Wait for what the provider pushes of a number that it has just taken; None when nothing comes in time."""
        for _ in range(round(self.patience.first_news_s / self.patience.look_every_s)):
            self.sleep(self.patience.look_every_s)
            if (known := self.cache.get(number)) is not None:
                return known
        return None

    def _read(self, request: LookupRequest) -> Lookup:
        lookup = self.client.read(request.number)
        if lookup is None:
            return self._register(request, Following(request.number))
        self._note(request.number, asked_at=self.now(), told=lookup.outcome)
        if lookup.shipment is not None:
            self.cache.put(lookup.shipment)
        return lookup

    def _retrack(self, number: str) -> None:
        woken, now = self.client.retrack(number), self.now()
        log.info("tracking of %s taken up again: %s", mask_number(number), woken.value)
        used = {} if woken is Woken.NEVER_STOPPED else {"retracked_at": now}
        goes_on = {} if woken is Woken.REFUSED else {"stopped_at": None, "resumed_at": now}
        self._note(number, **used, **goes_on)

    def _note(self, number: str, **changes: object) -> None:
        self.parcels.note(number, self.now(), **changes)


def _told(known: Shipment | None, following: Following | None) -> Lookup:
    if known is not None:
        return Lookup(LookupOutcome.FOUND, known)
    return Lookup(following.told if following else LookupOutcome.PENDING)
