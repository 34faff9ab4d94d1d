"""Decide what of a parcel's scans is news to a person: what changes their day, not every depot it passes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import Enum

from parcelbot.core.parcel.scan_wordings import Demand
from parcelbot.core.parcel.shipment import Status, Substatus
from parcelbot.core.watching.seen import SeenParcel

#: After so long without a scan the next one is news, whatever it says.
SILENCE = timedelta(days=3)


class NewsKind(str, Enum):
    """Kind of news; its value ends the name of the response that leads it, `utter_told_<value>`."""

    DELIVERED = "delivered"
    OUT_FOR_DELIVERY = "out_for_delivery"
    PICKUP = "pickup"
    ATTEMPT_FAILED = "attempt_failed"
    CUSTOMS = "customs"
    RETURNED = "returned"
    PROBLEM = "problem"
    MOVED = "moved"

    @property
    def urgent(self) -> bool:
        """True for what a person has to act on the same day; it may follow another message of that day."""
        return self in _URGENT

    @property
    def last(self) -> bool:
        """True when nothing comes after it that is worth watching for."""
        return self in (NewsKind.DELIVERED, NewsKind.RETURNED)


_URGENT = frozenset({NewsKind.OUT_FOR_DELIVERY, NewsKind.DELIVERED, NewsKind.PICKUP, NewsKind.ATTEMPT_FAILED})
#: Kinds that happen again: a second van, a second attempt, another problem.
_REPEATED = frozenset({NewsKind.OUT_FOR_DELIVERY, NewsKind.ATTEMPT_FAILED, NewsKind.PROBLEM})
_BY_STATUS = {
    Status.DELIVERED: NewsKind.DELIVERED,
    Status.OUT_FOR_DELIVERY: NewsKind.OUT_FOR_DELIVERY,
    Status.AVAILABLE_FOR_PICKUP: NewsKind.PICKUP,
    Status.DELIVERY_FAILURE: NewsKind.ATTEMPT_FAILED,
    Status.RETURNED: NewsKind.RETURNED,
    Status.EXCEPTION: NewsKind.PROBLEM,
}
_RETURNING = frozenset({Substatus.EXCEPTION_RETURNING, Substatus.EXCEPTION_RETURNED})
#: Statuses that say nothing of the way itself.
_SAY_NOTHING = frozenset({None, Status.NOT_FOUND, Status.INFO_RECEIVED, Status.EXPIRED, Status.UNKNOWN})


class Wanted(str, Enum):
    """News that a person asked for. What ends the waiting or needs them is told whatever they asked for."""

    ANY = "any"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    PROBLEM = "problem"

    def wants(self, kind: NewsKind) -> bool:
        """Tell whether news of this kind are asked for."""
        return self is Wanted.ANY or kind in _WANTED[self]


_ENDS = frozenset({NewsKind.DELIVERED, NewsKind.PICKUP, NewsKind.RETURNED})
_TROUBLES = frozenset({NewsKind.ATTEMPT_FAILED, NewsKind.CUSTOMS, NewsKind.RETURNED, NewsKind.PROBLEM})
_WANTED: Mapping[Wanted, frozenset[NewsKind]] = {
    Wanted.OUT_FOR_DELIVERY: _ENDS | {NewsKind.OUT_FOR_DELIVERY, NewsKind.ATTEMPT_FAILED, NewsKind.CUSTOMS},
    Wanted.DELIVERED: _ENDS | {NewsKind.ATTEMPT_FAILED, NewsKind.CUSTOMS},
    Wanted.PROBLEM: _TROUBLES | _ENDS,
}


def read_news(before: SeenParcel, now: SeenParcel) -> NewsKind | None:
    """Tell what is new to a person who knows `before`; None for nothing that matters to them."""
    if now.doubted or now.status is None:
        return None
    kind, known = _kind(now), _kind(before)
    if kind is NewsKind.DELIVERED and known is NewsKind.PICKUP:
        # who fetched it knows
        return None
    if kind is None:
        return NewsKind.MOVED if _moves_again(before, now, known) else None
    return kind if kind is not known or _happened_again(kind, before, now) else None


def _kind(parcel: SeenParcel) -> NewsKind | None:
    """Give the kind of news that a parcel's state is; None while it is simply on its way."""
    if parcel.substatus in _RETURNING:
        return NewsKind.RETURNED
    if parcel.status in _BY_STATUS:
        return _BY_STATUS[parcel.status]
    asks = parcel.substatus is Substatus.IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION
    return NewsKind.CUSTOMS if asks or parcel.demand is not Demand.NOTHING else None


def _moves_again(before: SeenParcel, now: SeenParcel, known: NewsKind | None) -> bool:
    """Tell whether this is the first scan at all, the first after a silence, or the first after a trouble."""
    if now.scan_at is None or now.status in _SAY_NOTHING:
        return False
    if before.scan_at is None:
        return True
    return now.scan_at > before.scan_at and (now.scan_at - before.scan_at >= SILENCE or known in _TROUBLES)


def _happened_again(kind: NewsKind, before: SeenParcel, now: SeenParcel) -> bool:
    """Tell whether what a person knows has happened once more, on another day or for another reason."""
    if kind not in _REPEATED or now.scan_at is None or before.scan_at is None or now.scan_at <= before.scan_at:
        return False
    return now.scan_at.date() != before.scan_at.date() or now.substatus is not before.substatus
