"""Read which line of a case a shopper wants struck out: "take the damaged bit off it". English rules."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parcelbot.core.questions import Question

_STRIKES = r"(?:strike|remove|delete|scratch|erase|cross)(?: out)?"
_TAKES = r"(?:take|leave|cross|strike)"
_LITTLE = r"(?:(?:the|that|this|it|about|bit|part|line|word)\W+){0,4}"
_STRUCK: Mapping[Question, re.Pattern[str]] = {
    question: re.compile(
        rf"\b{_STRIKES}\W+{_LITTLE}(?:{words})\b"
        rf"|\b(?:{_TAKES}|with|and)\W+{_LITTLE}(?:{words})\W+(?:(?:bit|part|line|thing|item)\W+)?(?:out|off)\b"
        r"(?!\s+(?:of|in|there|here|at|on|for|with)\b)",
        re.IGNORECASE,
    )
    for question, words in {
        Question.ITEM_DAMAGED: r"damag\w*|broken|torn|stain\w*",
        Question.ITEM_MISSING: r"missing|incomplete",
        Question.ITEM_WRONG: r"wrong (?:item|one|thing|article|colou?r|size)",
        Question.LATE_DELIVERY: r"late\w*|delay\w*",
        Question.PARCEL_STOLEN: r"stolen|theft",
        Question.DELIVERED_NOT_RECEIVED: r"not received|not arrived",
        Question.CUSTOMS_PAYMENT: r"customs(?: fee)?",
        Question.SCAM_MESSAGE: r"scam\w*|phishing|suspicious(?: message)?",
        Question.REFUND_WANTED: r"refund\w*|money(?: back)?",
        Question.REPLACEMENT_WANTED: r"replacement|another one",
        Question.CANCEL_ORDER: r"cancel\w*",
        Question.RETURN_ITEM: r"return\w*",
        Question.CHANGE_ADDRESS: r"address(?: change)?",
        Question.CALL_ME: r"calls?",
    }.items()
}

_NOT_LATE = re.compile(r"(?:\b(?:not|nothing(?:['’]s| is| was)?|nor)|n['’]t)\s+(?:late|delayed)\b", re.IGNORECASE)


def struck_out(text: str) -> frozenset[Question]:
    """Find the matters that a message wants out of the case, or says are none: "it isn't late"."""
    not_late = {Question.LATE_DELIVERY} if _NOT_LATE.search(text) else set()
    return frozenset({question for question, pattern in _STRUCK.items() if pattern.search(text)} | not_late)
