"""Find numbers in a shopper's raw text and tell parcels, orders, phones and payment numbers apart.

Which shapes carriers use is data behind `NumberFormats`; this module knows only how people write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from parcelbot.core.reading.codes import number_patterns as p
from parcelbot.core.reading.codes.number_groups import (
    MAX_ATOMS,
    Atom,
    chunks,
    digits_belong,
    in_pairs,
    joined,
    letters_belong,
    may_begin_and_end,
)
from parcelbot.core.reading.codes.payments import find_payments
from parcelbot.core.reading.codes.repairs import look_alikes_of, repairs_of
from parcelbot.core.reading.given_numbers.lettered_orders import is_a_word_and_a_number, lettered_orders
from parcelbot.core.reading.given_numbers.number_context import NumberContext, number_context
from parcelbot.core.reading.given_numbers.number_types import FoundNumber, NumberFormats, NumberKind, Verdict
from parcelbot.core.reading.given_numbers.order_mentions import is_an_amount, order_mentions
from parcelbot.core.reading.given_numbers.parcels_not_cards import speaks_for

#: Nobody asks about more parcels at once, and repairing each of a thousand would take a while.
MAX_CODES = 10
MIN_CODE_LENGTH = 7
MAX_CODE_LENGTH = 40
MARKETPLACE_ORDER_DIGITS = 16
#: First digits of the marketplace's orders; Canada Post's numbers of that length begin otherwise.
_MARKETPLACE_STARTS = "12358"
_LONGEST_PHONE = 15
#: Digits that count up or down are typed to try us out, or to hide a number.
_COUNTED = "1234567890123 9876543210987"
#: Letters and digits that are mixed up so often that no check digit is needed to see it.
_CLASSIC = frozenset("O0IL1")


class _Reading(NamedTuple):
    """Interpretation of a stretch of text, before it is cut out of the message."""

    kind: NumberKind
    value: str
    verdict: Verdict | None = None
    repairs: tuple[str, ...] = ()


def find(text: str, formats: NumberFormats) -> tuple[FoundNumber, ...]:
    """Find every number in `text` that could be a parcel, an order, a phone or a card, in order of appearance.

    Empty for text without any; of more than ten codes the first ten. Sizes, prices, dates, years and
    e-mail addresses are left alone.
    """
    folded = text.translate(p.FOLD)
    if "@" in folded:
        folded = p.EMAIL.sub(lambda m: "@" * len(m[0]), folded)
    found: list[FoundNumber] = []
    for scan in (_payments, _other_orders, _lettered_orders, _orders, _phones, _codes):
        for start, end, reading in scan(_mask(folded, found), formats):
            if reading.kind is not NumberKind.SHOP_ORDER or not is_a_word_and_a_number(text[start:end]):
                found.append(_cut(text, start, end, reading))
    return tuple(sorted(found, key=lambda number: number.start))


_Hit = tuple[int, int, _Reading]


def _mask(text: str, found: list[FoundNumber]) -> str:
    for number in found:
        text = text[: number.start] + "\n" * (number.end - number.start) + text[number.end :]
    return text


def _cut(text: str, start: int, end: int, reading: _Reading) -> FoundNumber:
    verdict = reading.verdict or Verdict("")
    return FoundNumber(
        reading.kind,
        reading.value,
        text[start:end],
        start,
        end,
        verdict.valid,
        verdict.carrier,
        reading.repairs,
    )


def _payments(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    for payment in find_payments(text, speaks_for(formats)):
        yield payment.start, payment.end, _Reading(NumberKind.PAYMENT, payment.kind.value)


def _other_orders(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    for start, end in formats.other_orders(text):
        if not number_context(text, start, end, formats).named_tracking:
            yield start, end, _Reading(NumberKind.OTHER_ORDER, text[start:end].upper())


def _lettered_orders(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    return (
        (start, end, _Reading(NumberKind.SHOP_ORDER, value)) for start, end, value in lettered_orders(text, formats)
    )


def _orders(text: str, _: NumberFormats) -> Iterator[_Hit]:
    return ((start, end, _Reading(NumberKind.SHOP_ORDER, text[start:end])) for start, end in order_mentions(text))


def _phones(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    matches = list(p.PHONE.finditer(text))
    parcels = _lettered_codes(text, formats) if matches else []
    for match in matches:
        digits = re.sub(r"\D", "", match[0])
        inside = any(start < match.end() and match.start() < end for start, end in parcels)
        if MIN_CODE_LENGTH <= len(digits) <= _LONGEST_PHONE and not inside and not _is_parcels(text, match, formats):
            value = digits if match[0][0] != "+" else f"+{digits}"
            yield match.start(), match.end(), _Reading(NumberKind.PHONE, value)


def _is_parcels(text: str, phone: re.Match[str], formats: NumberFormats) -> bool:
    beside = number_context(text, *phone.span(), formats)
    if p.MOBILE.fullmatch(phone[0]) and not beside.carrier:
        return False
    return phone[0][0] != "+" and not beside.named_phone and (beside.named_tracking or beside.asked_for)


def _lettered_codes(text: str, formats: NumberFormats) -> list[tuple[int, int]]:
    """Locate known codes with letters: the groups of "LP 0012 3456 7890 12" look like a phone's."""
    hits = _codes(text, formats)
    return [(start, end) for start, end, reading in hits if reading.verdict and not reading.value.isdigit()]


