"""Model a parcel as its carriers report it: statuses, checkpoints, and the shipment made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class Status(str, Enum):
    """Main status of a shipment: 17TRACK's nine, our `returned` view, and `unknown`.

    `unknown` is what a provider said that no vocabulary row maps; it is never guessed.
    """

    NOT_FOUND = "not_found"
    INFO_RECEIVED = "info_received"
    IN_TRANSIT = "in_transit"
    EXPIRED = "expired"
    AVAILABLE_FOR_PICKUP = "available_for_pickup"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERY_FAILURE = "delivery_failure"
    DELIVERED = "delivered"
    EXCEPTION = "exception"
    RETURNED = "returned"
    UNKNOWN = "unknown"


#: No scan of such a parcel comes near a door: who speaks of one that is here means another.
_FAR_FROM_A_DOOR = frozenset(
    {Status.NOT_FOUND, Status.INFO_RECEIVED, Status.IN_TRANSIT, Status.EXCEPTION, Status.RETURNED}
)


def may_be_here(status: Status | None) -> bool:
    """Tell whether a parcel in this state can be with its shopper already; of one that nobody has seen it can."""
    return status not in _FAR_FROM_A_DOOR


class Substatus(str, Enum):
    """Reason behind a status; names are 17TRACK's, in snake_case (API v2.2, "sub_status")."""

    NONE = "none"
    NOT_FOUND_OTHER = "not_found_other"
    NOT_FOUND_INVALID_CODE = "not_found_invalid_code"
    IN_TRANSIT_PICKED_UP = "in_transit_picked_up"
    IN_TRANSIT_OTHER = "in_transit_other"
    IN_TRANSIT_DEPARTURE = "in_transit_departure"
    IN_TRANSIT_ARRIVAL = "in_transit_arrival"
    IN_TRANSIT_CUSTOMS_PROCESSING = "in_transit_customs_processing"
    IN_TRANSIT_CUSTOMS_RELEASED = "in_transit_customs_released"
    IN_TRANSIT_CUSTOMS_REQUIRING_INFORMATION = "in_transit_customs_requiring_information"
    EXPIRED_OTHER = "expired_other"
    AVAILABLE_FOR_PICKUP_OTHER = "available_for_pickup_other"
    OUT_FOR_DELIVERY_OTHER = "out_for_delivery_other"
    DELIVERY_FAILURE_OTHER = "delivery_failure_other"
    DELIVERY_FAILURE_NO_BODY = "delivery_failure_no_body"
    DELIVERY_FAILURE_SECURITY = "delivery_failure_security"
    DELIVERY_FAILURE_REJECTED = "delivery_failure_rejected"
    DELIVERY_FAILURE_INVALID_ADDRESS = "delivery_failure_invalid_address"
    DELIVERED_OTHER = "delivered_other"
    EXCEPTION_OTHER = "exception_other"
    EXCEPTION_RETURNING = "exception_returning"
    EXCEPTION_RETURNED = "exception_returned"
    EXCEPTION_NO_BODY = "exception_no_body"
    EXCEPTION_SECURITY = "exception_security"
    EXCEPTION_DAMAGE = "exception_damage"
    EXCEPTION_REJECTED = "exception_rejected"
    EXCEPTION_DELAYED = "exception_delayed"
    EXCEPTION_LOST = "exception_lost"
    EXCEPTION_DESTROYED = "exception_destroyed"
    EXCEPTION_CANCEL = "exception_cancel"


class Stage(str, Enum):
    """Part of the route the newest physical scan was made in; decides which silence window applies."""

    NO_SCAN = "no_scan"
    ACCEPTED = "accepted"
    EXPORTED = "exported"
    CUSTOMS = "customs"
    ARRIVED = "arrived"
    LAST_MILE = "last_mile"
    ENDED = "ended"


