"""Look up the parcel of a ticket as it is now, and say what could not be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.parcel.orders import Order
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Shipment
from parcelbot.core.parcel.shipment_json import shipment_from_json
from parcelbot.usecases.assistant import Services


class Freshness(str, Enum):
    """The origin of the shown state: asked just now, the last known one, the ticket's own, nowhere."""

    LIVE = "live"
    STALE = "stale"
    TICKET = "ticket"
    DOWN = "down"
    PENDING = "pending"
    NOT_FOUND = "not_found"
    NO_NUMBER = "no_number"


@dataclass(frozen=True)
class ParcelNow:
    """A ticket's parcel as far as it is known; `shipment` is None when there is nothing to show.

    `order` is what the order directory knows, None when it was not asked, did not answer, or the
    shopper has not shown that the order is theirs.
    """

    number: str
    freshness: Freshness
    shipment: Shipment | None = None
    order: Order | None = None


def as_in_ticket(ticket: Ticket) -> ParcelNow:
    """Give what the ticket itself remembers; nobody is asked."""
    number = ticket.draft.tracking_number
    if not number:
        return ParcelNow("", Freshness.NO_NUMBER)
    return ParcelNow(number, Freshness.TICKET, _remembered(ticket.draft.parcel_then))


def as_of_now(services: Services, ticket: Ticket) -> ParcelNow:
    """Ask the provider, and the order directory when the order was verified; never raises for either."""
    number, order = ticket.draft.tracking_number, services.order_of(ticket.draft)
    if not number:
        return ParcelNow("", Freshness.NO_NUMBER, order=order)
    lookup = services.look_up(LookupRequest(number))
    shipment = lookup.shipment or _remembered(ticket.draft.parcel_then)
    return ParcelNow(number, _freshness(lookup, shipment), shipment, order)


def _freshness(lookup: Lookup, shipment: Shipment | None) -> Freshness:
    if lookup.outcome is LookupOutcome.FOUND:
        return Freshness.LIVE
    if lookup.outcome is LookupOutcome.UNAVAILABLE:
        return Freshness.STALE if shipment else Freshness.DOWN
    return Freshness.NOT_FOUND if lookup.outcome is LookupOutcome.NOT_FOUND else Freshness.PENDING


def _remembered(parcel: Mapping[str, Any]) -> Shipment | None:
    try:
        return shipment_from_json(parcel) if parcel else None
    except (KeyError, TypeError, ValueError):
        return None
