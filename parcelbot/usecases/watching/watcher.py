"""Watch parcels for people: judge what is due, write what is news, and look at parcels that nobody pushes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, Protocol

from parcelbot.core.answering.claims import Claims
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.cases.conversation import Message
from parcelbot.core.parcel.orders import Order
from parcelbot.core.parcel.shipment import Lookup, Shipment
from parcelbot.core.watching.judging import Moment, WatchStep, WatchVerdict, is_promise_due, judge
from parcelbot.core.watching.timing import is_present
from parcelbot.core.watching.watch import Watch
from parcelbot.telemetry.logs import log_context
from parcelbot.telemetry.metrics import promise_judged
from parcelbot.tracking.errors import TrackingError
from parcelbot.usecases.answer_wording import Wording
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.parcel_news import ParcelNews
from parcelbot.usecases.watching.promised_case import open_promised_case
from parcelbot.usecases.watching.stored import KnownParcels
from parcelbot.usecases.watching.words import CaseOfSilence, news_message

logger = logging.getLogger(__name__)

_LEASE = timedelta(seconds=60)
_AT_ONCE = 20
#: What was heard of a parcel within this time may be told on a promised day.
_FRESH_FOR = timedelta(hours=4)
_NUMBERS_IN_A_CALL = 40


class Claim(Protocol):
    """A watch that a worker has for a while."""

    @property
    def watch(self) -> Watch:
        """The watch, as it is."""

    @property
    def due_at(self) -> datetime:
        """The moment since which it waits."""

    @property
    def now(self) -> datetime:
        """The database's time when it was taken."""

    @property
    def seen_at(self) -> datetime | None:
        """The moment at which the conversation's page was last open; None for never."""

    @property
    def language(self) -> str:
        """The code of the language that is spoken in the conversation; "" for none."""

    @property
    def time_zone(self) -> str:
        """The time zone of the shopper's page; "" where it is not known."""


class DueWatches(Protocol):
    """A store that gives each due watch to one worker."""

    def claim(self, runner: str, lease: timedelta, limit: int) -> Sequence[Any]:
        """Take up to `limit` due watches that nobody has, for as long as `lease`."""

    def carry_out(self, claim: Any, verdict: WatchVerdict, draft: Message | None, day: date) -> bool:
        """Write what was decided, at once and once; False when the watch is another worker's by now."""

    def leave(self, claim: Any) -> None:
        """Give back a watch over which something failed."""


@dataclass(frozen=True)
class Watcher:
    """The chore that judges due watches. `zone_of` gives the time zone in which a parcel is waited for, where the
    shopper's own is not known.

    What a killed worker had is free again after `lease`.
    """

    due: DueWatches
    parcels: KnownParcels
    services: Services
    zone_of: Callable[[Shipment | None], tzinfo]
    runner: str
    lease: timedelta = _LEASE

    def step(self) -> bool:
        """Judge a batch of due watches; True when there may be more."""
        claims = self.due.claim(self.runner, self.lease, _AT_ONCE)
        for claim in claims:
            with log_context(claim.watch.conversation_id):
                self._try(claim)
        return len(claims) == _AT_ONCE

    def _try(self, claim: Claim) -> None:
        try:
            self._judge(claim)
        except Exception:
            # one watch over which something fails does not keep the others waiting
            logger.exception("a watched parcel could not be judged")
            self.due.leave(claim)

    def _judge(self, claim: Claim) -> None:
        watch = claim.watch
        shipment = self.parcels.shipment(watch.order.number)
        clock = self.services.zones.clock(claim.now, claim.time_zone, shipment.destination if shipment else "")
        zone = clock.own_zone or self.zone_of(shipment)
        moment = Moment(claim.now, zone, is_present(claim.seen_at, claim.now))
        decided = self._decided(watch, moment)
        verdict = judge(watch, decided, moment)
        case = self._case(watch, verdict, decided)
        wording = Wording(self.services.languages[claim.language], self.services)
        draft = news_message(wording, watch, verdict, decided, case, clock) if verdict.step.writes else None
        if self.due.carry_out(claim, verdict, draft, moment.day) and verdict.step is not WatchStep.WAIT:
            promise_judged(verdict, (claim.now - claim.due_at).total_seconds())
            logger.info("a watched parcel: %s", verdict.event.partition(":")[0] or verdict.step.value)

    def _case(self, watch: Watch, verdict: WatchVerdict, decided: DecidedEnquiry) -> CaseOfSilence | None:
        if not verdict.opens_case:
            return None
        # the team's hours are counted by the team's clock
        now = decided.facts.now.astimezone(self.services.clock().tzinfo)
        return open_promised_case(replace(self.services, clock=lambda: now), watch, decided)

    def _decided(self, watch: Watch, moment: Moment) -> DecidedEnquiry:
        """Let the tables decide by what is stored; on a promised day as of its end, for it was promised as a whole."""
        services, promised = self.services, watch.order.promised
        now = moment.now.astimezone(moment.zone)
        is_due = is_promise_due(watch, moment)
        if is_due and promised is not None:
            now = max(now, datetime.combine(promised, time.max, moment.zone))
        then = replace(services, clock=lambda: now)
        parcels, number = self.parcels, watch.order.number
        lookup = parcels.fresh_lookup(number, moment.now, _FRESH_FOR) if is_due else parcels.lookup(number)
        claims = Claims(sales_channel=watch.order.sales_channel)
        enquiry = Enquiry(watch.order.question, number, self._order(watch, now), claims=claims, zone=moment.zone)
        return then.decide(enquiry, then.settled(lookup))

    def _order(self, watch: Watch, now: datetime) -> Order | None:
        """Give the parcel's order as the shop lists it, if it is the one that was shown in this conversation."""
        order = self.parcels.order(watch.order.number, now)
        return order if order and order.order_number == watch.order.order_number else None


class WatchedNumbers(Protocol):
    """A store that knows of which watched parcels nothing was heard lately."""

    def unheard(self, limit: int) -> Sequence[str]:
        """Take up to `limit` watched numbers that are due for a look, those of promised days first."""


@dataclass(frozen=True)
class WatchedLooks:
    """The chore that reads watched parcels in batches, where no push tells of them."""

    read: Callable[[Sequence[str]], Iterable[Lookup]]
    parcels: WatchedNumbers
    news: ParcelNews

    def step(self) -> bool:
        """Read one batch, and pass on what is new in it; True when there may be more."""
        numbers = self.parcels.unheard(_NUMBERS_IN_A_CALL)
        try:
            found = list(self.read(numbers)) if numbers else []
        except TrackingError as error:
            logger.warning("watched parcels could not be read: %s", error)
            return False
        for lookup in found:
            self.news.take_read(lookup)
        return len(numbers) == _NUMBERS_IN_A_CALL
