"""Read the question whether something told was put down: "did you note Friday?", "is it on file?". English rules."""

from __future__ import annotations

import re

_IN = r"in(?: writing| there| it| (?:my|the) (?:case|ticket))?(?=\W*(?:$|[,.?!]|(?:already|then|now|too)\b))"
_ON = r"on (?:file|record|there|it|(?:my|the) (?:case|ticket))"
_DOWN = (
    r"(?:(?<!\ba )not(?:e|ed|ing)|record(?:ed)?(?! delivery)|wr(?:ite|ote|itten)(?! (?:back|to)\b)"
    rf"|(?:put|took|take|taken|got|jot(?:ted)?|set|have) (?:\w+ ){{0,4}}(?:down|{_IN}|{_ON}|to (?:paper|file))"
    r"|log(?:ged)?|regist(?:er|ered)|include(?:d)?(?! in the (?:price|cost|total)\b)|add(?:ed)?|mention(?:ed)?"
    r"|save(?:d)?|fil(?:e|ed)\b|(?:make|made|take|taken|took|keep|kept)(?: \w+)? (?:notes?|record|mention))"
)
_WE = r"(?:you|u|ya|ye|they|the team|some(?:one|body)|any(?:one|body))"
_IT = r"(?:it|that|this|those|these|they|all(?: of (?:it|that|this))?|everything|(?:the|my|what)\b[^.!?]{0,40}?)"
_STANDS = rf"(?:{_DOWN}|make it in\w*|go in\w*|get in\w*|on (?:file|record|there))"
_ASKS_WHETHER = re.compile(
    rf"^\W*(?:(?:and|so|but|ok(?:ay)?|well|please|sorry)\W+)*(?:(?:did|do|have|has|had) {_WE}(?: \w+){{0,2}}? {_DOWN}\b"
    rf"|(?:is|are|was|were|has|have|did) {_IT}(?: \w+){{0,3}}? {_STANDS}\b"
    rf"|{_WE}(?:['’]?ve)? (?:have |did )?(?:\w+ )?{_DOWN}\b[^.!?]*\?)",
    re.IGNORECASE,
)
#: Where something was written is the carrier's: on a label, a card, a paper; a call or a parcel is put down elsewhere.
_ELSEWHERE = re.compile(
    r"\b(?:labels?|cards?|papers?|slips?|invoices?|parcels?|packages?|driver|carrier|door"
    r"|address(?:es)? (?:down )?on)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(r"\b(?:what|which|whom?|when|where|why|how)\b", re.IGNORECASE)


def asks_whether_it_is_noted(text: str) -> bool:
    """Tell whether a message asks by yes or no whether we have put down what was told, in whatever verb."""
    asks = _ASKS_WHETHER.search(text) is not None
    return asks and not (_ELSEWHERE.search(text) or _WHICH.match(text.lstrip()))
