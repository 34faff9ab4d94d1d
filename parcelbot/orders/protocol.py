"""Define what the assistant needs from a shop platform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from parcelbot.core.parcel.orders import Order


class OrderError(Exception):
    """A failure of the order directory; says nothing about the order."""


class OrderDirectory(Protocol):
    """A shop's orders, found only by those who know both their number and their e-mail."""

    def find(self, order_number: str, email: str) -> Order | None:
        """Find the order that has both; None when either differs, without telling which. Raises OrderError."""

    def recent_only(self) -> bool:
        """Tell whether the shop has shown that we may not see its older orders."""


@dataclass(frozen=True)
class OrderPage:
    """Some of a shop's open orders; `after` leads to the next page, "" on the last one."""

    orders: Sequence[Order]
    after: str = ""


class OpenOrders(Protocol):
    """A shop's orders that have been sent and may not have arrived, read page by page without anybody asking."""

    def open_page(self, since: datetime, after: str) -> OrderPage:
        """Read a page of those placed at or after `since`; "" begins at the first. Raises OrderError."""
