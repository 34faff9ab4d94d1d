"""Read what the word of a question asks for: a day, a place, or that something is arranged with the carrier. Pure.

In other languages each has its phrases (`asked_for` in `locales/phrases/`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from enum import Enum

#: What the word of a question in another language is told by.
ASKED_FOR = "asked_for_"


class AskedFor(str, Enum):
    """Thing that the word of a question asks for."""

    ARRANGED = "arranged"
    WHERE = "where"
    WHEN = "when"


#: "When I was out" only tells when.
_LEAD = r"(?:^|[.,;:!?\n]\s*|\b(?:and|but|so|or|then|ok(?:ay)?|well|by|till|until|from|since|about|roughly|exactly)\s+)"
_VERB = r"(?:['’]?s|['’]?ll| (?:is|was|are|will|would|does|do|did|can|could|should|might|has))?"
_IT = r"(?:it|them|(?:the|my|this|that) (?:\w+ )?(?:parcel|package|order|delivery|box|driver|courier))"
_HE = r"(?:they|she|this|that)"
#: "How long are you open?" asks nothing of a parcel.
_OF_US = r" (?:are|do|did|have|has|will|would|can|should|must|is|does) (?:you|u|ya|i|we|your|the shop)\b(?! wait)"
_DAY_NAMED = r"\b(?:in time|(?:by|before) (?:then|the|mon|tue|wed|thu|fri|sat|sun|tomorrow|next|christmas))"
_ARRANGED = re.compile(
    r"\b(?:can|could|would|will)(?:n['’]?t)? (?:you|u|ya|ye|y['’]?all|they|somebody|someone|we|ya['’]?ll)"
    r"(?: \w+ly| not| just| maybe| please| pls)*"
    rf" (?:(?:have|get|make|ask|tell|let|order) (?:him|her|{_IT}|the (?:post|post office|carrier))\b"
    rf"|(?:put|bring|hold|keep|leave|deliver|re-?deliver|redirect|re-?route|forward|divert|move|drop|take)"
    rf"(?: (?:off|over))? {_IT}\b)",
    re.IGNORECASE,
)
_WHERE = re.compile(
    rf"{_LEAD}where{_VERB} (?:now |exactly )?(?:{_IT}|{_HE})\b|\b(?:to|at|from) where\b(?! (?:i|we|my|our)\b)"
    rf"|\bwhere (?:exactly|to|tho|though)\b|{_LEAD}where\W*$",
    re.IGNORECASE,
)
#: "Just a date would do": what would help is asked for; "a day would be enough to mend it" asks nothing.
A_DAY_WISHED = (
    r"\b(?:an?|any|some|one) (?:\w+ )?(?:date|day|time ?frame) (?:would|wd) (?:do|help|suffice"
    r"|be (?:enough|nice|good|great|fine|lovely|something|helpful|better))\b(?! (?:to|for|if)\b)"
    r"|\b(?:just|only|simply) (?:need|want|wanted|after|give me|tell me|send me|name) an? (?:\w+ )?"
    r"(?:date|time ?frame)\b(?! of\b)"
)
_WHEN = re.compile(
    rf"{_LEAD}when{_VERB} (?:{_IT}|{_HE})\b[^.]*$|{_LEAD}when\W*$"
    rf"|\bhow (?:long|soon|many (?:more )?(?:days|weeks))\b(?! ago)(?!{_OF_US})"
    r"|\b(?:on|by|until|till|what|which) (?:what|which)? ?(?:day|date)\b[^.!]*\?"
    rf"|\b(?:will|gonna|going to|could|can)\b[^.?!]{{0,25}}\b(?:have|get|be here|arrive|come|make it)\b[^.?!]{{0,25}}"
    rf"{_DAY_NAMED}|\b(?:will|am|are) (?:i|we) (?:gonna |going to )?(?:have|get) (?:it|them)\b"
    rf"|{A_DAY_WISHED}",
    re.IGNORECASE,
)
_PATTERNS: Mapping[AskedFor, re.Pattern[str]] = {
    AskedFor.ARRANGED: _ARRANGED,
    AskedFor.WHERE: _WHERE,
    AskedFor.WHEN: _WHEN,
}


def asked_for_in_english(text: str) -> AskedFor | None:
    """Tell what an English question asks for by its word; None for anything else."""
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.search(text)), None)


def asked_for_in(says: Container[str]) -> AskedFor | None:
    """Give what a question in another language was found to ask for. What is to be arranged goes before a day."""
    return next((kind for kind in AskedFor if f"{ASKED_FOR}{kind.value}" in says), None)
