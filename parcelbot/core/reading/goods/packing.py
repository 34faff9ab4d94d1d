"""Read that the box or bag it came in has been thrown away. English rule."""

from __future__ import annotations

import re

_PACKING = (
    r"(?:box|bag|packag(?:e|ing)|packing|carton|wrapp(?:er|ing)s?|wrap|envelope|pouch|mailer|sleeve|cardboard|plastic|label)"
)
_AWAY = (
    r"(?:(?:threw|thrown|chucked|tossed) (?:\w+ ){0,5}?(?:away|out|in(?:to)? the "
    r"(?:bins?|trash|rubbish|garbage|recycling|skip|fire|stove))"
    r"|binned|recycled|discarded|(?:got|gotten|gone and got) rid of|burn(?:ed|t))"
)
_GONE = re.compile(
    rf"\b(?:i|we|my \w+|husband|wife|mum|mom|kids)\b[^.!?]{{0,30}}\b{_AWAY}(?: \w+){{0,4}}? {_PACKING}\b"
    rf"|\b(?:i|we|my \w+|husband|wife|mum|mom|kids)\b[^.!?]{{0,20}}\b(?:threw|thrown|chucked|tossed)(?: \w+){{0,3}}?"
    rf" {_PACKING}(?: \w+){{0,2}}? (?:away|out|in(?:to)? the (?:bins?|trash|rubbish|garbage|recycling|skip|fire|stove))\b"
    rf"|\b{_PACKING}\b[^.!?]{{0,25}}\b(?:(?:is|are|was|were|been|got|went|already|['’]s) )+"
    r"(?:thrown (?:away|out)|binned|recycled|in(?:to)? the (?:bins?|trash|rubbish|garbage|recycling))\b"
    r"|\b(?:i|we)(?: no longer| don['’]?t| do not)(?: even)? have (?:the|its|any|that) (?:\w+ )?"
    r"(?:box|packaging|packing|carton|wrapping)(?: any ?more)?\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|almost|nearly|will|going to|about to|before)\b[^.!?]{0,20}\b(?:thr|bin|toss|chuck|recycl|discard)"
    r"|(?:did|have|has|was|were|would|is|are)n['’]?t (?:\w+ ){0,2}?(?:thr|bin|toss|chuck|recycl|discard)",
    re.IGNORECASE,
)


def threw_the_packing_away(text: str) -> bool:
    """Tell whether a sentence says that what it came in is thrown away."""
    return _GONE.search(text) is not None and _NOT_DONE.search(text) is None
