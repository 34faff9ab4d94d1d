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
from parcelbot.tracking.transport import Allowance

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Patience:
    """The time that a look-up takes in all, and that it waits for a number's first news, looking for them at times.

    `kept_s` is left for reading them where none were pushed.
    """

    first_news_s: float = 3.0
    look_every_s: float = 0.25
    in_all_s: float = 5.0
    kept_s: float = 1.0

    def looks(self, allowance: Allowance) -> int:
        """Count the looks for first news that there is time for."""
        spare_s = allowance.deadline.left_s - (self.kept_s if allowance.calls else 0.0)
        return round(max(0.0, min(self.first_news_s, spare_s)) / self.look_every_s)


@dataclass(frozen=True)
class FollowedProvider:
    """A provider that is handed numbers and pushes their news; never raises TrackingError.

    A look-up costs at most two calls and takes `patience.in_all_s`: a new number is handed over, then its news are
    waited for, and read if none were pushed and a call is left. What is known holds for `good_for`, for good where the
    provider pushes. When the provider fails, the last known shipment comes back as UNAVAILABLE and stale.
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
            return self._take(step, request, known, following, Allowance.of(self.patience.in_all_s))
        except TrackingError as error:
            log.warning("no live tracking: %s: %s", type(error).__name__, error)
            return Lookup(LookupOutcome.UNAVAILABLE, known, stale=known is not None)

    def _take(
        self,
        step: NextStep,
        request: LookupRequest,
        known: Shipment | None,
        following: Following | None,
        allowance: Allowance,
    ) -> Lookup:
        if step is NextStep.REGISTER:
            return self._register(request, following, allowance)
        if step is NextStep.READ:
            return self._read(request, allowance)
        if step is NextStep.RETRACK:
            self._retrack(request.number, allowance)
        return _told(known, following)

    def _register(self, request: LookupRequest, following: Following | None, allowance: Allowance) -> Lookup:
        first_contact, wanted = following is None, following.wanted if following else None
        if wanted and not request.detail:
            return Lookup(LookupOutcome.NEEDS_DETAIL, wanted=wanted)
        if first_contact and not self.parcels.may_register(request.asked_by, self.now()):
            log.warning("%s has had enough new numbers looked up today", request.asked_by)
            return Lookup(LookupOutcome.CAPPED)
        refused = self.client.register(request, allowance)
        if refused is not None and refused.outcome is not LookupOutcome.PENDING:
            return self._refused(request, replace(refused, wanted=refused.wanted or wanted))
        self._note(request.number, registered_at=self.now(), wanted=None, asked_by=request.asked_by)
        known = self._first_news(request.number, allowance) if refused is None else None
        if known is not None:
            return Lookup(LookupOutcome.FOUND, known)
        return self._read_first_news(request, allowance)

    def _refused(self, request: LookupRequest, refused: Lookup) -> Lookup:
        if refused.outcome is LookupOutcome.NEEDS_DETAIL:
            self._note(request.number, wanted=refused.wanted, asked_by=request.asked_by)
        return refused

    def _first_news(self, number: str, allowance: Allowance) -> Shipment | None:
        """Wait for what the provider pushes of a number that it has just taken; None when nothing comes in time."""
        for _ in range(self.patience.looks(allowance)):
            self.sleep(self.patience.look_every_s)
            if (known := self.cache.get(number)) is not None:
                return known
        return None

    def _read_first_news(self, request: LookupRequest, allowance: Allowance) -> Lookup:
        """Read what nobody pushed of a number that was just taken; no news yet where there is no call or time left."""
        if allowance.calls:
            try:
                return self._read(request, allowance)
            except TrackingError as error:
                log.warning("handed over, and not read yet: %s", error)
        self._note(request.number, asked_at=self.now(), told=LookupOutcome.PENDING)
        return Lookup(LookupOutcome.PENDING)

    def _read(self, request: LookupRequest, allowance: Allowance) -> Lookup:
        lookup = self.client.read(request.number, allowance)
        if lookup is None:
            return self._register(request, Following(request.number), allowance)
        self._note(request.number, asked_at=self.now(), told=lookup.outcome)
        if lookup.shipment is not None:
            self.cache.put(lookup.shipment)
        return lookup

    def _retrack(self, number: str, allowance: Allowance) -> None:
        woken, now = self.client.retrack(number, allowance), self.now()
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
