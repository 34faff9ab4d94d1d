"""Take out of log lines what tells who a shopper is: addresses, tokens and long numbers. Pure.

What we write ourselves is masked where it is written; this is for everything else that ends up in a log:
exceptions of libraries, Rasa's own lines, addresses of requests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from parcelbot.core.reading.codes.payments import without_payments
from parcelbot.core.wording import mask_email, mask_number

_HIDDEN = "•••"

#: Names under which nothing is to be read, whatever it is.
_SECRET_KEYS = frozenset(
    {"email", "order_number", "tracking_number", "token", "password", "authorization", "identity", "signature"}
)

#: Tried from the left at every place: what is kept comes before what would take it for a number.
_PARTS = re.compile(
    r"""
    (?P<keep> \b\d{4}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?   # a moment
            | \b[0-9a-f]{32}\b                                            # a conversation's id
            | \bKT-[A-Z0-9]{6}\b                                          # a ticket's reference
            | \b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b                    # an address on the network
    )
  | (?P<email> [\w.!\#$%&'*+/=?^`{|}~-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+ )
  | (?P<token> \beyJ[\w-]+(?:\.[\w-]*){0,2} | (?<=[Bb]earer\ )[\w.~+/=-]{8,} )
  | (?P<order> (?P<before> \# | (?i:\border(?:[\ _-]?(?:number|no))?)\W{1,4} ) \d{4,}\b )
  | (?P<number> (?<![^\W_])(?=(?:[^\W_]*\d){4})[^\W_]{8,}                 # a code in one piece
              | \+?\d(?:[\ ().-]{0,2}\d){7,}                              # digits with gaps
              | \b[A-Z]{2}(?:[\ -]?\d){8,}[\ -]?(?:[A-Z]{2})?\b           # a postal number with gaps
    )
    """,
    re.VERBOSE,
)


def masked(value: Any, key: str = "") -> Any:
    """Return `value` without what tells who a shopper is, to any depth; what is no text is masked as its text."""
    if key in _SECRET_KEYS and value not in (None, ""):
        return _HIDDEN
    if isinstance(value, str):
        return _without_codes(value)
    if isinstance(value, Mapping):
        return {name: masked(part, str(name)) for name, part in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [masked(part) for part in value]
    if value is None or isinstance(value, (bool, float)) or (isinstance(value, int) and abs(value) < 10**7):
        return value
    return _without_codes(str(value))


def _without_codes(text: str) -> str:
    """Mask `text`; of a payment number not even the end is left."""
    return _PARTS.sub(_mask, without_payments(text))


def _mask(match: re.Match[str]) -> str:
    found = match[0]
    if match.lastgroup == "email":
        return mask_email(found.replace("%40", "@"))
    if match.lastgroup == "token":
        return _HIDDEN
    if match.lastgroup == "order":
        return match["before"] + _HIDDEN
    return mask_number(found) if match.lastgroup == "number" else found
