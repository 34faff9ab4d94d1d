"""Define what the assistant needs from a shop platform."""

from __future__ import annotations

from typing import Protocol

from parcelbot.core.parcel.orders import Order


class OrderError(Exception):
    """A failure of the order directory; says nothing about the order."""


class OrderDirectory(Protocol):
    """A shop's orders, found only by those who know both their number and their e-mail."""

    def find(self, order_number: str, email: str) -> Order | None:
        """Find the order that has both; None when either differs, without telling which. Raises OrderError."""
