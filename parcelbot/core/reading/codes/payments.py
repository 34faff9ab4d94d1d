"""Find payment card and bank account numbers, which are never kept. Pure, and without the carriers' formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from parcelbot.core.reading.codes.check_digits import iban_valid, luhn_valid
from parcelbot.core.reading.codes.number_patterns import FOLD


class PaymentKind(str, Enum):
    """Kind of number that money can be taken with."""

    CARD = "card"
    IBAN = "IBAN"

    @property
    def shown(self) -> str:
        """Words that stand for such a number in everything that is kept."""
        return f"[{self.value} ••••]"


class PaymentNumber(NamedTuple):
    """Place of a payment number in a text: `text[start:end]`."""

    kind: PaymentKind
    start: int
    end: int


#: Tells of a stretch of digits and the text before and after it whether it is surely a parcel's number.
IsParcel = Callable[[str, str, str], bool]

_GAP = r"[\s._/-]{1,3}"
_RUN = re.compile(
    rf"(?<![A-Za-z0-9])(?:card|visa|number|no|nr)?(\d+(?:{_GAP}\d+)*)(?![0-9]|[A-Za-z](?!xp|vv|vc))", re.I
)
_DIGITS = re.compile(r"\d+", re.ASCII)
#: First digits and lengths: Visa, Mastercard, American Express, Diners, Discover or RuPay, JCB, UnionPay, Maestro, Mir.
_CARD = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"
    r"|3[47]\d{13}"
    r"|3(?:0[0-5]|[689]\d)\d{11}"
    r"|(?:60\d\d|64[4-9]\d|65\d\d)\d{12}(?:\d{3})?"
    r"|35(?:2[89]|[3-8]\d)\d{12}(?:\d{3})?"
    r"|62\d{14,17}"
    r"|(?:5[0678]|6[37])\d{14}(?:\d{2,3})?"
    r"|220[0-4]\d{12,15}"
)
_CARD_LENGTHS = range(13, 20)
#: More digits in a row than these are a parcel's, unless they begin with a card's.
_LONG_RUN = 24
#: How the digits of cards are printed.
_PRINTED = {(4, 4, 4, 4), (4, 4, 4, 4, 3), (4, 6, 5), (4, 6, 4)}
_CARD_NAMED = re.compile(
    r"\b(?:(?:credit|debit|bank|payment)[ -]?card|visa|master ?card|amex|american express|maestro|rupay|unionpay)\b"
    r"[^\d.!?]{0,25}$",
    re.IGNORECASE,
)
_SECURITY_CODE = re.compile(r"\b(?:cv[vc]2?|security code)\b[ \t:=#]{0,3}(?:is[ \t]+)?(\d{3,4})(?!\d)", re.IGNORECASE)
#: Only capitals may stand apart from the digits: "is 11 …" is no account in Iceland.
_IBAN_START = re.compile(r"(?<![A-Za-z0-9])(?:(?:iban|IBAN)?([A-Za-z]{2})(?=\d{2})|([A-Z]{2})(?=[ -]\d{2}))", re.ASCII)
_IBAN_NAMED = re.compile(r"\biban\b[^\d.!?]{0,25}$", re.IGNORECASE)
_IBAN_COUNTRIES = {
    15: "NO",
    16: "BE",
    18: "DK FI FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
_IBAN_LENGTHS = {country: length for length, countries in _IBAN_COUNTRIES.items() for country in countries.split()}
_HIDDEN = re.compile("|".join(re.escape(kind.shown) for kind in PaymentKind))


def find_payments(text: str, is_parcel: IsParcel = lambda *_: False) -> tuple[PaymentNumber, ...]:
    """Find card and account numbers in `text`, in order, none overlapping; also those that were hidden before.

    A number counts when its length, its first digits and its check digits are those of a card or an account, or
    when it is called one. A card's security code counts as the card. `is_parcel` may speak for a parcel's number.
    """
    plain = text.translate(FOLD)
    found = [*_hidden(plain), *_ibans(plain), *_cards(plain, is_parcel), *_security_codes(plain)]
    kept: list[PaymentNumber] = []
    for payment in sorted(found, key=lambda payment: payment.start):
        if not kept or payment.start >= kept[-1].end:
            kept.append(payment)
    return tuple(kept)


def without_payments(text: str, is_parcel: IsParcel = lambda *_: False) -> str:
    """Put "[card ••••]" or "[IBAN ••••]" for each payment number of `text`."""
    for payment in reversed(find_payments(text, is_parcel)):
        text = text[: payment.start] + payment.kind.shown + text[payment.end :]
    return text


def _hidden(text: str) -> Iterator[PaymentNumber]:
    for match in _HIDDEN.finditer(text):
        kind = next(kind for kind in PaymentKind if kind.shown == match[0])
        yield PaymentNumber(kind, *match.span())


def _security_codes(text: str) -> Iterator[PaymentNumber]:
    return (PaymentNumber(PaymentKind.CARD, *match.span(1)) for match in _SECURITY_CODE.finditer(text))


def _cards(text: str, is_parcel: IsParcel) -> Iterator[PaymentNumber]:
    for run in _RUN.finditer(text):
        groups = [match.span() for match in _DIGITS.finditer(text, *run.span(1))]
        if not _spoken_for(text, groups, is_parcel):
            yield from _cards_among(text, groups, is_parcel)


def _cards_among(text: str, groups: list[tuple[int, int]], is_parcel: IsParcel) -> Iterator[PaymentNumber]:
    first = 0
    long = sum(end - start for start, end in groups) > _LONG_RUN
    while first < len(groups):
        last = next((n for n in range(first + 1, len(groups) + 1) if _is_card(text, groups, first, n, is_parcel)), 0)
        if last:
            yield PaymentNumber(PaymentKind.CARD, groups[first][0], groups[last - 1][1])
        elif long:
            return
        first = last or first + 1


def _is_card(text: str, groups: list[tuple[int, int]], first: int, last: int, is_parcel: IsParcel) -> bool:
    """True when the groups from `first` up to `last` are a card's: all there are, or printed as on a card."""
    part = groups[first:last]
    sizes = tuple(end - start for start, end in part)
    if sum(sizes) not in _CARD_LENGTHS or not (len(part) in (1, len(groups)) or sizes in _PRINTED):
        return False
    digits = "".join(text[start:end] for start, end in part)
    if _CARD_NAMED.search(text[: part[0][0]]):
        return True
    return bool(_CARD.fullmatch(digits)) and luhn_valid(digits) and not _spoken_for(text, part, is_parcel)


