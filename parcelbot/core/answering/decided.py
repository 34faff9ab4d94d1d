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
