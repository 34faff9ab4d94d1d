"""Read the order to send a case, or to wait with it: of English by rules, of other languages as their phrases found.

Rules, because nothing is sent because of what a sentence resembles.
"""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said

_CLAUSES = re.compile(r"(?<=[.!?;:,\n])\s+|\s[-–—]+\s|\s+(?=(?:and|but|so) )", re.IGNORECASE)
_BEFORE_AN_ORDER = (
    r"\W*(?:(?:yes|yeah|yep|no+|nah|sure|ok(?:ay)?|fine|well|right|so|then|and|but|go on|go ahead|please|pls|now|just"
    r"|all good|you (?:can|may|should|could)|feel free to)\W+)*"
)
#: Other words than "send it" for it; they say so only of a case that is shown and asked about.
_DO_IT = re.compile(
    rf"{_BEFORE_AN_ORDER}(?:(?:do )?(?:send|submit|pass|forward|hand) (?:it|this|that|them|everything|all|my case"
    r"|the (?:case|ticket|draft))|send|go ahead|go on|go for it|do it|do that|please do)"
    r"(?: (?:now|then|off|on|over|along|in|out|away|please|pls|already|anyway|all|too|thanks|thank you|as it is"
    r"|like that|right away|straight away|with it|and send it"
    r"|to (?:them|(?:a|an|the|your|some) (?:\w+ )?(?:person|human|agent|team|colleagues?|people)|some ?(?:one|body))"
    r"|for me))*\W*",
    re.IGNORECASE,
)
_SEND_IT = re.compile(
    r"\W*(?:(?:yes|yeah|yep|ok(?:ay)?|fine|well|so|then|and|go on|please|pls|now|just)\W+)*"
    r"send (?:it|this|that|the (?:case|ticket|draft))(?: (?:now|then|off|on|over|please|pls|already))*\W*",
    re.IGNORECASE,
)
#: "Send it. No wait": whoever says so has not made up their mind; "wait for me there" waits for something.
_HOLDS_BACK = re.compile(
    r"^\W*(?:(?:oh|ah|no+|but|actually|sorry|um+|please|just|hey|ok(?:ay)?)\W+)*"
    r"(?:wait|hold (?:on|it|up|off)|hang on|not yet|(?:(?:just )?(?:one|a) )(?:sec|second|moment|minute|mo)"
    r"|stop(?=\W*$))\b(?! (?:for|until|till|ago)\b)",
    re.IGNORECASE,
)
_SHORT_CLAUSES = re.compile(r"(?<=[.!?;:,\n。！？、，；،])\s*|\s[-–—]+\s|\s+(?=(?:and|but|so) )", re.IGNORECASE)


def says_send_it(text: str) -> bool:
    """Tell whether a message is nothing but "send it": of a case that is sent, it asks whether it is."""
    return _SEND_IT.fullmatch(text) is not None


def orders_to_send(text: str, says: Container[str] = ()) -> bool:
    """Tell whether some clause is nothing but the order to send: "third time I write. Go on, send it; who answers?"."""
    return not holds_back(text, says) and (_orders(text) or Said.ORDERS_TO_SEND.value in says)


def holds_back(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says "wait", and gives no order to send after it: nothing is sent on it."""
    clauses = _SHORT_CLAUSES.split(text)
    held = [place for place, clause in enumerate(clauses) if _HOLDS_BACK.match(clause)]
    if not held:
        return Said.HOLDS_BACK.value in says
    return Said.ORDERS_TO_SEND.value not in says and not any(map(_orders, clauses[held[-1] + 1 :]))


def _orders(text: str) -> bool:
    return any("?" not in clause and _DO_IT.fullmatch(clause) for clause in _CLAUSES.split(text))


def says_sending(text: str) -> bool:
    """Tell whether a clause is nothing but the order to send it, in that word: then nothing is asked once more."""
    orders = (clause for clause in _CLAUSES.split(text) if "send" in clause.casefold())
    return not holds_back(text) and any(map(_orders, orders))
