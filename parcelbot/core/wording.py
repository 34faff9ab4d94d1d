"""Word dates, spans and lists in English, for agents and as the English of `parcelbot/core/language.py`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

#: What is younger than two days is told in hours: by the calendar that may be one day, two or three.
_TOLD_IN_HOURS_S = 48 * 3600
#: Zones by their letters, each at the one distance (hours) that readers take them for: "CST" is not China's.
_LETTERS = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "HST": -10,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "JST": 9, "SAST": 2,
}  # fmt: skip
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: date, today: date) -> str:
    """Word a date as "Thu 3 December"; the year is added when it is not this year's."""
    words = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def first_day_words(first: date, last: date, today: date) -> str:
    """Word the first day of a span; month and year are left to the last day where it shares them."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{_WEEKDAYS[first.weekday()]} {first.day}"
    return day_words(first, today)


def moment_words(moment: datetime, now: datetime) -> str:
    """Word a promised moment as "Thu 3 December, 17:00 CET", in the time zone of `now`."""
    local = moment.astimezone(now.tzinfo)
    return f"{day_words(local.date(), now.date())}, {local:%H:%M} {zone_words(local)}"


def zone_words(moment: datetime) -> str:
    """Name the zone of a moment as short as it is known: "CET", "UTC+4" where no letters mean that zone alone."""
    name = str(moment.tzname())
    usual = _LETTERS.get(name)
    return name if usual is not None and moment.utcoffset() == timedelta(hours=usual) else offset_words(moment)


def offset_words(moment: datetime) -> str:
    """Name a zone by its distance: "UTC", "UTC+1", "UTC+5:30"."""
    minutes = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def days_since(start: datetime, now: datetime) -> int:
    """Count the whole days, of 24 hours each, since something was; never negative."""
    return _passed(start, now).days


def elapsed(start: datetime, now: datetime) -> tuple[int, str] | None:
    """Count how long something has lasted in "hour" or "day", whichever fits; None for less than an hour.

    Days are whole ones of 24 hours, the same wherever one reads; the date that is told beside them is the place's.
    """
    seconds = _passed(start, now).total_seconds()
    if seconds < 3600:
        return None
    return (int(seconds // 3600), "hour") if seconds < _TOLD_IN_HOURS_S else (days_since(start, now), "day")


def _passed(start: datetime, now: datetime) -> timedelta:
    """Give the time between two moments; clocks of one zone that were put forward or back in between do not count."""
    return max(now.astimezone(timezone.utc) - start.astimezone(timezone.utc), timedelta())


def ago_words(start: datetime, now: datetime) -> str:
    """Word how long ago something was: "9 days ago", "within the last hour"."""
    passed = elapsed(start, now)
    return f"{plural(*passed)} ago" if passed else "within the last hour"


def plural(count: int, noun: str) -> str:
    """Word a count: "1 day", "2 days"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def list_words(items: Sequence[str], last: str = "and") -> str:
    """Join items as "a", "a and b", "a, b and c"; "" for none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def mask_email(email: str) -> str:
    """Mask an e-mail so that it may be shown or logged: "k•••@example.com"; "" stays ""."""
    name, at, host = email.partition("@")
    return f"{name[:1]}•••{at}{host}" if at else ""


def mask_number(number: str) -> str:
    """Mask a number so that it may be logged: its last four characters; "" stays ""."""
    return f"…{number[-4:]}" if number else ""
