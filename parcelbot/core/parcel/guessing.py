"""Decide when somebody tries order numbers and e-mails until two of them fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from parcelbot.core.parcel.orders import normalise_order_number

#: A wrong pair counts for so long: nobody waits a day between two tries at a mistyped number.
WINDOW = timedelta(days=1)


class CountedBy(str, Enum):
    """The thing by which wrong pairs are counted, over all conversations."""

    CONVERSATION = "conversation"
    ORDER = "order"
    EMAIL = "email"
    NETWORK = "network"


#: So many wrong pairs are forgiven. People share a network, and most of them do not guess.
LIMITS: Mapping[CountedBy, int] = {
    CountedBy.CONVERSATION: 5,
    CountedBy.ORDER: 5,
    CountedBy.EMAIL: 5,
    CountedBy.NETWORK: 20,
}


@dataclass(frozen=True)
class OrderKeys:
    """The two things that open an order, written as they are compared: digits, and the e-mail in lower case."""

    order_number: str
    email: str


def order_keys(order_number: str, email: str) -> OrderKeys:
    """Write a pair as given so that two spellings of it are one."""
    return OrderKeys(normalise_order_number(order_number), email.strip().casefold())


def overdone(wrong: Mapping[CountedBy, int]) -> CountedBy | None:
    """Find the first limit that the `wrong` pairs so far use up; None while another pair may be tried."""
    return next((by for by in CountedBy if wrong.get(by, 0) >= LIMITS[by]), None)
