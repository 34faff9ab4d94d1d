"""Find the orders that a message names, and the part of the message that speaks of each. English rules."""

from __future__ import annotations

import re
from itertools import pairwise

from parcelbot.core.reading.codes.number_patterns import ONE_ORDER
from parcelbot.core.reading.orders.short_replies import kept_order_number

_UNIT = r"(?:days?|weeks?|hours?|euros?|pounds?|dollars?|usd|eur|gbp|%|am|pm|street|st|road|rd|avenue|ave|lane|ln)\b"
_NUMBER = re.compile(rf"(?<![\w.€$£@-])#?(?P<order>{ONE_ORDER})(?![\w€$£@-]|[.,:/]\d|\s*{_UNIT})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPEAKS_OF_ORDERS = re.compile(r"\border(?:s|ed)?\b|#\d|@", re.IGNORECASE)
_WORD, _MAIL = re.compile(r"[^\W\d_]{2,}"), re.compile(r"\S+@\S+|\border\b|\band\b", re.IGNORECASE)
_FEWEST_WORDS = 2
#: "Cancel order no. 7402", "call off the second one, 7402"; what "don't" stands before is kept.
_CALLED_OFF = re.compile(
    r"(?<!don['’]t )(?<!dont )(?<!not )(?<!never )\b(?:cancel(?:l?ing)?|call(?:ing)? off|stop(?:ping)?|drop(?:ping)?"
    r"|scrap|void|withdraw|get(?:ting)? rid of|undo|storn\w+|annul\w+|annull\w+|cancela\w*)\s+"
    r"(?:(?:the|my|one|order|orders|number|no|nr|first|second|other|only|just|is|of|them|instead)[\s.:,]+){0,5}"
    rf"#?(?P<order>{ONE_ORDER})\b",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(rf"(?<![\w.€$£@-])#?(?P<order>{ONE_ORDER})(?![\w€$£@-]|[.,:/]\d)")
#: Where the talk of one order ends before the next is named, surest first.
_BREAKS = (
    re.compile(r"[.!?;\n]\s*"),
    re.compile(r",\s*(?=(?:and|but|while|also|plus|then)\b)", re.IGNORECASE),
    re.compile(r"\s+(?=(?:and|but|while|also|plus)\b)", re.IGNORECASE),
    re.compile(r",\s*"),
)
_ONLY_LISTS = re.compile(
    r"[\s,&/+#]*(?:(?:and|or|as well as|plus)\s*)?(?:the |my |order |number |no\.? |nr\.? )*#?", re.I
)


def orders_named(text: str) -> tuple[str, ...]:
    """List the different orders that a message names, in its order; those of one length only, and no years."""
    return tuple(dict.fromkeys(match["order"] for match in _numbers(text)))


def order_called_off(text: str) -> str:
    """Give the one of several orders that is to be called off: named so, or the only one not kept; "" where unclear."""
    named = {match["order"] for match in _ANY_NUMBER.finditer(text)}
    kept, called_off = kept_order_number(text), {match["order"] for match in _CALLED_OFF.finditer(text)}
    left = (called_off or (named if kept else set())) - {kept}
    return left.pop() if len(named) > 1 and len(left) == 1 else ""


def parts_by_order(text: str) -> list[str]:
    """Split a message where it turns from one order to the next; [] where it names fewer than two, or lists them."""
    numbers = _numbers(text)
    cuts = [_cut(text, one.end(), other.start()) for one, other in _turns(numbers)]
    if not cuts or None in cuts:
        return []
    edges = [0, *(cut for cut in cuts if cut is not None), len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]


def lists_orders(text: str) -> bool:
    """Tell whether a message names its orders in one breath, or one with hardly a word: what is whose stays open."""
    turns = _turns(_numbers(text))
    listed = bool(turns) and all(_ONLY_LISTS.fullmatch(text[one.end() : other.start()]) for one, other in turns)
    return listed or any(len(_WORD.findall(_MAIL.sub(" ", part))) < _FEWEST_WORDS for part in parts_by_order(text))


def _turns(numbers: list[re.Match[str]]) -> list[tuple[re.Match[str], re.Match[str]]]:
    return [(a, b) for a, b in pairwise(numbers) if a["order"] != b["order"]]


def _numbers(text: str) -> list[re.Match[str]]:
    if not _SPEAKS_OF_ORDERS.search(text):
        return []
    found = [match for match in _NUMBER.finditer(text) if not _YEAR.fullmatch(match["order"])]
    return [match for match in found if len(match["order"]) == len(found[0]["order"])]


def _cut(text: str, start: int, end: int) -> int | None:
    if _ONLY_LISTS.fullmatch(text[start:end]):
        return None
    for mark in _BREAKS:
        found = list(mark.finditer(text, start, end))
        if found:
            return found[-1].end()
    return None
