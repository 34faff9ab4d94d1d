"""Keep a decision together with what it was decided on."""

from __future__ import annotations

from dataclasses import dataclass

from parcelbot.core.answering.answers import Answer
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.facts import Facts
from parcelbot.core.parcel.shipment import Shipment


@dataclass(frozen=True)
class DecidedEnquiry:
    """A decided enquiry, with what it was decided on."""

    enquiry: Enquiry
    facts: Facts
    answer: Answer
    shipment: Shipment | None

    @property
    def home(self) -> str:
        """The country, ISO 3166 alpha-2, whose time is likely the shopper's; "" where none is.

        The one that their order goes to, else an outbound parcel: what they sent back goes to somebody else.
        """
        order, shipment = self.enquiry.order, self.shipment
        if order is not None and order.destination:
            return order.destination
        return "" if shipment is None or self.enquiry.claims.sent_back else shipment.destination
