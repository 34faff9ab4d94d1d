"""Read that a message speaks, beside goods that came wrong, of something that has not come, or asks after it."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import plain_text

_NOT_YET = r"(?:\b(?:not|never|yet to|still to)|n't)"
_STILL_OUT = re.compile(
    rf"{_NOT_YET}(?: \w+){{0,2}} (?:arriv\w*|come|came|coming|been|got here|here|turn\w* up|show\w* up|mov\w*|reach\w*"
    r"|deliver\w*|scanned|received|seen|got)\b"
    r"|\b(?:still|also) (?:\w+ )?(?:missing|out|outstanding|on (?:its|their|the) way|coming|in transit|pending|waiting"
    r"|stuck|nowhere)\b"
    r"|\bnowhere\b(?! near)|\b(?:vanished|gone missing|disappeared)\b"
    r"|\b(?:stuck|stands still|standing still|hasn'?t budged|no sign of|no trace of|nowhere to be seen|overdue)\b"
)
#: What does not come alone is told apart from what did: "the other parcel", "and the towels", "also the belt".
_ANOTHER = re.compile(
    r"\b(?:other|second|2nd|another|rest|also|too|as well|plus|besides|both|two things|on top|separate\w*|while"
    r"|and (?:the|my|our|where|i))\b"
)
#: What stands after "the" and is no thing of an order.
_NO_THING = (
    r"(?!(?:money|refund|answer|case|ticket|photos?|pictures?|label|box|postage|cost\w*|fee|price|person|team|future"
    r"|chance|next|voucher|discount|return|reference|e-?mails?|day|date|time|wrong|broken|damaged|weekend|driver"
    r"|carrier)\b)"
)
_THING = rf"(?:the|my|our|that) {_NO_THING}(?:other )?\w+(?: \w+)?"
_AFTER = re.compile(
    rf"^\W*(?:(?:and|so|ok(?:ay)?|but|right|fine|then)\W+)*"
    rf"(?:(?:what|how) about {_THING}|where(?:'s| is| are) {_THING}|and {_THING})(?: then| now)?\W*$"
)
_AND_THE = re.compile(rf"^\W*and {_THING}(?: then| now)?\W*$")


def speaks_of_what_is_out(text: str) -> bool:
    """Tell whether a message about goods says as well that something else has not come or does not move."""
    plain = plain_text(text)
    return _STILL_OUT.search(plain) is not None and _ANOTHER.search(plain) is not None


def asks_after_another(text: str) -> bool:
    """Tell whether a short message asks after some other thing: "and the towels?", "what about my rug then?"."""
    plain = plain_text(text)
    return "?" in text and (_AFTER.search(plain) is not None or _AND_THE.search(plain) is not None)
