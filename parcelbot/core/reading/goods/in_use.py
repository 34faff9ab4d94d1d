"""Read that the shopper has the goods on, has tried or washed them: whatever else is said, they came."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said

_WEARS = re.compile(
    r"\b(?:i['’]?m|i am|we['’]?re)(?: (?:just|stood|sat|standing|sitting|here|literally|actually|now|still))* wearing\b"
    r"|\b(?:it['’]?s|it is|they['’]?re|they are)(?: (?:right|literally|actually))* on me\b"
    r"|\b(?:i|we)(?:['’]ve| have)?(?: \w+)? tried (?:it|them|this|these|one|the \w+|mine) on\b|\b(?:i|we) tried on\b"
    r"|\bnot fit(?:ting)? me\b|n['’]t fit me\b",
    re.IGNORECASE,
)
_WASHED = re.compile(
    r"\b(?:shrunk|shrank|shrunken)\b|\b(?:first|one|single|after (?:a|the)|in the) wash\b|\bafter washing\b"
    r"|\bwashed (?:it|them|the|this|these|my)\b",
    re.IGNORECASE,
)


def was_washed(text: str, says: Container[str] = ()) -> bool:
    """Tell whether the goods were washed, or have shrunk: they came whole, and what happened came after."""
    return Said.WASHED.value in says or _WASHED.search(text) is not None


def is_in_use(text: str, says: Container[str] = ()) -> bool:
    """Tell whether the shopper wears the goods, or has tried or washed them."""
    return Said.WEARS.value in says or _WEARS.search(text) is not None or was_washed(text, says)
