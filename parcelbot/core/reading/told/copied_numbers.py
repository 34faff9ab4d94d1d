"""Tell whether a shopper says that a number was copied, so that nobody asks for it to be copied again. A rule."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said

_COPIED = re.compile(
    r"\b(?:i(?:['’]ve| have)?(?: just| already| only)?|was|is|it['’]?s) "
    r"(?:copied|pasted|copy[- ]?pasted|copy[- ]?and[- ]?pasted)\b"
    r"|\b(?:copied|pasted)(?: and pasted)? (?:it |the number |that |this )?(?:right |straight |directly )?"
    r"(?:from|out of)\b"
    r"|\bcopy (?:and|&|\+) paste\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:should|shall|can|could|must|do|where|how)\b.{0,20}\b(?:copy|paste)\b", re.IGNORECASE)


def says_copied(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says that a number was copied and not typed; asking how to copy says no such thing."""
    return Said.COPIED.value in says or (_COPIED.search(text) is not None and _ASKS.search(text) is None)
