"""Model a parcel of an open order, as the radar looks at it without anybody asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from parcelbot.core.parcel.orders import Order, SalesChannel

_ID_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"
_ID_LENGTH = 10


@dataclass(frozen=True)
class OpenParcel:
    """A parcel of an order that the shop lists as open; `placed_at` is aware.

    `carrier` is as the shop calls it, "" where it does not say. `protected_until` is the last day of the marketplace's
    buyer protection, None where there is none. `language` is the code of the shopper's, "" where it is not known.
    """

    number: str
    order_number: str
    email: str
    sales_channel: SalesChannel
    placed_at: datetime
    destination: str = ""
    carrier: str = ""
    protected_until: date | None = None
    language: str = ""

    def order_on(self, today: date) -> Order:
        """Give its order as it stands on a day, with this parcel only; days of protection are never negative."""
        left = None if self.protected_until is None else max((self.protected_until - today).days, 0)
        return Order(
            order_number=self.order_number,
            email=self.email,
            sales_channel=self.sales_channel,
            placed_at=self.placed_at,
            parcels=(self.number,),
            destination=self.destination,
            protection_days_left=left,
            carriers={self.number: self.carrier} if self.carrier else {},
        )


def open_parcels_of(order: Order, today: date) -> tuple[OpenParcel, ...]:
    """List the parcels of an open order; () for one of which nothing has left yet."""
    left = order.protection_days_left
    return tuple(
        OpenParcel(
            number=number,
            order_number=order.order_number,
            email=order.email,
            sales_channel=order.sales_channel,
            placed_at=order.placed_at,
            destination=order.destination,
            carrier=order.carrier_of(number),
            protected_until=None if left is None else today + timedelta(days=left),
            language=order.language,
        )
        for number in order.parcels
    )


def make_radar_id(choose: Callable[[str], str]) -> str:
    """Make a new id such as R-7QF3MXAC34; `choose` picks one character of the alphabet it is given."""
    return "R-" + "".join(choose(_ID_ALPHABET) for _ in range(_ID_LENGTH))
