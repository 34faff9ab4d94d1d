"""Read whether a shopper asks what else we need of them for a case."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said

_ASKS = re.compile(
    r"\b(?:(?:do|does|will|would|did) (?:you|they|u|ya|yous|the team|the person|anyone|somebody)(?: all)? (?:still )?"
    r"(?:need|want|require)|(?:is|are) there)\b[^.?!]{0,20}\b(?:anything|something|more|other|what) ?(?:else|more)?\b"
    r"[^.?!]{0,30}\b(?:from me|of me|need\w*|to send)\b"
    r"|\b(?:do|does|will|would) (?:you|they|u|ya|yous) (?:still )?need (?:anything|something"
    r"|any more)\b(?: else| more)?"
    r"(?: from me| of me)?\W*$"
    r"|\bwhat else (?:do|does|will|would) (?:you|they|u|ya|yous) (?:need|want|require)\b",
    re.IGNORECASE,
)


def asks_what_is_still_needed(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message asks what else the shopper has to give or do for a case."""
    return Said.STILL_NEEDED.value in says or _ASKS.search(text) is not None
