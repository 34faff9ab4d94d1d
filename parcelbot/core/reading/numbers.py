"""Find numbers in a shopper's raw text and tell parcels, orders and phones apart.

Which shapes carriers use is data behind `NumberFormats`; this module knows only how people write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import NamedTuple, Protocol

from parcelbot.core.reading import number_patterns as p
from parcelbot.core.reading.repairs import repairs_of

MAX_ATOMS = 10
#: Nobody asks about more parcels at once, and repairing each of a thousand would take a while.
MAX_CODES = 10
MIN_CODE_LENGTH = 8
MAX_CODE_LENGTH = 40
MARKETPLACE_ORDER_DIGITS = 16


class NumberKind(str, Enum):
    """Kind of thing a number stands for. `ambiguous` may be a phone, an order or a parcel: ask, don't guess."""

    TRACKING = "tracking"
    SHOP_ORDER = "shop_order"
    MARKETPLACE_ORDER = "marketplace_order"
    AMBIGUOUS = "ambiguous"
    PHONE = "phone"


@dataclass(frozen=True)
class Verdict:
    """Judgement of the known formats on a code: its carrier ("" if unsure) and whether its check digit holds.

    `valid` is None for a format that has no check digit.
    """

    carrier: str
    valid: bool | None = None


class NumberFormats(Protocol):
    """The carriers' number formats."""

    def judge(self, value: str) -> Verdict | None:
        """Judge a normalised code (upper case, no separators); None when no format has its shape."""


@dataclass(frozen=True)
class FoundNumber:
    """A number in a message: `raw` is `text[start:end]`, `value` its normalised form.

    `valid` is False when a check digit fails and None when there is none to check. `repairs` are the
    codes the shopper may have meant, likeliest first, at most three; empty unless `valid` is False.
    """

    kind: NumberKind
    value: str
    raw: str
    start: int
    end: int
    valid: bool | None = None
    carrier: str = ""
    repairs: tuple[str, ...] = ()


class _Atom(NamedTuple):
    text: str
    start: int
    end: int


class _Reading(NamedTuple):
    """Interpretation of a stretch of text, before it is cut out of the message."""

    kind: NumberKind
    value: str
    verdict: Verdict | None = None
    repairs: tuple[str, ...] = ()


def find(text: str, formats: NumberFormats) -> tuple[FoundNumber, ...]:
    """Find every number in `text` that could be a parcel, an order or a phone, in order of appearance.

    Empty for text without any; of more than ten codes the first ten. Sizes, prices, dates, years and
    e-mail addresses are left alone.
    """
    folded = text.translate(p.FOLD)
    if "@" in folded:
        folded = p.EMAIL.sub(lambda m: "@" * len(m[0]), folded)
    found: list[FoundNumber] = []
    for scan in (_orders, _phones, _codes):
        for start, end, reading in scan(_mask(folded, found), formats):
            found.append(_cut(text, start, end, reading))
    return tuple(sorted(found, key=lambda number: number.start))


def s10_valid(value: str) -> bool:
    """Tell whether the check digit of a postal number (two letters, nine digits, two letters) holds."""
    total = sum(int(d) * w for d, w in zip(value[2:10], (8, 6, 4, 2, 3, 5, 9, 7), strict=True))
    return int(value[10]) == {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11)


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


def _orders(text: str, _: NumberFormats) -> Iterator[_Hit]:
    taken: set[int] = set()
    for start, end in _order_mentions(text):
        for digits in p.ORDER_DIGITS.finditer(text, start, end):
            if digits.start() not in taken and not p.AMOUNT_AFTER.match(text, digits.end()):
                taken.add(digits.start())
                yield digits.start(), digits.end(), _Reading(NumberKind.SHOP_ORDER, digits[0])


def _order_mentions(text: str) -> Iterator[tuple[int, int]]:
    lone = p.LONE_ORDER.fullmatch(text)
    if lone and not all(p.YEAR.fullmatch(digits) for digits in p.ORDER_DIGITS.findall(lone[1])):
        yield lone.span(1)
    for pattern in (p.NAMED_ORDER, p.HASH_ORDER, p.ORDER_AFTER):
        yield from (match.span(1) for match in pattern.finditer(text))


