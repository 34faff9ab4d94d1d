"""Decide which parcel a shopper means, or what has to be asked to find out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from parcelbot.core.parcel.orders import Order, is_marketplace_number, is_our_order_number
from parcelbot.core.reading.codes.repairs import only_swapped


class Need(str, Enum):
    """Next thing to ask for; `nothing` when the parcel is known or the shopper has no number at all.

    `repair` asks about a look-alike that was surely meant, `swapped` to copy the number again, with guesses beside;
    `other_order` says what our order numbers look like, `recent_order` that only a person can see older orders.
    """

    NOTHING = "nothing"
    NUMBER = "number"
    EMAIL = "email"
    ORDER_NUMBER = "order_number"
    CHOICE = "choice"
    REPAIR = "repair"
    SWAPPED = "swapped"
    RECHECK = "recheck"
    NUMBER_KIND = "number_kind"
    OTHER_ORDER = "other_order"
    MATCHING_DETAILS = "matching_details"
    RECENT_ORDER = "recent_order"
    LOCKED = "locked"
    DIRECTORY_DOWN = "directory_down"


@dataclass(frozen=True)
class References:
    """Everything the shopper has given that can identify a parcel; "" where nothing.

    `number_valid` is False only when a check digit disproves the number; `repairs` are then the
    numbers it may have been; `several` are the parcels to choose from. `insists` is true when the
    shopper repeats a number after being told.
    `no_number` is true once the shopper has said that there is none to give.
    """

    tracking_number: str = ""
    number_valid: bool = True
    repairs: tuple[str, ...] = ()
    insists: bool = False
    several: tuple[str, ...] = ()
    ambiguous_number: str = ""
    order_number: str = ""
    email: str = ""
    no_number: bool = False

    @property
    def can_open_order(self) -> bool:
        """True when both keys to an order are given."""
        return bool(self.order_number and self.email)


@dataclass(frozen=True)
class Identification:
    """Parcel a shopper means, as far as it is known.

    `number` is "" for an order without a parcel yet and for a shopper without any number. `choices`
    go with CHOICE, REPAIR and SWAPPED. `order` is set only after order number and e-mail have both matched.
    """

    need: Need
    number: str = ""
    order: Order | None = None
    choices: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """True when nothing more has to be asked before answering."""
        return self.need is Need.NOTHING


@dataclass(frozen=True)
class OrderFound:
    """Result of looking for an order by its number and e-mail.

    `order` is None for no such order and for a wrong e-mail alike, so that nobody learns which it was; when orders are
    locked because too many pairs were tried, and it was not looked for; when the directory did not answer; and when
    `recent_only` are shown to us, and it may be older.
    """

    order: Order | None = None
    locked: bool = False
    directory_down: bool = False
    recent_only: bool = False


_NO_ORDER = OrderFound()


def identify(references: References, found: OrderFound = _NO_ORDER) -> Identification:
    """Decide which parcel is meant; a number typed by the shopper needs no order."""
    order = found.order
    if references.tracking_number:
        return _by_number(references, order)
    if references.several:
        return Identification(Need.CHOICE, order=order, choices=references.several)
    if references.ambiguous_number:
        return Identification(Need.NUMBER_KIND, choices=(references.ambiguous_number,))
    if references.order_number or references.email:
        return _by_order(references, found)
    return Identification(Need.NOTHING if references.no_number else Need.NUMBER)


def _by_number(references: References, order: Order | None) -> Identification:
    number = references.tracking_number
    if references.number_valid or references.insists or references.no_number:
        mine = order if order is not None and number in order.parcels else None
        return Identification(Need.NOTHING, number, mine)
    if references.repairs:
        guessed = all(only_swapped(number, repair) for repair in references.repairs)
        return Identification(Need.SWAPPED if guessed else Need.REPAIR, number, choices=references.repairs)
    return Identification(Need.RECHECK, number)


def _by_order(references: References, found: OrderFound) -> Identification:
    if found.order is not None:
        return _in_order(found.order)
    if references.no_number:
        return Identification(Need.NOTHING)
    if found.locked:
        return Identification(Need.LOCKED)
    if references.order_number and not is_our_order_number(references.order_number):
        return Identification(Need.OTHER_ORDER)
    if found.directory_down:
        return Identification(Need.DIRECTORY_DOWN)
    if not references.email:
        return Identification(Need.EMAIL)
    if not references.order_number:
        return Identification(Need.ORDER_NUMBER)
    may_be_older = found.recent_only and not is_marketplace_number(references.order_number)
    return Identification(Need.RECENT_ORDER if may_be_older else Need.MATCHING_DETAILS)


def _in_order(order: Order) -> Identification:
    if len(order.parcels) > 1:
        return Identification(Need.CHOICE, order=order, choices=order.parcels)
    return Identification(Need.NOTHING, "".join(order.parcels), order)
