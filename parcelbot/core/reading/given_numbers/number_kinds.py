"""Read what kind of number a shopper says it is: "my order id is 79…", "it's an order number"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from parcelbot.core.reading.codes import number_patterns as p


class KindMention(NamedTuple):
    """Kind that is named, "tracking", "order" or "phone", and where."""

    kind: str
    start: int
    end: int


_KIND_WORDS = {
    "tracking": r"track(?:ing)?|parcel|shipment|shipping|awb|waybill|consignment",
    "order": r"orders?|ordr|purchase",
    "phone": r"phone|mobile|cell(?:phone)?|telephone|tel|whatsapp",
}
_KIND = "|".join(f"(?P<{kind}>{words})" for kind, words in _KIND_WORDS.items())
_ANY_KIND = "|".join(_KIND_WORDS.values())
_ITS_WORD = r"(?:numbers?|num|nos?|nr|id|code|ref(?:erence)?|one)"
_NAMED_KIND = re.compile(rf"\b(?:{_KIND})\b(?P<more>(?:[ \t]+{_ITS_WORD}\b)*)", re.IGNORECASE)
_NOT_THAT = re.compile(
    rf"\b(?:not|isn['’]?t|no)[ \t]+(?:(?:a|an|my|the)[ \t]+)?(?:{_ANY_KIND})\b(?:[ \t]+{_ITS_WORD}\b)*", re.IGNORECASE
)
_SAID_OF_IT = re.compile(r"\b(?:it['’]?s|it is|that['’]?s|that is|this is|is)\b|^\W*(?:an?|the)\b", re.IGNORECASE)
#: What may stand around the kind in an answer to "which kind is it?".
_AROUND = re.compile(
    r"\b(?:yes|yep|yeah|no|nope|sorry|ok|okay|well|oh|it['’]?s|it|is|that['’]?s|that|this|was|the|a|an|my|i"
    r"|think|guess|one|just|number|from|you|your|of|shop|store|website|site|please|pls|thanks|thank|thx|mate|obviously)\b",
    re.IGNORECASE,
)
_PHONE_SAID_AFTER = re.compile(
    rf"[ \t,]*(?:is|was)[ \t]+(?:my|the|our)[ \t]+(?:{_KIND_WORDS['phone']})\b", re.IGNORECASE
)


def find_number_kind(text: str, unsure: Sequence[tuple[int, int]], codes: int) -> KindMention | None:
    """Find the kind that is said of a number; None where none is.

    `unsure` are the places of the numbers in `text` that may be anything, `codes` counts all codes in it: a text
    without any is read as an answer about a number that was given before.
    """
    for start, end in unsure:
        if mention := _beside(text, start, end):
            return mention
    return None if codes else _answer(text)


def _beside(text: str, start: int, end: int) -> KindMention | None:
    if before := p.ORDER_CUE.search(text[:start]):
        return KindMention("order", *before.span())
    for kind, pattern in (("order", p.ORDER_SAID_AFTER), ("phone", _PHONE_SAID_AFTER)):
        if after := pattern.match(text, end):
            return KindMention(kind, *after.span())
    return None


def _answer(text: str) -> KindMention | None:
    left = _NOT_THAT.sub(lambda denied: " " * len(denied[0]), text)
    named = list(_NAMED_KIND.finditer(left))
    if len(named) != 1 or not (named[0]["more"] or _SAID_OF_IT.search(left) or left.strip(" .!?") == named[0][0]):
        return None
    around = left[: named[0].start()] + " " + left[named[0].end() :]
    if any(character.isalnum() for character in _AROUND.sub("", around)):
        return None
    return KindMention(_kind(named[0]), *named[0].span())


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _KIND_WORDS if match[kind])
