"""What the assistant needs from a shop platform."""

from __future__ import annotations

from typing import Protocol

from parcelbot.core.parcel.orders import Order


class OrderError(Exception):
    """The order directory did not answer; says nothing about the order."""


class OrderDirectory(Protocol):
    """Orders, found only by those who know both their number and their e-mail."""

    def find(self, order_number: str, email: str) -> Order | None:
        """The order that has both; None when either differs, without telling which. Raises OrderError."""
