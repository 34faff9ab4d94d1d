"""Read from a shopper's words the detail that a carrier wants to be told: a postcode, a phone number."""

from __future__ import annotations

import re

from parcelbot.core.parcel.shipment import WantedDetail

#: Two or more characters, a digit among them, in one or two groups; British ones in capitals or not.
_BRITISH = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
_CANADIAN = re.compile(r"\b([A-Z]\d[A-Z])\s*(\d[A-Z]\d)\b", re.IGNORECASE)
_IRISH = re.compile(r"\b([AC-FHKNPRTV-Y]\d[0-9W])\s*([0-9AC-FHKNPRTV-Y]{4})\b", re.IGNORECASE)
_DUTCH = re.compile(r"\b(\d{4})\s*([A-Z]{2})\b")
_DIGITS = re.compile(r"(?<![\w-])(\d{2,5})(?:[\s-](\d{2,4}))?(?![\w])")
_SHAPES = (_BRITISH, _CANADIAN, _IRISH, _DUTCH, _DIGITS)
_PHONE = re.compile(r"\+?\d(?:[\s()./-]*\d){3,14}")
_LAST_DIGITS = 4
_LEAST_DIGITS = 4


def read_detail(text: str, wanted: WantedDetail, country: str = "") -> str:
    """Read the wanted detail as carriers take it; "" when the text does not hold it.

    A postcode in capitals, groups apart; with its country before it ("GB SW1A 1AA") where both are wanted, which needs
    `country` (ISO alpha-2); of a phone number the last four digits.
    """
    if wanted is WantedDetail.PHONE:
        return _last_digits(text)
    postcode = _postcode(text)
    if wanted is WantedDetail.COUNTRY_AND_POSTCODE:
        return f"{country.upper()}-{postcode.replace(' ', '')}" if country and postcode else ""
    return postcode


def _postcode(text: str) -> str:
    found = next((match for shape in _SHAPES if (match := shape.search(text))), None)
    postcode = " ".join(filter(None, found.groups())).upper() if found else ""
    return postcode if sum(map(str.isalnum, postcode)) >= _LEAST_DIGITS else ""


def _last_digits(text: str) -> str:
    found = _PHONE.search(text)
    return "".join(filter(str.isdigit, found[0]))[-_LAST_DIGITS:] if found else ""
