"""Take digits that are a known parcel's without its letters for that parcel, whatever else they look like. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from parcelbot.core.answering.memory import Heard, HeardNumber, Memory

_FEWEST_DIGITS = 7


def of_a_known_parcel(heard: Heard, memory: Memory, planned: Iterable[str]) -> Heard:
    """Give the parcel that a bare number is, where exactly one that the talk knows has those digits."""
    known = _by_digits((memory.tracking_number, memory.parcel, *memory.several, *planned))
    meant = known.get(heard.order_number) or known.get(heard.ambiguous_number)
    numbers = tuple(HeardNumber(known[n.value]) if n.value in known else n for n in heard.numbers)
    if meant:
        return replace(heard, numbers=(HeardNumber(meant), *numbers), order_number="", ambiguous_number="")
    return heard if numbers == heard.numbers else replace(heard, numbers=numbers)


def completed_number(heard: Heard) -> str:
    """Give the number of a message that was written without its letters; "" for none."""
    written = re.sub(r"[\W_]", "", heard.text).upper()
    return next((n.value for n in heard.numbers if n.value not in written and _digits(n.value) in written), "")


def _by_digits(numbers: Iterable[str]) -> Mapping[str, str]:
    """Give known numbers with letters by their digits; what two of them share names neither."""
    lettered = dict.fromkeys(number for number in numbers if number and not number.isdigit())
    digits = [_digits(number) for number in lettered]
    pairs = zip(digits, lettered, strict=True)
    return {bare: number for bare, number in pairs if len(bare) >= _FEWEST_DIGITS and digits.count(bare) == 1}


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
