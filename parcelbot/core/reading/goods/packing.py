"""Read that the box or bag it came in has been thrown away. English rule."""

from __future__ import annotations

import re

_PACKING = r"(?:box|bag|packag(?:e|ing)|packing|carton|wrapp(?:er|ing)s?|wrap|envelope|pouch|mailer|cardboard|label)"
_BIN = r"(?:bins?|trash|rubbish|garbage|recycling|skip|fire|stove)"
_AWAY = rf"(?:away|out|in(?:to)? the {_BIN})"
_THREW = r"(?:threw|thrown|chucked|tossed)"
_OF_THE_HOUSE = r"\b(?:i|we|my \w+|husband|wife|mum|mom|kids)\b[^.!?]{0,30}\b"
_GONE = re.compile(
    rf"{_OF_THE_HOUSE}(?:{_THREW} (?:\w+ ){{0,5}}?{_AWAY}|binned|recycled|discarded|got(?:ten)? rid of|burn(?:ed|t))"
    rf"(?: \w+){{0,4}}? {_PACKING}\b"
    rf"|{_OF_THE_HOUSE}{_THREW}(?: \w+){{0,3}}? {_PACKING}(?: \w+){{0,2}}? {_AWAY}\b"
    rf"|\b{_PACKING}\b[^.!?]{{0,25}}\b(?:(?:is|are|was|were|been|got|went|already|['’]s) )+"
    rf"(?:thrown (?:away|out)|binned|recycled|in(?:to)? the {_BIN})\b"
    r"|\b(?:i|we)(?: no longer| don['’]?t| do not)(?: even)? have (?:the|its|any|that) (?:\w+ )?"
    r"(?:box|packaging|packing|carton|wrapping)(?: any ?more)?\b",
    re.IGNORECASE,
)
_TO_THROW = r"(?:thr|bin|toss|chuck|recycl|discard)"
_NOT_DONE = re.compile(
    rf"\b(?:not|never|almost|nearly|will|going to|about to|before)\b[^.!?]{{0,20}}\b{_TO_THROW}"
    rf"|(?:did|have|has|was|were|would|is|are)n['’]?t (?:\w+ ){{0,2}}?{_TO_THROW}",
    re.IGNORECASE,
)


def threw_the_packing_away(text: str) -> bool:
    """Tell whether a sentence says that what it came in is thrown away."""
    return _GONE.search(text) is not None and _NOT_DONE.search(text) is None
