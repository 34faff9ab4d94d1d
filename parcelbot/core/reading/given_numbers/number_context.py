"""Read what stands beside a number: what it is called, whose it is, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from parcelbot.core.reading.codes import number_patterns as p
from parcelbot.core.reading.given_numbers import lead_words
from parcelbot.core.reading.given_numbers.number_types import NumberFormats
from parcelbot.core.reading.text.marketplaces import denies_the_marketplace, names_the_marketplace


@dataclass(frozen=True)
class NumberContext:
    """The words before and after a number, and the whole message it stands in."""

    before: str
    after: str
    message: str
    formats: NumberFormats

    @cached_property
    def carrier(self) -> str:
        """The carrier named beside the number, "" for none."""
        return self.formats.carrier_beside(self.before, self.after)

    @cached_property
    def about_a_parcel(self) -> bool:
        """True when the message is about a parcel at all, or a carrier is named not far from the number."""
        talk = p.PARCEL_TALK.search(self.message) is not None
        return talk or self.formats.names_carrier(f"{self.before} {self.after}")

    @cached_property
    def named_tracking(self) -> bool:
        """True when it is called a tracking number, or stands beside a carrier's name."""
        cued = p.TRACKING_CUE.search(self.before) or lead_words.TRACKING_CUE.search(self.before)
        return bool(cued or self.carrier)

    @cached_property
    def named_order(self) -> bool:
        """True when it is called an order."""
        cued = p.ORDER_CUE.search(self.before) or lead_words.ORDER_CUE.search(self.before)
        return bool(cued or p.ORDER_SAID_AFTER.match(self.after))

    @cached_property
    def of_an_order(self) -> bool:
        """True when it is called an order, or the message names the marketplace."""
        return self.named_order or _is_of_the_marketplace(self.message)

    @cached_property
    def named_order_number(self) -> bool:
        """True when it is called an order's number, not only an order."""
        said = p.NUMBER_CUE.search(self.before) or p.ORDER_SAID_AFTER.match(self.after)
        return self.named_order and bool(said or lead_words.calls_it_a_number(self.before))

    @cached_property
    def named_phone(self) -> bool:
        """True when it is called a phone's."""
        return bool(p.PHONE_CUE.search(self.before) or lead_words.PHONE_CUE.search(self.before))

    @cached_property
    def named_payment(self) -> bool:
        """True when it is called a payment's."""
        return bool(p.PAYMENT_CUE.search(self.before) or lead_words.PAYMENT_CUE.search(self.before))

    @cached_property
    def asked_for(self) -> bool:
        """True when a parcel is asked for with it: "where is …", "… hasn't moved"."""
        return bool(p.PARCEL_CUE.search(self.before) or p.PARCEL_AFTER.match(self.after))


def _is_of_the_marketplace(message: str) -> bool:
    return names_the_marketplace(message) and not denies_the_marketplace(message)


def number_context(text: str, start: int, end: int, formats: NumberFormats) -> NumberContext:
    """Cut out what stands beside `text[start:end]`."""
    return NumberContext(text[max(0, start - p.REACH) : start], text[end : end + p.REACH], text, formats)
