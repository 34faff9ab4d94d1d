"""Model the clock by which a shopper is told days and hours: their own, one guessed from a country, or UTC."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone, tzinfo

#: Nobody lives in UTC; a browser that says so hides where it is.
_HIDES = frozenset({"", "UTC", "Etc/UTC", "GMT", "Etc/GMT"})

#: Gives a time zone by a name or a country's code; None for one that is not known.
FindZone = Callable[[str], tzinfo | None]


@dataclass(frozen=True)
class ShopperClock:
    """A clock that shows `now` in a shopper's time zone; `own` when their browser told it, so that no zone is named."""

    now: datetime
    own: bool = False

    @property
    def own_zone(self) -> tzinfo | None:
        """The zone that the shopper's browser told; None where it told none."""
        return self.now.tzinfo if self.own else None


@dataclass(frozen=True)
class Zones:
    """Time zones: `named` finds one by its name in the IANA database, `likely_in` the likeliest of a country."""

    named: FindZone
    likely_in: FindZone

    def clock(self, now: datetime, time_zone: str = "", country: str = "") -> ShopperClock:
        """Give the clock of a shopper whose browser told `time_zone`, or whose parcel goes to `country`."""
        own = self.named(time_zone) if time_zone not in _HIDES else None
        guessed = self.likely_in(country) if country and not own else None
        return ShopperClock(now.astimezone(own or guessed or timezone.utc), own is not None)
