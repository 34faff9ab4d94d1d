"""Decide whether it is worth asking a provider about a parcel, and whether what it pushes is news."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from parcelbot.core.parcel.shipment import LookupOutcome, Shipment, Status, WantedDetail

#: A first look-up takes minutes; who asks sooner hears the same. Where news are pushed there is no need to look
#: for them, and whoever keeps the stores makes up for a lost push after a day.
_PENDING_FOR = timedelta(minutes=5)
_PENDING_FOR_WITH_PUSHES = timedelta(days=1)
#: Half of the time after which providers stop.
_NO_STOP_FOR = timedelta(days=15)
_OVER = frozenset({Status.DELIVERED, Status.RETURNED})


@dataclass(frozen=True)
class Following:
    """The standing of a number with a provider: when it was handed over, asked about, and pushed; None for never.

    `synced_at` is when the provider itself last looked, as the news we have say. `stopped_at` is since when it looks no
    more, `resumed_at` when it last turned out to go on; `retracked_at` when it was asked to, which it does once. `told`
    is the last answer as long as there is no shipment; `wanted` is the detail without which the carrier shows nothing.
    """

    number: str
    registered_at: datetime | None = None
    asked_at: datetime | None = None
    pushed_at: datetime | None = None
    synced_at: datetime | None = None
    stopped_at: datetime | None = None
    resumed_at: datetime | None = None
    retracked_at: datetime | None = None
    told: LookupOutcome = LookupOutcome.PENDING
    wanted: WantedDetail | None = None


class NextStep(str, Enum):
    """The one thing worth doing about a parcel when a shopper asks for it."""

    TELL = "tell"
    READ = "read"
    REGISTER = "register"
    RETRACK = "retrack"


def next_step(
    known: Shipment | None, following: Following | None, now: datetime, good_for: timedelta, pushes_come: bool = False
) -> NextStep:
    """Choose what to do about a parcel.

    What the provider pushes is told without asking. Else what is known, or that nothing is, holds for `good_for`: the
    provider itself looks every few hours. `pushes_come` is true when pushes of any parcel have reached us lately.
    """
    if known is not None and known.status not in _OVER and following is not None and _can_be_woken(following):
        return NextStep.RETRACK
    if following is None:
        return NextStep.TELL if known is not None and _young(known.fetched_at, now, good_for) else NextStep.REGISTER
    if following.registered_at is None and following.pushed_at is None:
        return NextStep.REGISTER
    if following.pushed_at is not None and following.stopped_at is None:
        return NextStep.TELL
    pending = known is None and following.told is LookupOutcome.PENDING
    holds_for = _pending_for(good_for, pushes_come) if pending else good_for
    asked_lately = following.asked_at is not None and _young(following.asked_at, now, holds_for)
    return NextStep.TELL if asked_lately else NextStep.READ


def believes_stop(following: Following | None, now: datetime) -> bool:
    """Tell whether a push that tracking stopped is news.

    Pushes of stops have no date. Providers stop after weeks without news, so one that comes sooner after tracking was
    seen to go on is an old one, late or sent again.
    """
    resumed_at = following.resumed_at if following else None
    return resumed_at is None or now - resumed_at >= _NO_STOP_FOR


def _pending_for(good_for: timedelta, pushes_come: bool) -> timedelta:
    return _PENDING_FOR_WITH_PUSHES if pushes_come else min(_PENDING_FOR, good_for)


def is_outdated(
    news: Shipment, synced_at: datetime | None, known: Shipment | None, following: Following | None
) -> bool:
    """Tell whether pushed news are older than what is known, or the same again: then they change nothing.

    The provider's own time of looking decides where both were pushed; else the newest scan.
    """
    if known is None:
        return False
    if synced_at is not None and following is not None and _synced_before(following):
        return synced_at <= (following.synced_at or synced_at)
    newest, held = _newest_scan(news), _newest_scan(known)
    if newest is None or held is None:
        return newest is None and held is not None
    same = replace(news, fetched_at=known.fetched_at) == known
    return newest < held or same or (newest == held and len(news.checkpoints) < len(known.checkpoints))


def _synced_before(following: Following) -> bool:
    """Tell whether what we have was pushed; what was read since may be younger than that push."""
    if following.synced_at is None or following.pushed_at is None:
        return False
    return following.asked_at is None or following.asked_at <= following.pushed_at


def _newest_scan(parcel: Shipment) -> datetime | None:
    """Give the time of the newest scan; an announced day is none."""
    return max((scan.at for scan in parcel.checkpoints if scan.at <= parcel.fetched_at), default=None)


def _can_be_woken(following: Following) -> bool:
    return following.stopped_at is not None and following.retracked_at is None


def _young(at: datetime, now: datetime, good_for: timedelta) -> bool:
    return timedelta(0) <= now - at < good_for
