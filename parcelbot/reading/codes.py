"""Find codes in raw text (tracking and order numbers, phones, e-mail addresses), named as Rasa entities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email

from parcelbot.core.reading.codes.number_patterns import WITHOUT_SPACES
from parcelbot.core.reading.given_numbers.number_types import FoundNumber, NumberKind
from parcelbot.reading.number_formats import find_numbers

_ENTITY = {
    NumberKind.TRACKING: "tracking_number",
    NumberKind.SHOP_ORDER: "order_number",
    NumberKind.MARKETPLACE_ORDER: "order_number",
    NumberKind.OTHER_ORDER: "order_number",
    NumberKind.AMBIGUOUS: "ambiguous_number",
    NumberKind.PAYMENT: "payment_number",
    NumberKind.PHONE: "phone",
}
_LOCAL, _DOMAIN = rf"[^\s<>()\[\],;:\"/#|={WITHOUT_SPACES}]", rf"[^\s<>()\[\],;:\"@{WITHOUT_SPACES}]"
_EMAIL = re.compile(rf"{_LOCAL}+@{_DOMAIN}+\.{_DOMAIN}{{2,}}")


@dataclass(frozen=True)
class Code:
    """Code in a text: the entity's name, its normalised value and where it stands.

    `valid` is false for a tracking number whose check digit fails; `repairs` are then the likeliest
    numbers that were meant, best first. None where nothing can be checked.
    """

    entity: str
    value: str
    start: int
    end: int
    valid: bool | None = None
    repairs: tuple[str, ...] = ()
    carrier: str = ""


@lru_cache(maxsize=4096)
def find_codes(text: str) -> tuple[Code, ...]:
    """Find all codes of `text`, in order, none overlapping; empty for none."""
    emails = tuple(_emails(text))
    numbers = (_code(number) for number in find_numbers(text))
    apart = tuple(code for code in numbers if not any(_overlap(code, email) for email in emails))
    return tuple(sorted(emails + apart, key=lambda code: code.start))


def _emails(text: str) -> list[Code]:
    matches = ((match, _address(match[0].rstrip(".!?'"))) for match in _EMAIL.finditer(text))
    return [Code("email", address, match.start(), match.end()) for match, address in matches if address]


def _address(written: str) -> str:
    """Return the address in lower case, "" when it cannot be one. No look-up: a chat must not wait for DNS."""
    try:
        return validate_email(written, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return ""


def _code(number: FoundNumber) -> Code:
    return Code(
        entity=_ENTITY[number.kind],
        value=number.value,
        start=number.start,
        end=number.end,
        valid=number.valid,
        repairs=tuple(number.repairs),
        carrier=number.carrier or "",
    )


def _overlap(one: Code, other: Code) -> bool:
    return one.start < other.end and other.start < one.end