def _codes(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    return islice(_every_code(text, formats), MAX_CODES)


def _every_code(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    for chunk in chunks(text):
        position = 0
        while position < len(chunk):
            width, reading = _longest(text, chunk[position : position + MAX_ATOMS], formats)
            if reading is not None:
                yield chunk[position].start, chunk[position + width - 1].end, reading
            position += width


def _longest(text: str, atoms: list[Atom], formats: NumberFormats) -> tuple[int, _Reading | None]:
    for width in range(len(atoms), 0, -1):
        span = atoms[:width]
        if MIN_CODE_LENGTH <= len(code := joined(span)) <= MAX_CODE_LENGTH:
            beside = number_context(text, span[0].start, span[-1].end, formats)
            reading = _read(span, code, beside)
            if reading is not None and not is_an_amount(text, span[-1].end):
                return width, reading
    return 1, None


def _read(span: Sequence[Atom], code: str, beside: NumberContext) -> _Reading | None:
    if beside.named_payment and not _is_a_known_code(code, beside):
        return None
    digits = sum(character.isdigit() for character in code)
    if digits == len(code):
        return _read_digits(span, code, beside)
    if digits >= 4 or (digits >= 2 and beside.named_tracking and span[0].text.isupper()):
        return _read_letters(span, code, beside)
    return None


def _is_a_known_code(code: str, beside: NumberContext) -> bool:
    return not code.isdigit() and beside.formats.judge(code) is not None


def _read_letters(span: Sequence[Atom], code: str, beside: NumberContext) -> _Reading | None:
    verdict = beside.formats.judge(code)
    if verdict is None and len(span) == 1 and (glued := p.GLUED_CUE.match(code)):
        code = code[glued.end() :]
        verdict = beside.formats.judge(code)
    if len(span) > 1 and not _belong(span, verdict, beside):
        return None
    if verdict is not None:
        return _judged(code, verdict, beside)
    if beside.named_order_number:
        return _Reading(NumberKind.OTHER_ORDER, code)
    return _unknown(code, beside)


def _belong(span: Sequence[Atom], verdict: Verdict | None, beside: NumberContext) -> bool:
    proven = verdict is not None and verdict.valid is True
    if not may_begin_and_end(span, proven):
        return False
    label = p.LABELS.fullmatch(span[0].text) or beside.formats.carrier_beside(span[0].text, "")
    return verdict is not None or (not label and letters_belong(span, beside.named_tracking or beside.asked_for))


def _unknown(code: str, beside: NumberContext) -> _Reading | None:
    """Read a code of no known format: it is tried, unless letters stand where a known one has digits."""
    if not beside.carrier and (meant := look_alikes_of(code, _surely_meant(code, beside.formats))):
        return _Reading(NumberKind.TRACKING, code, Verdict("", valid=False), meant)
    long_enough = len(code) >= 10 and sum(character.isdigit() for character in code) >= 8
    return (
        _Reading(NumberKind.TRACKING, code, Verdict(beside.carrier)) if long_enough or beside.named_tracking else None
    )


def _judged(code: str, verdict: Verdict, beside: NumberContext) -> _Reading:
    """Read a code of a known format; a carrier that is named beside it wins over its shape."""
    if beside.carrier not in ("", verdict.carrier):
        return _Reading(NumberKind.TRACKING, code, Verdict(beside.carrier, verdict.valid or None))
    repairs = repairs_of(code, _passes(beside.formats)) if verdict.valid is False else ()
    return _Reading(NumberKind.TRACKING, code, verdict, repairs)


def _read_digits(span: Sequence[Atom], code: str, beside: NumberContext) -> _Reading | None:
    verdict = beside.formats.judge(code)
    proven = verdict is not None and verdict.valid is True
    called = beside.named_tracking or beside.named_order or (in_pairs(span) and _is_asked_about(code, proven, beside))
    if len(span) > 1 and not (digits_belong(span, called) or (proven and len(code) > 12)):
        return None
    if beside.named_tracking or (verdict is not None and verdict.valid is False):
        return _judged(code, verdict or Verdict(beside.carrier), beside)
    if beside.named_phone and len(code) <= _LONGEST_PHONE:
        return _Reading(NumberKind.PHONE, code) if len(code) > MIN_CODE_LENGTH else None
    if (completed := beside.formats.completed(code)) and not beside.of_an_order:
        return _Reading(NumberKind.TRACKING, completed, beside.formats.judge(completed))
    kind = _kind_of_digits(code, proven, beside)
    return _Reading(kind, code, verdict) if kind else None


def _is_asked_about(code: str, proven: bool, beside: NumberContext) -> bool:
    """Tell whether digits in pairs are a parcel's: the message says so, and no phone is as long or has its digits."""
    alone = not f"{beside.before}{beside.after}".strip(" .,!?")
    no_phone = len(code) > _LONGEST_PHONE or (proven and code[0] != "0")
    return no_phone and (beside.asked_for or beside.about_a_parcel or alone)


def _kind_of_digits(code: str, proven: bool, beside: NumberContext) -> NumberKind | None:
    """Tell what digits are that nobody called anything, or an order; None when they are too few to be sure."""
    if len(code) == MARKETPLACE_ORDER_DIGITS:
        return _kind_of_sixteen(code, proven, beside)
    if beside.named_order:
        return NumberKind.AMBIGUOUS
    if len(code) > 12:
        return NumberKind.TRACKING
    if len(code) < 10:
        return None
    made_up = code in _COUNTED and not beside.formats.names_carrier(beside.before)
    is_parcel = not made_up and (beside.asked_for or (proven and beside.about_a_parcel))
    return NumberKind.TRACKING if is_parcel else NumberKind.AMBIGUOUS


def _kind_of_sixteen(code: str, proven: bool, beside: NumberContext) -> NumberKind:
    if beside.named_order or code[0] in _MARKETPLACE_STARTS:
        return NumberKind.MARKETPLACE_ORDER
    return NumberKind.TRACKING if proven or beside.asked_for else NumberKind.AMBIGUOUS


def _passes(formats: NumberFormats) -> Callable[[str], bool]:
    def passes(value: str) -> bool:
        verdict = formats.judge(value)
        return verdict is not None and verdict.valid is not False

    return passes


def _surely_meant(code: str, formats: NumberFormats) -> Callable[[str], bool]:
    """Make the judge of what a code of no known format was meant for.

    A check digit has to prove it; without one the format must begin with letters, and only O and 0, or I, L and 1,
    may have been mixed up: anything else may well be a format that nobody told us.
    """

    def passes(value: str) -> bool:
        verdict = formats.judge(value)
        if verdict is None or verdict.valid is False:
            return False
        changed = {c for pair in zip(code, value, strict=True) if pair[0] != pair[1] for c in pair}
        return verdict.valid is True or (code[:2].isalpha() and changed <= _CLASSIC)

    return passes
