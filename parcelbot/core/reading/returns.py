"""Tell that a message speaks of the shopper's own return: of goods that they sent back to us."""

from __future__ import annotations

import re

_OWN_RETURN = re.compile(
    r"\b(?:i|we|have|i['’]?ve|we['’]?ve)\s+(?:(?:have|already|just)\s+)?"
    r"(?:returned|(?:sent|posted|shipped|mailed)\s+(?:\w+\s+){0,4}back)\b"
    r"|\b(?:i|we)\s+(?:\w+\s+)?(?:sent|posted|shipped|mailed|dropped|handed)\s+(?:off\s+|in\s+)?"
    r"(?:the|a|this|that) return\b"
    r"|\b(?:my|our) return\b(?!\s+(?:address|label|policy))"
    r"|\byou (?:received|have|got) my return\b",
    re.IGNORECASE,
)
_ONLY_ASKED = re.compile(r"\b(?:can|could|how|should|may|want to|like to|going to|will|if) (?:i|we)?\b", re.IGNORECASE)


def sent_back(text: str) -> bool:
    """Tell whether the shopper says that they sent something back; one who asks how to has not."""
    found = _OWN_RETURN.search(text)
    return found is not None and not _ONLY_ASKED.search(text[: found.start()][-20:])
