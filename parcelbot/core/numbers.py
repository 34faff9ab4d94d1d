"""Numbers in a shopper's own words: parcels, orders and phones, found on the raw text and told apart.

Which shapes carriers use is data behind `NumberFormats`; this module knows only how people write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol

from parcelbot.core.repairs import repairs_of

MAX_ATOMS = 10
MIN_CODE_LENGTH = 8
MAX_CODE_LENGTH = 40
MARKETPLACE_ORDER_DIGITS = 16


class NumberKind(str, Enum):
    """What a number is for. `ambiguous` may be a phone, an order or a parcel: ask, don't guess."""

    TRACKING = "tracking"
    SHOP_ORDER = "shop_order"
    MARKETPLACE_ORDER = "marketplace_order"
    AMBIGUOUS = "ambiguous"
    PHONE = "phone"


@dataclass(frozen=True)
class Verdict:
    """What the known formats say of a code: its carrier ("" if unsure) and whether its check digit holds.

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
    """What a stretch of text is taken for, before it is cut out of the message."""

    kind: NumberKind
    value: str
    verdict: Verdict | None = None
    repairs: tuple[str, ...] = ()


_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХІавекмнорстхі", "ABEKMHOPCTXIABEKMHOPCTXI")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SEPARATORS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u200b\u200c\u200d\u2060\ufeff\u3000"), " ")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_FOLD = {**_LOOK_ALIKES, **_FULL_WIDTH, **_SEPARATORS, **_DASHES}

_ATOM = re.compile(r"[A-Za-z0-9]+")
_JOINT = re.compile(r"[ \t]?[ ._-]?")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_NAMED_ORDER = re.compile(
    r"\b(?:orders?|ord|kossr)\b(?:[ \t]*(?:reference|ref|numbers?|num|nos?|nr|id|is|was|are|[.:=#-])(?![a-z]))*"
    r"[ \t]*(?P<list>#?\d{4,6}(?:[ \t]*(?:,|and|&|\+|or)[ \t]*#?\d{4,6})*)(?!\d|[ .-]\d{3}|[A-Za-z])",
    re.IGNORECASE,
)
_ORDER_AFTER = re.compile(
    r"(?<![\w.#$€£-])(\d{4,6})[ \t]+(?:is|was)[ \t]+(?:my|the|our)[ \t]+order\b", re.IGNORECASE
)
_HASH_ORDER = re.compile(r"(?<!\w)#[ \t]?(\d{4,6})(?![\w-])")
_LONE_ORDER = re.compile(r"\W*(\d{4,6})\W*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AMOUNT_AFTER = re.compile(
    r"[ \t]?(?:[$€£¥₹%]|(?:usd|eur|gbp|inr|rs|rupees?|dollars?|euros?|pounds?|bucks|kg|g|pcs|pieces|items|units|days|hours)\b)",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w+-])(?:"
    r"\+\d[\d ().-]{6,18}\d"
    r"|00[1-9]\d?[ -][\d ().-]{6,15}\d"
    r"|\(\d{2,5}\)[ -]?\d{3,4}[ .-]?\d{3,4}"
    r"|\d{3}[.-]\d{3}[.-]\d{4}"
    r"|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}"
    r")(?![\w-]|[ .]\d)"
)
_TRACKING_CUE = re.compile(
    r"(?:\btrack(?:ing)?|\bawb|\bwaybill|\bconsignment)[ \t]*(?:numbers?|num|nos?|nr|id|code|ref|#)?"
    r"[ \t.:=#'\"(-]*(?:is|was)?[ \t.:=#'\"(-]*$",
    re.IGNORECASE,
)
_ORDER_CUE = re.compile(
    r"\border[ \t]*(?:numbers?|num|nos?|nr|id|ref)?[ \t.:=#-]*(?:is|was)?[ \t.:=#-]*$", re.IGNORECASE
)
_PHONE_CUE = re.compile(
    r"\b(?:phone|mobile|cell|tel|telephone|whatsapp|call|ring|text)\b[^\d.!?]{0,20}$", re.IGNORECASE
)
_GLUED_CUE = re.compile(r"(?:TRACKING|NUMBER|NUM|NO|NR|CODE|ID|AWB)+(?=[A-Z0-9]{10})")
#: Two-letter words that would otherwise make "in 123456785 us" a postal number.
_WORDS = frozenset("am an as at be by do go he if in is it me my no of on or so to up us we".split())
_CUE_REACH = 40


def find(text: str, formats: NumberFormats) -> tuple[FoundNumber, ...]:
    """Every number in `text` that could be a parcel, an order or a phone, in order of appearance.

    Empty for text without any. Sizes, prices, dates, years and e-mail addresses are left alone.
    """
    folded = _EMAIL.sub(lambda m: "@" * len(m[0]), text.translate(_FOLD))
    found: list[FoundNumber] = []
    for scan in (_orders, _phones, lambda t: _codes(t, formats)):
        for start, end, reading in scan(_mask(folded, found)):
            found.append(_cut(text, start, end, reading))
    return tuple(sorted(found, key=lambda number: number.start))


def normalise(text: str) -> str:
    """`text` as carriers print a code: ASCII letters and digits only, upper case."""
    return "".join(_ATOM.findall(text.translate(_FOLD))).upper()


def s10_valid(value: str) -> bool:
    """True when the check digit of a postal number (two letters, nine digits, two letters) holds."""
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


def _orders(text: str) -> Iterator[_Hit]:
    taken: set[int] = set()
    lone = _LONE_ORDER.fullmatch(text)
    if lone and not _YEAR.fullmatch(lone[1]):
        taken.add(lone.start(1))
        yield lone.start(1), lone.end(1), _Reading(NumberKind.SHOP_ORDER, lone[1])
    for match, group in _order_matches(text):
        for digits in re.compile(r"\d{4,6}").finditer(text, *match.span(group)):
            if digits.start() not in taken and not _AMOUNT_AFTER.match(text, digits.end()):
                taken.add(digits.start())
                yield *digits.span(), _Reading(NumberKind.SHOP_ORDER, digits[0])


def _order_matches(text: str) -> Iterator[tuple[re.Match[str], int | str]]:
    yield from ((match, "list") for match in _NAMED_ORDER.finditer(text))
    yield from ((match, 1) for match in _HASH_ORDER.finditer(text))
    yield from ((match, 1) for match in _ORDER_AFTER.finditer(text))


def _phones(text: str) -> Iterator[_Hit]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if 7 <= len(digits) <= 15 and not _TRACKING_CUE.search(text[: match.start()]):
            yield *match.span(), _Reading(NumberKind.PHONE, ("+" if match[0][0] == "+" else "") + digits)


def _codes(text: str, formats: NumberFormats) -> Iterator[_Hit]:
    for chunk in _chunks(text):
        position = 0
        while position < len(chunk):
            width, reading = _longest(text, chunk[position : position + MAX_ATOMS], formats)
            if reading is not None:
                yield chunk[position].start, chunk[position + width - 1].end, reading
            position += width


def _chunks(text: str) -> Iterator[list[_Atom]]:
    """Runs of short or digit-bearing pieces that people may have meant as one code."""
    chunk: list[_Atom] = []
    for match in _ATOM.finditer(text):
        atom = _Atom(match[0], *match.span())
        joined = chunk and _JOINT.fullmatch(text, chunk[-1].end, atom.start)
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
        before = text[max(0, span[0].start - _CUE_REACH) : span[0].start]
        reading = _read_one(code, before, formats) if width == 1 else _read_group(span, code, before, formats)
        if reading is not None and not _AMOUNT_AFTER.match(text, span[-1].end):
            return width, reading
    return 1, None


def _read_group(span: list[_Atom], code: str, before: str, formats: NumberFormats) -> _Reading | None:
    """A code written with gaps: trusted when its groups look like one, or its check digit holds."""
    if code.isdigit():
        even = all(3 <= len(a.text) <= 8 for a in span[:-1]) and len(span[-1].text) <= 8
        return _read_digits(code, before, formats) if even else None
    verdict = formats.judge(code)
    if verdict is None or verdict.valid is False or any(a.text in _WORDS for a in span):
        return None
    return _Reading(NumberKind.TRACKING, code, verdict)


def _read_one(code: str, before: str, formats: NumberFormats) -> _Reading | None:
    if code.isdigit():
        return _read_digits(code, before, formats)
    verdict = formats.judge(code)
    if verdict is None and (glued := _GLUED_CUE.match(code)):
        code = code[glued.end() :]
        verdict = formats.judge(code)
    if verdict is not None and verdict.valid is not False:
        return _Reading(NumberKind.TRACKING, code, verdict)
    repairs = repairs_of(code, _passes(formats))
    if verdict is not None or repairs:
        return _Reading(NumberKind.TRACKING, code, verdict or Verdict("", valid=False), repairs)
    digits = sum(c.isdigit() for c in code)
    named = _TRACKING_CUE.search(before) is not None
    return _Reading(NumberKind.TRACKING, code) if named or (digits >= 8 and len(code) >= 10) else None


def _read_digits(code: str, before: str, formats: NumberFormats) -> _Reading | None:
    verdict = formats.judge(code)
    if _PHONE_CUE.search(before) and len(code) <= 15:
        return _Reading(NumberKind.PHONE, code)
    if _named_parcel(before, verdict):
        return _Reading(NumberKind.TRACKING, code, verdict)
    if len(code) == MARKETPLACE_ORDER_DIGITS:
        return _Reading(NumberKind.MARKETPLACE_ORDER, code)
    if 10 <= len(code) <= 12 or (len(code) > 12 and _ORDER_CUE.search(before)):
        return _Reading(NumberKind.AMBIGUOUS, code, verdict)
    return _Reading(NumberKind.TRACKING, code, verdict) if len(code) > 12 else None


def _named_parcel(before: str, verdict: Verdict | None) -> bool:
    carrier = verdict.carrier.replace("_", " ") if verdict else ""
    return bool(_TRACKING_CUE.search(before)) or bool(carrier and carrier in before.lower())


def _passes(formats: NumberFormats) -> Callable[[str], bool]:
    def passes(value: str) -> bool:
        verdict = formats.judge(value)
        return verdict is not None and verdict.valid is not False

    return passes
