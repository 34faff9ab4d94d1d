"""Tell whether a shopper denies having heard of a charge: a question about the charge, and no other. A rule."""

from __future__ import annotations

import re

_CHARGE = (
    r"(?:fees?|charges?|duty|duties|tax(?:es)?|vat|customs (?:bill|costs?)|payments?|money"
    r"|(?:anything|something) to pay|(?:to |had to |have to )pay|owe|owed|owing)"
)
_NEVER = r"(?:never|nobody|no one|noone|not|did(?: not|n['’]?t)|was(?: not|n['’]?t)|have(?: not|n['’]?t)|no)"
_TOLD = (
    r"(?:told|informed|notified|warned|asked|advised|heard|said|wrote|written|mentioned|tell|inform|notify|ask|warn|"
    r"mention|received|got|get|receive|notice|notification|letter|bill|invoice|demand|message|word|idea|aware|knew|know)"
)
_UNTOLD = re.compile(rf"\b{_NEVER}\b[^.!?]{{0,30}}\b{_TOLD}\b[^.!?]{{0,40}}\b{_CHARGE}\b", re.IGNORECASE)
#: "You never told me what shipping costs", "nobody asked for my money back" are about other money.
_OTHER_MONEY = re.compile(
    r"\b(?:refund\w*|money back|back my money|shipping|postage|delivery (?:fee|charge|cost)s?|my card|account|bank"
    r"|return|order|link|sms|text)\b",
    re.IGNORECASE,
)


def denies_notice_of_a_charge(text: str) -> bool:
    """Tell whether a message says that nobody spoke of a charge: "I was never told about a fee"."""
    return _UNTOLD.search(text) is not None and _OTHER_MONEY.search(text) is None