@dataclass(frozen=True)
class Checkpoint:
    """One carrier scan.

    `at` is aware; `zone_assumed` is true when the carrier gave no offset and none could be had from
    the location. `physical` is false for label and pre-advice events, which move no parcel. `stage` is what its words
    tell of the stage, None until they are read and where they tell nothing.
    """

    at: datetime
    description: str
    location: str = ""
    substatus: Substatus = Substatus.NONE
    physical: bool = True
    carrier: str = ""
    zone_assumed: bool = False
    stage: Stage | None = None


@dataclass(frozen=True)
class Estimate:
    """A span of days, both included, in which delivery is expected; one day where `earliest` is `latest`."""

    earliest: date
    latest: date


@dataclass(frozen=True)
class Shipment:
    """A parcel as its provider last told it.

    `checkpoints` are newest first and may be empty. `origin` and `destination` are ISO 3166 alpha-2
    codes or "". `last_mile_*` are "" until a second carrier has taken over. `estimate` is the provider's
    own, None without one. `signed_by` is who took the parcel, as the carrier wrote it, or "".
    """

    number: str
    carrier: str
    status: Status
    fetched_at: datetime
    substatus: Substatus = Substatus.NONE
    checkpoints: tuple[Checkpoint, ...] = ()
    origin: str = ""
    destination: str = ""
    last_mile_carrier: str = ""
    last_mile_number: str = ""
    estimate: Estimate | None = None
    signed_by: str = ""

    @property
    def carrier_now(self) -> str:
        """The carrier that has the parcel now: the last-mile one once it has taken over; "" where nobody is named."""
        return self.last_mile_carrier or self.carrier

    @property
    def number_now(self) -> str:
        """The number under which the carrier that has it now knows the parcel."""
        return (self.last_mile_carrier and self.last_mile_number) or self.number

    @property
    def last_scan(self) -> Checkpoint | None:
        """The newest physical checkpoint; None when the parcel itself was never scanned."""
        return next((c for c in self.checkpoints if c.physical), None)

    @property
    def issued_at(self) -> datetime | None:
        """Time of the oldest checkpoint, which is when the number first appeared; None without any."""
        return self.checkpoints[-1].at if self.checkpoints else None

    @property
    def international(self) -> bool:
        """True when both ends are known and differ."""
        return bool(self.origin and self.destination and self.origin != self.destination)


class LookupOutcome(str, Enum):
    """Result of asking a provider. `unavailable` is an error, never "not found".

    `needs_detail`: the carrier shows the parcel only to who knows a detail of it. `capped`: this visitor has had as
    many new numbers looked up as one may.
    """

    FOUND = "found"
    PENDING = "pending"
    NOT_FOUND = "not_found"
    NEEDS_DETAIL = "needs_detail"
    CAPPED = "capped"
    UNAVAILABLE = "unavailable"
    NOT_ASKED = "not_asked"


class WantedDetail(str, Enum):
    """A detail that a carrier wants to be told before it shows a parcel."""

    POSTCODE = "postcode"
    COUNTRY_AND_POSTCODE = "country_and_postcode"
    PHONE = "phone"


@dataclass(frozen=True)
class LookupRequest:
    """A question to a provider about one parcel.

    `carrier` is a canonical id or a name, "" to have it worked out; `detail` is what the carrier wanted to be told,
    as the shopper wrote it, or "". `asked_by` is the conversation that asks, "" for ourselves.
    """

    number: str
    carrier: str = ""
    detail: str = ""
    asked_by: str = ""


@dataclass(frozen=True)
class Lookup:
    """Outcome of a look-up with its shipment: FOUND and a stale UNAVAILABLE carry one, the others none.

    `stale` is true when the shipment comes from the cache because the provider did not answer. `wanted` is the detail
    that NEEDS_DETAIL is about, None for every other outcome.
    """

    outcome: LookupOutcome
    shipment: Shipment | None = None
    stale: bool = False
    wanted: WantedDetail | None = None
