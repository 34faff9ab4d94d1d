"""Mask who a message is from: codes and addresses become placeholders, and placeholders made-up values.

A training example needs a value where the placeholder stood: the assistant reads every code as one marker
word for its kind, and "<tracking number>" as no code at all. One value a kind is enough, for the same reason.
"""

from __future__ import annotations

import hashlib
import re

from yaml.reader import Reader

from parcelbot.core.reading.codes.number_patterns import AMOUNT_AFTER
from parcelbot.core.reading.given_numbers.number_types import NumberKind
from parcelbot.reading.number_formats import find_numbers

_EMAIL = "<e-mail>"
_NUMBER = "<number>"
_ORDER = "<order number>"
_TICKET = "<ticket>"
_PLACEHOLDERS = {
    NumberKind.TRACKING: "<tracking number>",
    NumberKind.SHOP_ORDER: _ORDER,
    NumberKind.MARKETPLACE_ORDER: "<marketplace order number>",
    NumberKind.OTHER_ORDER: "<other shop's order number>",
    NumberKind.AMBIGUOUS: _NUMBER,
    NumberKind.PAYMENT: "<payment number>",
    NumberKind.PHONE: "<phone number>",
}
#: The phone number is one of those that Ofcom keeps for films, the e-mail domain one that nobody can own.
_MADE_UP = {
    "<tracking number>": "RR123456785CN",
    _ORDER: "7401",
    "<marketplace order number>": "8123456789012347",
    "<other shop's order number>": "112-7000000-1234567",
    _NUMBER: "123456789012",
    "<payment number>": "[card ••••]",
    "<phone number>": "+44 7700 900123",
    _EMAIL: "anna@example.com",
    _TICKET: "KT-7QF3MX",
}

#: Wider than the assistant's own: a mistyped address is an address, too.
_EMAILS = re.compile(
    r"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)*|[\w.%+'-]+\s?@\s?[\w.-]+\.(?:com|net|org|co\.[a-z]{2})\b", re.IGNORECASE
)
_TICKETS = re.compile(r"\bKT-[A-Z0-9]{6}\b", re.IGNORECASE)
_LONG = re.compile(r"\w*\d{6,}\w*")
#: What may be an order number but is no year, price, date or part of one.
_BARE = re.compile(r"(?<![\w.,/$€£#-])(?!(?:19|20)\d\d\b)\d{4,5}(?!\w|[.,/-]\d)")
_ANY_PLACEHOLDER = re.compile("|".join(map(re.escape, _MADE_UP)))
_WORD = re.compile(r"[\w']+")
_LETTER = re.compile(r"[^\W\d_]")


def masked(text: str) -> str:
    """Put `text` on one line, with placeholders such as "<tracking number>" for all that tells who a shopper is."""
    line = " ".join(Reader.NON_PRINTABLE.sub(" ", text).split())
    line = _TICKETS.sub(_TICKET, _EMAILS.sub(_EMAIL, line))
    return _without_digits(_without_numbers(line))


def filled(text: str) -> str:
    """Put a made-up value for each placeholder in `text`; masking it again gives the same placeholders."""
    return _ANY_PLACEHOLDER.sub(lambda placeholder: _MADE_UP[placeholder[0]], text)


def without_codes(text: str) -> str:
    """Give a raw `text` without its codes, to be compared: with them, all that name a number would be alike."""
    return " ".join(_ANY_PLACEHOLDER.sub(" ", masked(text)).split())


def has_words(text: str) -> bool:
    """True when a raw `text` holds a letter beside its codes: something to learn from."""
    return bool(_LETTER.search(without_codes(text)))


def codes(text: str) -> frozenset[str]:
    """Find the numbers and e-mail addresses of a raw `text`, normalised; empty for none. Payments have no value."""
    emails = (match[0].lower() for match in _EMAILS.finditer(text))
    numbers = (number.value for number in find_numbers(text) if number.kind is not NumberKind.PAYMENT)
    return frozenset([*emails, *numbers])


def identity(text: str) -> str:
    """Hash a message, to tell it from others: the same for other numbers, case, spaces and punctuation."""
    words = " ".join(_WORD.findall(masked(text).casefold()))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _without_numbers(text: str) -> str:
    """Mask numbers until none is left: of a long list only the first are found at once."""
    while found := find_numbers(text):
        for number in reversed(found):
            text = text[: number.start] + _PLACEHOLDERS[number.kind] + text[number.end :]
    return text


def _without_digits(text: str) -> str:
    def order(digits: re.Match[str]) -> str:
        return digits[0] if AMOUNT_AFTER.match(digits.string, digits.end()) else _ORDER

    return _BARE.sub(order, _LONG.sub(_NUMBER, text))
