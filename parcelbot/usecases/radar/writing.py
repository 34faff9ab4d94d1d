"""Have shoppers written to whose parcels are late, by a click or by a row, under the rules of promises to write."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Protocol

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.parcel.shipment import Shipment
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.core.radar.warning import WarningOutcome
from parcelbot.core.watching.seen import seen_in
from parcelbot.core.watching.watch import UNASKED, WatchOrder
from parcelbot.usecases.radar.scanning import ASKED

logger = logging.getLogger(__name__)


class Warnings(Protocol):
    """A store that has shoppers written to."""

    def agree(self, parcel_id: str, order: WatchOrder, by: str, day: date) -> WarningOutcome:
        """Have a parcel's shopper told of `order.warning`; `day` is their date, `by` who wants it, "" for a rule."""


@dataclass(frozen=True)
class RadarWriting:
    """The use case of writing first. `zone_of` gives the time zone in which a parcel is waited for.

    The word itself is the watcher's: it goes out at a decent hour, in the chat first, and not where the parcel moved
    meanwhile. Afterwards the parcel is watched as if its shopper had asked, until they want no more.
    """

    warnings: Warnings
    zone_of: Callable[[Shipment | None], tzinfo]

    def write(self, parcel_id: str, parcel: OpenParcel, decided: DecidedEnquiry, by: str = "") -> WarningOutcome:
        """Have the shopper of a parcel told how it stands by the tables; `by` is an agent's e-mail, "" for a rule."""
        order, now = _order(parcel, decided), decided.facts.now
        day = now.astimezone(self.zone_of(decided.shipment)).date()
        outcome = self.warnings.agree(parcel_id, order, by, day)
        logger.info("a late parcel's shopper is written to by %s: %s", "an agent" if by else "rule", outcome.value)
        return outcome


def _order(parcel: OpenParcel, decided: DecidedEnquiry) -> WatchOrder:
    source = decided.answer.row.source
    return WatchOrder(
        number=parcel.number,
        question=ASKED,
        row=decided.answer.row_name,
        source=f"{source.document}: {source.section}",
        seen=seen_in(decided),
        agreed=UNASKED,
        email=parcel.email,
        vouched=True,
        order_number=parcel.order_number,
        sales_channel=parcel.sales_channel,
        warning=decided.answer.row_name,
    )
