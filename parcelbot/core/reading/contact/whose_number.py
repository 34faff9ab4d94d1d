"""Tell whose telephone number a message gives."""

from __future__ import annotations

import re

from parcelbot.core.reading.contact.contact_words import CARRIER_SIDE
from parcelbot.core.reading.text.clauses import sentence_start

_NUMBER = re.compile(r"\+?\d[\d\s()./-]{4,}\d")
_ANOTHERS = re.compile(
    rf"\b(?:their|theirs|his|her|its|your|{CARRIER_SIDE}|driver|su|deren|leur|customer (?:service|care|support)|"
    r"kundenservice|atención al cliente|service client|servizio clienti|called (?:me )?(?:by|from)|"
    r"from (?:a |the )?number)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:my|mine|me|i|i['’]m|us|our|mi|mío|mein\w*|mich|mir|ma|mon|mio|mia|meu|minha|mijn)\b", re.IGNORECASE
)
#: "The courier may ring 07…" names the number to ring, not the courier's.
_IS_TO_RING = re.compile(
    r"\b(?:can|should|could|may|must|has to|needs to)\s+(?:call|ring|phone|reach|text)\s*(?:on|at|:)?\s*$",
    re.IGNORECASE,
)
_RANG_FROM = re.compile(r"\b(?:from|desde|von|depuis|da|van)\s*(?:the |a )?(?:number )?$", re.IGNORECASE)


def is_anothers_number(text: str) -> bool:
    """Tell whether the first telephone number in a message is a carrier's or somebody's, not the shopper's own.

    What stands nearest before it decides: "their number is …", "ring DHL on …", but "call me on …".
    """
    found = _NUMBER.search(text)
    if found is None:
        return False
    before = text[sentence_start(text, found.start()) : found.start()]
    others = [match.start() for match in _ANOTHERS.finditer(before)]
    own = [match.start() for match in _OWN.finditer(before)]
    nearest = bool(others) and (max(others) > max(own, default=-1) or _RANG_FROM.search(before) is not None)
    return nearest and _IS_TO_RING.search(before) is None
