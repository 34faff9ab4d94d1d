"""Tell a long number that is a parcel's from a payment card's."""

from __future__ import annotations

from parcelbot.core.reading.codes import number_patterns as p
from parcelbot.core.reading.codes.payments import IsParcel
from parcelbot.core.reading.given_numbers.number_context import NumberContext
from parcelbot.core.reading.given_numbers.number_types import NumberFormats

_LONGEST_CARD = 19
_MUCH_LONGER_THAN_CARDS = 24


def speaks_for(formats: NumberFormats) -> IsParcel:
    """Make the judge of `find_payments`: a parcel's number has a check digit that holds and its carrier beside it.

    One that is longer than any card needs no carrier, nor one that letters before it make a known code; one that is
    much longer need only be called a tracking number.
    """

    def is_parcel(digits: str, before: str, after: str) -> bool:
        if any(formats.judge(letters + digits) for letters in p.letters_before(before)):
            return True
        verdict = formats.judge(digits)
        proven = verdict is not None and verdict.valid is True
        beside = NumberContext(before[-p.REACH :], after[: p.REACH], "", formats)
        if len(digits) >= _MUCH_LONGER_THAN_CARDS and beside.named_tracking:
            return True
        return proven and (len(digits) > _LONGEST_CARD or bool(beside.carrier))

    return is_parcel
