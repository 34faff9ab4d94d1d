"""Define what a number in a message can be, and what the carriers' formats are asked about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class NumberKind(str, Enum):
    """Kind of thing a number stands for.

    `other_order` is an order of another shop. `ambiguous` may be a phone, an order or a parcel: ask, don't guess.
    `payment` is a card or a bank account.
    """

    TRACKING = "tracking"
    SHOP_ORDER = "shop_order"
    MARKETPLACE_ORDER = "marketplace_order"
    OTHER_ORDER = "other_order"
    AMBIGUOUS = "ambiguous"
    PHONE = "phone"
    PAYMENT = "payment"


@dataclass(frozen=True)
class Verdict:
    """Judgement of the known formats on a code: its carrier ("" if unsure) and whether its check digit holds.

    `valid` is None for a format that has no check digit.
    """

    carrier: str
    valid: bool | None = None


class NumberFormats(Protocol):
    """The carriers' number formats and names, and the order numbers of other shops."""

    def judge(self, value: str) -> Verdict | None:
        """Judge a normalised code (upper case, no separators); None when no format has its shape."""

    def completed(self, digits: str) -> str:
        """Give the one code that digits are without the letters of its format; "" for none."""

    def carrier_beside(self, before: str, after: str) -> str:
        """Name the carrier that stands directly before or after a number; "" for none."""

    def names_carrier(self, text: str) -> bool:
        """Tell whether `text` names a carrier anywhere."""

    def other_orders(self, text: str) -> Iterator[tuple[int, int]]:
        """Find where `text` holds an order number in another shop's style."""


@dataclass(frozen=True)
class FoundNumber:
    """A number in a message: `raw` is `text[start:end]`, `value` its normalised form, for a payment only its kind.

    `valid` is False when a check digit fails and None when there is none to check. `repairs` are the
    codes the shopper may have meant, likeliest first, at most four; empty unless `valid` is False.
    """

    kind: NumberKind
    value: str
    raw: str
    start: int
    end: int
    valid: bool | None = None
    carrier: str = ""
    repairs: tuple[str, ...] = ()
