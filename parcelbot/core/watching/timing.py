"""Choose the moment to write to a person: in the daytime where they are, and not several times a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

#: Nobody is written to between these hours of their own day.
QUIET_FROM = time(21)
QUIET_UNTIL = time(8)
#: A promised day is kept in the afternoon: until then the day itself may bring the news.
PROMISE_AT = time(17)
#: A page that was open so short a time ago has somebody before it.
PRESENT_FOR = timedelta(seconds=90)


def is_quiet(now: datetime, zone: tzinfo) -> bool:
    """Tell whether it is night where the person is."""
    here = now.astimezone(zone).time()
    return here >= QUIET_FROM or here < QUIET_UNTIL


def end_of_quiet(now: datetime, zone: tzinfo) -> datetime:
    """Give the next moment at which the night there is over; `now` itself in the daytime."""
    if not is_quiet(now, zone):
        return now
    here = now.astimezone(zone)
    day = here.date() + timedelta(days=1) if here.time() >= QUIET_FROM else here.date()
    return datetime.combine(day, QUIET_UNTIL, zone)


def next_morning(now: datetime, zone: tzinfo) -> datetime:
    """Give the end of the coming night there."""
    return datetime.combine(now.astimezone(zone).date() + timedelta(days=1), QUIET_UNTIL, zone)


def promise_moment(promised: date, zone: tzinfo) -> datetime:
    """Give the moment at which a promised day is kept."""
    return datetime.combine(promised, PROMISE_AT, zone)


def is_present(seen_at: datetime | None, now: datetime) -> bool:
    """Tell whether the person has the chat open, and is not woken by a line in it."""
    return seen_at is not None and now - seen_at <= PRESENT_FOR
