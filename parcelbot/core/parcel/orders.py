"""Model an order as far as parcel support needs it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


class SalesChannel(str, Enum):
    """Place where the order was made; decides whose figures apply (KOSSR's own or AliExpress's)."""

    SHOP = "shop"
    ALIEXPRESS = "aliexpress"


@dataclass(frozen=True)
class Order:
    """One purchase and the parcels it travels in.

    `order_number` has no "#". `parcels` are tracking numbers and may be empty; `carriers` are the names of those that
    have them, by number, where the shop says. `destination` is an ISO 3166 alpha-2 code or "". `protection_days_left`
    is None for shop orders, 0 when it ran out. `value` is for people to read ("89.00 EUR") or "". `language` is the
    ISO 639-1 code of the shopper's, "" where the shop does not say.
    """

    order_number: str
    email: str
    sales_channel: SalesChannel
    placed_at: datetime
    parcels: tuple[str, ...] = ()
    destination: str = ""
    protection_days_left: int | None = None
    value: str = ""
    carriers: Mapping[str, str] = field(default_factory=dict)
    language: str = ""

    def carrier_of(self, number: str) -> str:
        """Name the carrier of one of its parcels, as the shop calls it; "" where it does not say."""
        return self.carriers.get(number, "")

    def belongs_to(self, order_number: str, email: str) -> bool:
        """Tell whether both the number and the e-mail are this order's, however they are spelt."""
        same_number = is_same_order(self.order_number, order_number)
        return same_number and self.email.strip().casefold() == email.strip().casefold()


def is_our_order_number(text: str) -> bool:
    """Tell whether `text` has the form of our order numbers: four to six digits, sixteen for the marketplace's.

    A shop may set letters before and after the digits.
    """
    shape = r"#?(?:[A-Z]{0,6}-?\d{4,6}(?:-?[A-Z]{1,3}|-\d{1,2})?|\d{16})"
    return re.fullmatch(shape, re.sub(r"\s", "", text).upper()) is not None


def is_same_order(one: str, other: str) -> bool:
    """Tell whether two spellings name the same order: "7401" is the short form of "EN7401"."""
    return normalise_order_number(one) == normalise_order_number(other)


def is_marketplace_number(text: str) -> bool:
    """Tell whether `text` has the form of the marketplace's order numbers, which all its sellers share."""
    return re.fullmatch(r"\d{16}", re.sub(r"\s", "", text)) is not None


def normalise_order_number(text: str) -> str:
    """Return the digits of an order number: "#7401" and "KOSSR-7401" are 7401; "" when there are none."""
    return re.sub(r"\D", "", text)
