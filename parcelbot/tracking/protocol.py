"""Define what live tracking offers, and what it needs from others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Protocol

from parcelbot.core.parcel.following import Following
from parcelbot.core.parcel.shipment import Lookup, LookupRequest, Shipment, Status, Substatus
from parcelbot.tracking.errors import ProviderGarbage
from parcelbot.tracking.transport import Allowance


class TrackingProvider(Protocol):
    """Something that knows where parcels are."""

    def fetch(self, request: LookupRequest) -> Lookup:
        """Ask for one parcel. A failure raises TrackingError."""


class Woken(str, Enum):
    """The answer to our asking a provider to go on with a number: it does, it had never stopped, it does not."""

    TAKEN = "taken"
    NEVER_STOPPED = "never_stopped"
    REFUSED = "refused"


class FollowingClient(Protocol):
    """A provider's API where a number is handed over first and its news come later.

    A method spends of `allowance` what it needs, and no more calls than are left.
    """

    def register(self, request: LookupRequest, allowance: Allowance) -> Lookup | None:
        """Hand a number over; None when it was taken, PENDING when it was known already, else why it was refused."""

    def read(self, number: str, allowance: Allowance) -> Lookup | None:
        """Read what is known of a number that was handed over; None when it was not."""

    def retrack(self, number: str, allowance: Allowance) -> Woken:
        """Have a number tracked again that the provider stopped looking at."""


class StatusVocabulary(Protocol):
    """A provider's words for our statuses."""

    def lookup(self, wording: str) -> tuple[Status, Substatus] | None:
        """Find our status and substatus for `wording`; None when nobody has mapped it."""


class ShipmentCache(Protocol):
    """A store of shipments between turns; their age is told by `Shipment.fetched_at`."""

    def get(self, number: str) -> Shipment | None:
        """Get the shipment last put under `number`, however old; None when there is none."""

    def put(self, shipment: Shipment) -> None:
        """Remember `shipment` under its number, replacing an older one."""


class FollowedParcels(Protocol):
    """A store of what was asked of a provider about each number, and what came of it."""

    def get(self, number: str) -> Following | None:
        """Get what is known of our asking about `number`; None when it never was."""

    def hears_pushes(self, now: datetime) -> bool:
        """Tell whether the provider's pushes, of whatever parcel, have reached us within a day."""

    def may_register(self, asked_by: str, now: datetime) -> bool:
        """Tell whether this conversation, and whoever is behind it, may have another new number looked up today."""

    def note(self, number: str, now: datetime, **changes: Any) -> None:
        """Write down the `changes` of a number's Following; `now` is when they happened."""


@dataclass(frozen=True)
class Quota:
    """The numbers that a provider lets us register, and how many of them are left."""

    total: int
    remain: int

    @classmethod
    def read(cls, total: Any, remain: Any) -> Quota:
        """Build it from a provider's answer; ProviderGarbage unless both are numbers."""
        if not isinstance(total, int) or not isinstance(remain, int):
            raise ProviderGarbage("no quota in the answer")
        return cls(total, remain)
