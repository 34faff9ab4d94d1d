"""Build the business calendar of a route from the `holidays` library."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import holidays

from parcelbot.core.parcel.business_days import BusinessCalendar

#: Part of a country that most parcels go to, where the country as a whole has no common calendar.
_MAIN_REGION = {"GB": "ENG"}


def calendar_for(origin: str, destination: str, years: Iterable[int]) -> BusinessCalendar:
    """Return the business days of a route in `years`: days on which carriers work at both of its ends.

    `origin` and `destination` are ISO 3166 alpha-2 codes or ""; an unknown or empty one adds nothing,
    and two of them leave plain Saturday-and-Sunday weekends.
    """
    wanted = tuple(sorted(set(years)))
    ends = [_national(country, wanted) for country in {origin.upper(), destination.upper()} - {""}]
    known = [end for end in ends if end is not None]
    if not known:
        return BusinessCalendar()
    return BusinessCalendar(
        holidays=frozenset().union(*(end.holidays for end in known)),
        weekend=frozenset().union(*(end.weekend for end in known)),
    )


@lru_cache(maxsize=256)
def _national(country: str, years: tuple[int, ...]) -> BusinessCalendar | None:
    try:
        calendar = holidays.country_holidays(country, subdiv=_MAIN_REGION.get(country), years=years)
    except NotImplementedError:
        return None
    days: frozenset[date] = frozenset(calendar)
    return BusinessCalendar(holidays=days, weekend=frozenset(calendar.weekend))