def _phones(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    matches = list(p.PHONE.finditer(text))
    parcels = _lettered_codes(text, formats) if matches else []
    for match in matches:
        digits = re.sub(r"\D", "", match[0])
        inside = any(start < match.end() and match.start() < end for start, end in parcels)
        if 7 <= len(digits) <= 15 and not inside and not p.TRACKING_CUE.search(text[: match.start()]):
            value = digits if match[0][0] != "+" else f"+{digits}"
            yield match.start(), match.end(), _Reading(NumberKind.PHONE, value)


def _lettered_codes(text: str, formats: NumberFormats) -> list[tuple[int, int]]:
    """Locate known codes with letters: the groups of "LP 0012 3456 7890 12" look like a phone's."""
    hits = _codes(text, formats)
    return [(start, end) for start, end, reading in hits if reading.verdict and not reading.value.isdigit()]


def _codes(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    return islice(_every_code(text, formats), MAX_CODES)


def _every_code(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    for chunk in _chunks(text):
        position = 0
        while position < len(chunk):
            width, reading = _longest(text, chunk[position : position + MAX_ATOMS], formats)
            if reading is not None:
                yield chunk[position].start, chunk[position + width - 1].end, reading
            position += width


def _chunks(text: str) -> Iterator[list[_Atom]]:
    """Split `text` into runs of short or digit-bearing pieces that people may have meant as one code."""
    chunk: list[_Atom] = []
    for match in p.ATOM.finditer(text):
        atom = _Atom(match[0], *match.span())
        joined = chunk and p.JOINT.fullmatch(text, chunk[-1].end, atom.start)
        if not (joined and _codelike(atom.text)):
            yield from _worth_reading(chunk)
            chunk = []
        if _codelike(atom.text):
            chunk.append(atom)
    yield from _worth_reading(chunk)


def _codelike(atom: str) -> bool:
    return len(atom) <= 4 or any(c.isdigit() for c in atom)


def _worth_reading(chunk: list[_Atom]) -> Iterator[list[_Atom]]:
    if sum(len(a.text) for a in chunk if any(c.isdigit() for c in a.text)) >= MIN_CODE_LENGTH - 2:
        yield chunk


def _longest(text: str, atoms: list[_Atom], formats: NumberFormats) -> tuple[int, _Reading | None]:
    for width in range(len(atoms), 0, -1):
        span = atoms[:width]
        code = "".join(atom.text for atom in span).upper()
        if not MIN_CODE_LENGTH <= len(code) <= MAX_CODE_LENGTH or sum(c.isdigit() for c in code) < 4:
            continue
        before = text[max(0, span[0].start - p.CUE_REACH) : span[0].start]
        reading = _read_one(code, before, formats) if width == 1 else _read_group(span, code, before, formats)
        if reading is not None and not p.AMOUNT_AFTER.match(text, span[-1].end):
            return width, reading
    return 1, None


def _read_group(span: list[_Atom], code: str, before: str, formats: NumberFormats) -> _Reading | None:
    """Read a code written with gaps; it is trusted when its groups look like one or its check digit holds."""
    if code.isdigit():
        even = all(3 <= len(a.text) <= 8 for a in span[:-1]) and len(span[-1].text) <= 8
        return _read_digits(code, before, formats) if even else None
    verdict = formats.judge(code)
    if verdict is None or verdict.valid is False or any(p.WORDS.fullmatch(a.text) for a in span):
        return None
    return _Reading(NumberKind.TRACKING, code, verdict)


def _read_one(code: str, before: str, formats: NumberFormats) -> _Reading | None:
    if code.isdigit():
        return _read_digits(code, before, formats)
    verdict = formats.judge(code)
    if verdict is None and (glued := p.GLUED_CUE.match(code)):
        code = code[glued.end() :]
        verdict = formats.judge(code)
    if verdict is not None and verdict.valid is not False:
        return _Reading(NumberKind.TRACKING, code, verdict)
    repairs = repairs_of(code, _passes(formats))
    if verdict is not None or repairs:
        return _Reading(NumberKind.TRACKING, code, verdict or Verdict("", valid=False), repairs)
    digits = sum(c.isdigit() for c in code)
    named = p.TRACKING_CUE.search(before) is not None
    return _Reading(NumberKind.TRACKING, code) if named or (digits >= 8 and len(code) >= 10) else None


def _read_digits(code: str, before: str, formats: NumberFormats) -> _Reading | None:
    verdict = formats.judge(code)
    if verdict is not None and verdict.valid is False:
        return _Reading(NumberKind.TRACKING, code, verdict, repairs_of(code, _passes(formats)))
    if p.PHONE_CUE.search(before) and len(code) <= 15:
        return _Reading(NumberKind.PHONE, code)
    if _named_parcel(before, verdict):
        return _Reading(NumberKind.TRACKING, code, verdict)
    if len(code) == MARKETPLACE_ORDER_DIGITS:
        return _Reading(NumberKind.MARKETPLACE_ORDER, code)
    if 10 <= len(code) <= 12 or (len(code) > 12 and p.ORDER_CUE.search(before)):
        return _Reading(NumberKind.AMBIGUOUS, code, verdict)
    return _Reading(NumberKind.TRACKING, code, verdict) if len(code) > 12 else None


def _named_parcel(before: str, verdict: Verdict | None) -> bool:
    carrier = verdict.carrier.replace("_", " ") if verdict else ""
    return bool(p.TRACKING_CUE.search(before)) or bool(carrier and carrier in before.lower())


def _passes(formats: NumberFormats) -> Callable[[str], bool]:
    def passes(value: str) -> bool:
        verdict = formats.judge(value)
        return verdict is not None and verdict.valid is not False

    return passes
