"""Read the question whether the receipt of an order shall be confirmed, as marketplaces ask for it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from parcelbot.core.reading.questions.seconds_said import says_second

#: What is found in another language's phrases for it, and the topic that answers it.
CONFIRM_RECEIPT = "confirm_receipt"

_RECEIPT = (
    r"(?:receipt|reception|rec(?:ei|ie)v\w+|got (?:it|them|the|my|everything)|arriv\w+"
    r"|deliver(?:y|ed)\b(?! (?:address|date|day|slot|time|window|option|appointment|instructions)))"
)
_NOT_THE_GOODS = r"(?! (?:my|the|your|an?) (?:e-?mail|address|account|phone|number|order\b))"
_CONFIRM = rf"\bconfirm(?:ing)?\b{_NOT_THE_GOODS}[^.?!]{{0,30}}?\b{_RECEIPT}"
_PRESSED = (
    r"\b(?:press|click|tap|hit|push)(?:ing)?\b[^.?!]{0,12}?[\"'“‘]?"
    r"(?:confirm\w*|(?:goods |order |item )?received|receipt)\b"
)
#: Who presses it is the shopper: the marketplace asks for it, or they ask whether they shall.
_ASKED_OF_ME = re.compile(
    r"\b(?:app|ali\w*|seller|(?:web)?site|page|platform|button|pop-?up|they|it|temu|order)\b(?: \w+){0,3}?"
    r" (?:asks?|asking|wants?|tells?|says?|begs?|urges?|reminds?|keeps?|pushes)\b"
    r"|\b(?:should|shall|can|may|must|do|did|would|could) (?:i|we)\b|\bi (?:need|have|must|should|shall|better)\b"
    r"|\bif i (?:press|click|tap|hit|confirm|don['’]?t|do not)\b",
    re.IGNORECASE,
)
_IF_PRESSED = (
    r"\bif (?:i|we) (?:not |don['’]?t |do not |never )?(?:press|confirm|click|tap)\b"
    r"(?! (?:on )?(?:the|a|this|their) link)"
)
_AT_STAKE = r"\b(?:money|closes?|closed|lose|protection|dispute)\b"
_IF_NOT = re.compile(rf"(?=.*{_AT_STAKE}).*{_IF_PRESSED}", re.IGNORECASE | re.DOTALL)
_OF_IT = re.compile(rf"{_CONFIRM}|{_PRESSED}", re.IGNORECASE)
#: Confirming is asked of us.
_OF_US = re.compile(
    r"\b(?:you|u|please|pls|kindly|someone|somebody|anyone|anybody)\b(?: \w+){0,2}? confirm\b", re.IGNORECASE
)


def asks_to_confirm(text: str, says: Collection[str]) -> bool:
    """Tell whether a message asks if the receipt shall be confirmed, or says that it is asked for."""
    if says_second(says, CONFIRM_RECEIPT):
        return True
    asked = _OF_IT.search(text) and _ASKED_OF_ME.search(text)
    return bool(asked or _IF_NOT.search(text)) and _OF_US.search(text) is None