def _spoken_for(text: str, groups: list[tuple[int, int]], is_parcel: IsParcel) -> bool:
    digits = "".join(text[start:end] for start, end in groups)
    return len(digits) >= _CARD_LENGTHS.start and is_parcel(digits, text[: groups[0][0]], text[groups[-1][1] :])


def _ibans(text: str) -> Iterator[PaymentNumber]:
    for match in _IBAN_START.finditer(text):
        start, length = match.start(match.lastindex or 0), _IBAN_LENGTHS.get(match[0][-2:].upper(), 0)
        value, end = _gathered(text, start, length) if length else ("", 0)
        if value and (iban_valid(value) or _IBAN_NAMED.search(text[:start])):
            yield PaymentNumber(PaymentKind.IBAN, start, end)


def _gathered(text: str, start: int, length: int) -> tuple[str, int]:
    """Gather `length` letters and digits from `start` over gaps; gives them and their end, ("", 0) for too few."""
    pattern = re.compile(rf"[A-Za-z0-9](?:[ \t.-]{{0,2}}[A-Za-z0-9]){{{length - 1}}}(?![A-Za-z0-9])", re.ASCII)
    match = pattern.match(text, start)
    return (re.sub(r"[^A-Za-z0-9]", "", match[0]).upper(), match.end()) if match else ("", 0)
