"""Judge the parcels of open orders by the tables that answer shoppers, and by earlier parcels of their lane."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Stage
from parcelbot.core.parcel.usual_arrival import Chance
from parcelbot.core.questions import Question
from parcelbot.core.radar.finding import RadarFinding, find, next_look, window_of
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.watching.stored import KnownParcels

logger = logging.getLogger(__name__)

_LEASE = timedelta(seconds=60)
_AT_ONCE = 40
#: What was heard of a parcel within this time tells where it is; a provider that is silent for longer may be down.
_FRESH_FOR = timedelta(hours=48)
#: The question that is asked for every parcel: the plainest one.
ASKED = Question.WHERE_IS_MY_ORDER

#: Counts earlier parcels of the lane that came by a day.
ChanceInTime = Callable[[Shipment, date, date], "Chance | None"]


class ClaimedParcel(Protocol):
    """An open parcel that a worker has for a while."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def parcel(self) -> OpenParcel:
        """The parcel, as the shop lists it."""

    @property
    def now(self) -> datetime:
        """The database's time when it was taken."""


class DueParcels(Protocol):
    """A store that gives each due parcel to one worker."""

    def claim(self, runner: str, lease: timedelta, limit: int) -> Sequence[ClaimedParcel]:
        """Take up to `limit` parcels that are due and that nobody has, for as long as `lease`."""

    def keep(self, claim: Any, finding: RadarFinding, due: datetime) -> bool:
        """Write down what was found; False when it is another worker's by now."""

    def leave(self, claim: Any) -> None:
        """Give back a parcel over which something failed."""


@dataclass(frozen=True)
class RadarEyes:
    """The judgement of open parcels. `chance` tells how many parcels like one came by a day."""

    parcels: KnownParcels
    services: Services
    chance: ChanceInTime

    def judge(self, parcel: OpenParcel, now: datetime) -> tuple[RadarFinding, DecidedEnquiry]:
        """Find out how a parcel stands, and which answer its shopper would get; nobody is asked."""
        local = now.astimezone(self.services.clock().tzinfo)
        then = replace(self.services, clock=lambda: local)
        enquiry = Enquiry(ASKED, parcel.number, order=parcel.order_on(local.date()))
        decided = then.decide(enquiry, then.settled(self._lookup(parcel.number, now)))
        rules = then.knowledge.radar
        ends_on = window_of(parcel, rules.delivery, decided.facts.calendar, local.tzinfo)
        return find(parcel, decided, ends_on, self._chance(decided, ends_on), rules), decided

    def _lookup(self, number: str, now: datetime) -> Lookup:
        """Give what is stored; a parcel of which nothing was ever heard is one whose first news are still to come."""
        stored = self.parcels.lookup(number)
        pending = stored.outcome is LookupOutcome.PENDING
        return stored if pending else self.parcels.fresh_lookup(number, now, _FRESH_FOR)

    def _chance(self, decided: DecidedEnquiry, ends_on: date) -> Chance | None:
        if decided.shipment is None or decided.facts.stage in (Stage.NO_SCAN, Stage.ENDED):
            return None
        return self.chance(decided.shipment, decided.facts.now.date(), ends_on)


@dataclass(frozen=True)
class Radar:
    """The chore that judges due parcels; `warn` has a shopper written to where a row says so."""

    due: DueParcels
    eyes: RadarEyes
    warn: Callable[[str, OpenParcel, DecidedEnquiry], object]
    runner: str

    def step(self) -> bool:
        """Judge a batch of due parcels; True when there may be more."""
        claims = self.due.claim(self.runner, _LEASE, _AT_ONCE)
        for claim in claims:
            self._try(claim)
        return len(claims) == _AT_ONCE

    def _try(self, claim: ClaimedParcel) -> None:
        try:
            finding, decided = self.eyes.judge(claim.parcel, claim.now)
            kept = self.due.keep(claim, finding, next_look(claim.now, decided.facts.now.tzinfo))
            if kept and finding.writes:
                self.warn(claim.id, claim.parcel, decided)
        except Exception:
            # one parcel over which something fails does not keep the others waiting
            logger.exception("a parcel of an open order could not be judged")
            self.due.leave(claim)
