"""Read short replies to a question that was asked: a bare order number, or one of the choices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parcelbot.core.reading.codes.number_patterns import ONE_ORDER

#: A bare number among more words than these may be anything: a price, a house, a year.
_MOST_WORDS = 3
_MOST_WORDS_WITH_DAYS = 5
_BARE_ORDER = re.compile(
    r"(?<![\w.#-])(\d{4,6}|\d{16}"
    r"|(?!(?:OK|NO|NR|IS|IT|PO|ID|OR|AND|THE|PIN|ZIP|FOR)\b)[A-Z]{2,3} \d{4,6}"
    r"|[A-Za-z]{1,6}-?\d{4,6}(?:-?[A-Za-z]{1,3})?)"
    r"(?![\w-]|\.\w|\s*(?:days?|weeks?|hours?|st|nd|rd|th)\b)"
)
#: In brackets, as a sentence of its own, or after a word that numbers are called by.
_MENTIONED = re.compile(
    r"\(\s*#?(?P<bracketed>\d{4})\s*\)"
    r"|(?:^|[.?!,;:]\s*)#?(?P<alone>\d{4})\s*(?=$|[.?!,;])"
    r"|\b(?:orders?(?:['’]s)?|order number|numbers?(?:['’]s)?|numbered|nr|n°|ref(?:erence)?|purchase|invoice"
    r"|confirmation(?: (?:mail|e-?mail))?|ordered under|called|regarding|(?:this|it)(?: is|['’]s) about|note|paper"
    r"|it['’]?s|it is|that['’]?s|cancel|keep|instead of|is)"
    r"(?:\s+(?:number|no|nr|n°|is|the|one|to|cancel|says|was|only|order)){0,3}\s*[:#]?\s*"
    r"(?P<called>\d{4}|\d\d \d\d)(?![\w€$£]|[.,:/ -]\d|\s*(?:days?|weeks?|hours?|euros?|pounds?|dollars?|usd|eur|"
    r"gbp|yen|times|met(?:er|re)s?|miles?|km|kg|grams?|%|am|pm|street|st|road|rd|avenue|ave|lane|nd|th)\b)",
    re.IGNORECASE,
)
#: "Keep 7402", "not 7402": that order is left as it is.
_KEPT = re.compile(
    r"\b(?:keep|not|leave|instead of|do(?:n['’]?t| not) cancel)\s+(?:(?:the|my|order|number|no|one)\s+){0,3}#?"
    rf"(?P<order>{ONE_ORDER})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINALS = {
    "first": 0,
    "1st": 0,
    "one": 0,
    "second": 1,
    "2nd": 1,
    "two": 1,
    "third": 2,
    "3rd": 2,
    "last": -1,
}


def is_short_reply(text: str) -> bool:
    """Tell whether `text` is at most three words ("yep 7401 thanks"): a number in it is then what it says."""
    return len(text.split()) <= _MOST_WORDS


def bare_order_number(text: str) -> str:
    """Return the one bare number that can be an order's, where one is expected; "" for none or many.

    A year counts only when nothing else is said.
    """
    alone = text.strip(" #.!").isdigit()
    numbers = (number for number in _BARE_ORDER.findall(text) if alone or not _YEAR.fullmatch(number))
    found = {number.upper().replace(" ", "-") for number in numbers}
    return found.pop() if len(found) == 1 else ""


def kept_order_number(text: str) -> str:
    """Return the number of the order that a message says is to be left as it is; "" for none."""
    kept = _KEPT.search(text)
    return kept["order"] if kept else ""


def mentioned_order_number(text: str) -> str:
    """Return the first number that a longer message gives as its order's, "75 37" too; "" for none.

    A year, a price, a house or a time is none, nor a number that is all the message says.
    """
    if text.strip(" #.!?").isdigit():
        return ""
    for match in _MENTIONED.finditer(text):
        number = next(group for group in match.groups() if group).replace(" ", "")
        if not _YEAR.fullmatch(number):
            return number
    return ""


def pick_choice(text: str, choices: Sequence[str]) -> str:
    """Return the choice a shopper means by "2", "the second one" or "last"; "" when that is not clear."""
    words = re.findall(r"\w+", text.lower())
    if len(words) > 4 or not choices:
        return ""
    spots = [int(w) - 1 if w.isdigit() and len(w) == 1 else _ORDINALS.get(w) for w in words]
    spot = next((s for s in spots if s is not None), None)
    return choices[spot] if spot is not None and spot < len(choices) else ""


def days_in_reply(text: str) -> int | None:
    """Give the number of days in the short answer to "how many days?"; None for anything longer or unclear."""
    found = re.findall(r"\d{1,3}", text)
    short = len(text.split()) <= _MOST_WORDS_WITH_DAYS
    return int(found[0]) if short and len(found) == 1 else None


_THAT_ONE = re.compile(
    r"\b(?:na )?that (?:one|wan)\b|\bthat['’]?s (?:the one|it|mine)\b|\bthe (?:first|second|last|top) one\b"
    r"|\b(?:ese|esa|este|esta) (?:mism[oa]|es)\b|\b(?:genau )?(?:die|das|der)(?:jenige)? ist es\b"
    r"|\bdas ist (?:sie|meins)\b"
    r"|\bcelui-(?:là|ci)\b|\bc['’]est (?:celui|bien (?:ça|lui))\b|\bè (?:quello|questo)\b|\bquello lì\b"
    r"|\b(?:die|dat) is (?:het|['’]m)\b|\bto (?:ten|ta)\b|\b(?:é ess[ea]|ess[ea] mesm[oa])\b|\b(?:именно )?это она\b"
    r"|\bименно (?:этот|эта)\b|\bсаме (?:цей|ця)\b|\bişte o\b|それです|就是这个|هذا هو",
    re.IGNORECASE,
)


def picks_one(text: str) -> bool:
    """Tell whether a message points at one of the things that were named: "that one"."""
    return _THAT_ONE.search(text) is not None
