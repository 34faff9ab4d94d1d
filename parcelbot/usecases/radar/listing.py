"""List the shop's open orders, page by page, and note which parcels travel."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from parcelbot.core.radar.open_parcel import OpenParcel, open_parcels_of
from parcelbot.orders.protocol import OpenOrders, OrderError

logger = logging.getLogger(__name__)

_LEASE = timedelta(minutes=2)
#: The shop is gone through so often, and asked again so soon after it failed.
_AGAIN_IN = timedelta(hours=1)
_AFTER_FAILURE = timedelta(minutes=5)


class ListedParcels(Protocol):
    """A store of what the shop lists, of which any worker takes in the next page."""

    def take_turn(self, runner: str, lease: timedelta) -> Any:
        """Take the next page, with what it comes `after`; None while none is due."""

    def take_page(self, turn: Any, parcels: Sequence[OpenParcel], after: str, again_in: timedelta) -> bool:
        """Take a page in and go on to the one `after` it; False when another worker has the listing by now."""

    def put_off(self, turn: Any, pause: timedelta) -> None:
        """Leave the listing alone for a while; it goes on where it was."""


@dataclass(frozen=True)
class OpenOrderListing:
    """The chore that lists open orders that were placed within `days`."""

    orders: OpenOrders
    listed: ListedParcels
    days: int
    clock: Callable[[], datetime]
    runner: str

    def step(self) -> bool:
        """Take in one page; True when there is another."""
        turn = self.listed.take_turn(self.runner, _LEASE)
        if turn is None:
            return False
        now = self.clock()
        try:
            page = self.orders.open_page(now - timedelta(days=self.days), turn.after)
        except OrderError as error:
            logger.warning("open orders could not be listed: %s", error)
            self.listed.put_off(turn, _AFTER_FAILURE)
            return False
        parcels = [parcel for order in page.orders for parcel in open_parcels_of(order, now.date())]
        return self.listed.take_page(turn, parcels, page.after, _AGAIN_IN) and bool(page.after)
