"""Tell a question from a statement, and what a message denies."""

from __future__ import annotations

import re
from collections.abc import Mapping

from parcelbot.core.questions import Question

_ASKS = re.compile(
    r"[?？؟]|(?:^|[.,;!]\s*|\b(?:and|but|so|or|then|ok|okay|well|no|yes|please|pls|hi|hello)\s+)"
    r"(?:what|whats|what['’]s|when|whens|where|wheres|who|whos|whose|why|which|how|can|could|do|does|did|is|are|am|will|"
    r"would|should|shall|may|has|have|isn['’]?t|aren['’]?t|won['’]?t|can['’]?t)\s+"
    r"(?!been\b|got\b)",
    re.IGNORECASE,
)
#: "Can you …", "I want to know …": a question without its mark.
_WANTS_TO_KNOW = re.compile(
    r"\b(?:tell me|let me know|want to know|need to know|wonder\w*|explain|any idea|by when|how long|how much)\b",
    re.IGNORECASE,
)

_CANCELS = re.compile(
    r"\b(?:cancel\w*|call(?:ing)? (?:it|the order|this) off|call off|stop (?:the|my|this|it)\b|undo|withdraw|"
    r"annul\w*|revoke|(?:don['’]?t|do not|no longer) want (?:it|the order|this|that|my order|them)|changed my mind|"
    r"by mistake|twice by|ordered (?:it )?twice|double order)\b",
    re.IGNORECASE,
)
_WAS_CANCELLED = re.compile(
    r"\b(?:did|has|have|was|were|is|been|got|why)\b[^.?!]{0,25}\bcancel\w*|\bcancell?ed\s*\?", re.IGNORECASE
)
_EITHER = (
    r"(?:yes\s*(?:or|/)\s*(?:a )?no|y\s*(?:or|/)\s*n|ja oder nein|oui ou non|s[iíì] o no|ja of nee|sim ou n[ãa]o"
    r"|tak czy nie|да или нет|так чи ні|evet mi hayır mı|نعم أم لا|نعم او لا|ja eller nej"
    r"|是还是不是|はいかいいえ|예 아니오)"
)
_BOTH = re.compile(rf"\b{_EITHER}\b", re.IGNORECASE)
_YES_OR_NO = re.compile(
    r"\W*(?:(?:ok(?:ay)?|but|so|and|just|please|pls|say|tell me|answer|with|only|a|simple|plain|clear|come on|"
    r"it is|it['’]?s|is it|is that|i asked|then|aber|also|bitte|alors|mais|pero|ma|dus|maar|então|więc|ну)\W+)*"
    rf"{_EITHER}(?:\W+(?:please|pls|then|now|question|bitte|per favore|por favor|thanks|man|mate))*\W*",
    re.IGNORECASE,
)
_FEARED = re.compile(
    r"\b(?:what if|could (?:it|someone|somebody)|might|maybe|perhaps|is it possible|do you think|can someone|afraid|"
    r"scared|worried) ",
    re.IGNORECASE,
)
_DENIAL = (
    r"\b(?:no|not|never|nothing about|none of|(?:is|was|are|were|did|does|do)n['’]?t)"
    r"\s+(?!(?:want|like|need|accept|keep|have|take|pay)\b)(?:\w+\s+){0,2}"
)
_DENIED: Mapping[Question, re.Pattern[str]] = {
    question: re.compile(_DENIAL + rf"(?:{words})\b", re.IGNORECASE)
    for question, words in {
        Question.ITEM_MISSING: "missing",
        Question.PARCEL_STOLEN: "stolen|theft|steal",
        Question.ITEM_DAMAGED: "damaged?|broken|torn",
        Question.ITEM_WRONG: "wrong (?:item|one|thing|colou?r|size)",
        Question.CHECK_ADDRESS: "address",
        Question.CHANGE_ADDRESS: "(?:change|changing) (?:\\w+ )?address",
        Question.SELLER_WAIT_OR_DISPUTE: "ali ?express|dispute",
        Question.CALL_ME: "call|calls|phone|ring",
        Question.NOTIFY_ME: "tell (?:me|us)|say",
        Question.RETURN_ITEM: "return(?:ing|ed)?|sending (?:it|anything) back",
        Question.REFUND_WANTED: "refund|money back",
        Question.REFUND_STATUS: "refund",
        Question.CANCEL_ORDER: "cancel(?:led|ling)?",
        Question.WRONG_DESTINATION: "(?:going to )?the wrong (?:place|country|address)",
    }.items()
}


def asks_something(text: str) -> bool:
    """Tell whether the message asks: it has the mark, or begins a clause as questions do."""
    return bool(_ASKS.search(f"{text} ") or _WANTS_TO_KNOW.search(text))


def wants_yes_or_no(text: str) -> bool:
    """Tell whether a message is nothing but the wish for a plain yes or no."""
    return _YES_OR_NO.fullmatch(text) is not None


def names_both(text: str) -> bool:
    """Tell whether "yes or no" stands in the message, which is then no yes and no no."""
    return _BOTH.search(text) is not None


def is_only_feared(text: str) -> bool:
    """Tell whether a message asks after something that may have happened: "what if somebody took it?"."""
    return _FEARED.search(text) is not None


def speaks_of_cancelling(text: str) -> bool:
    """Tell whether an order is to be called off in so many words; not wanting to pay for something is no such word."""
    return _CANCELS.search(text) is not None and _WAS_CANCELLED.search(text) is None


def denied(text: str) -> frozenset[Question]:
    """Find the questions that a message names only to say that it is not about them: "no, it isn't missing"."""
    return frozenset(question for question, pattern in _DENIED.items() if pattern.search(text))
