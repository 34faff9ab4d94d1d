"""Read what a message says of the goods: that a parcel came with nothing in it, that it shall be sent again."""

from __future__ import annotations

import re

_THING = r"(?:box|parcel|package|packet|bag|envelope|carton|padded bag|mailer|pouch|it|they)"
_CAME_EMPTY = re.compile(
    rf"\b{_THING}\b[^.!?]{{0,40}}\b(?:is|was|are|were|came|arrived|turned up|but|and|totally|completely)\b"
    r"[^.!?]{0,12}\bempty\b"
    rf"|\bempty {_THING}\b"
    r"|\bnothing (?:(?:was|is|at all|else) )*(?:in|inside)(?: (?:it|the (?:box|parcel|package|bag|envelope|carton)))?\b"
    r"(?! (?:my|the|our) )"
    r"|\b(?:only|just) (?:\w+ ){0,3}(?:inside|in (?:it|there|the (?:box|parcel|package|bag|envelope)))\b"
    r"|\bno (?:goods|items?|products?|clothes|content) (?:\w+ )?(?:in|inside)\b",
    re.IGNORECASE,
)
_ANOTHER_PLACE = re.compile(
    r"\b(?:letter ?box|mail ?box|post ?box|locker|porch|doorstep|door ?step|hallway|po box|shed|garage)\b[^.!?]{0,25}"
    r"\b(?:empty|nothing)\b"
    r"|\b(?:nothing|empty)\b[^.!?]{0,20}\b(?:letter ?box|mail ?box|post ?box|locker|porch|doorstep|shed)\b",
    re.IGNORECASE,
)

_SEND_AGAIN = re.compile(
    r"\b(?:send|ship|post|mail)\b(?! (?:it|this|that|them|these) back)[^.!?]{0,30}"
    r"\b(?:again|anew|once more|a second time)\b"
    r"|\bre-?(?:send|ship)\b|\bsend (?:me |us |out )?(?:another|a new|a second|a fresh)\b",
    re.IGNORECASE,
)


def asks_to_send_again(text: str) -> bool:
    """Tell whether the goods shall be sent a second time; sending something back is no such thing."""
    return _SEND_AGAIN.search(text) is not None


def came_empty(text: str) -> bool:
    """Tell whether a parcel came with nothing, or only packing, in it; an empty letterbox is none."""
    return _CAME_EMPTY.search(text) is not None and _ANOTHER_PLACE.search(text) is None
