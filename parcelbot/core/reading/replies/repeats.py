"""Read that somebody hears the same once more: "you said that already", "that doesn't answer my question"."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.told.telling import TOLD

SAME_AGAIN = f"{TOLD}same_again"

_SAME = r"(?:exactly )?(?:that|this|it|the (?:very |exact )?same(?: thing)?)"
_WHEN = r"(?:already|just|before|again|twice|now|above|earlier|(?:\w+ ){1,3}ago|to me)"
_REPROACH = re.compile(
    r"\b(?:you|u)(?:['’]?ve| have| had)? (?:(?:already|just|literally|only) )*"
    rf"(?:said|told|tell|wrote|written|answered|mentioned)(?: me)? {_SAME}(?:(?: {_WHEN}\b)+|(?=\s*(?:$|[.,!;])))"
    r"|\b(?:(?:the|exact(?:ly)?|very) )*same (?:thing|answer|text|reply|sentence|line|message|words?|info\w*)"
    r"(?: (?:as|you) \w+(?: \w+){0,2})? ?(?:again|twice|once more|over and over|as before|before)\b"
    r"|\bagain (?:with )?(?:the )?(?:very |exact )?same\b(?: \w+)?"
    r"|\b(?:you(?:['’]re| are| keep)|stop|quit|keeps?) (?:just |only )?repeat(?:ing)?\b"
    r"(?: (?:your ?self|the same|that|it))?"
    r"|\b(?:that|this|it)(?:['’]s| is| was)? ?(?:doesn['’]?t|does not|didn['’]?t|did not|not|isn['’]?t|hardly)"
    r" (?:really |even )?(?:an? )?answer(?:ing)?\b(?: to)?(?: my| the| what)?"
    r"|\byou(?:['’]ve| have)?(?: still)?(?: not| never| did not| didn['’]?t| haven['’]?t) (?:really |even )?"
    r"answer(?:ed)?\b(?: (?:my|the))?(?: question| that| it)?(?=\s*(?:$|[.,!;]))"
    r"|\bi asked (?:you )?something else\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"\b(?:yes|yeah|ok|okay|but|and|so|well|sorry|please|bruh|mate|man|my|guy|question|i|know|again|asked|something"
    r"|else|i['’]m|am|asking|afraid|that|this|it)\b|\W",
    re.IGNORECASE,
)


def hears_the_same_again(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says that it was told the same before, or that its question was not answered."""
    return SAME_AGAIN in says or _REPROACH.search(text) is not None


def without_the_reproach(text: str) -> str:
    """Give what a message says beside that; "" where it says little else."""
    rest = _REPROACH.sub(" ", text)
    return rest.strip() if _LITTLE.sub("", rest) else ""
