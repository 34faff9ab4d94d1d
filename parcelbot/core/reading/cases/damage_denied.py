"""Read that nothing is damaged or faulty. English rules; other languages have phrases for it."""

from __future__ import annotations

import re

_DAMAGED = (
    r"(?:damag\w*|broken|torn"
    # a fault of the goods, besides what happened to them
    r"|faulty|defect\w*|flaw\w*)"
)
_NOTHING = r"(?:nothing|no|not|isn['’]?t)"
_LITTLE = r"(?:is|are|was|has|been|any|an?|at all)"
_DENIED = re.compile(rf"\b{_NOTHING}(?:\s+{_LITTLE}){{0,3}}\s+{_DAMAGED}\b", re.IGNORECASE)
_ANY = re.compile(rf"\b{_DAMAGED}\b", re.IGNORECASE)
_ASKED = re.compile(r"[^.!?;\n]*\?")
#: What a box looks like says nothing of what is in it.
_OF_THE_BOX = re.compile(r"\b(?:box\w*|carton\w*|pack\w*|parcel\w*|pouch|bag|sac|tape|seal\w*|label)\b", re.IGNORECASE)
_NOT_TO_TASTE = re.compile(r"\b(?:(?:don|didn)['’]?t (?:really )?like|not (?:to )?my taste)\b", re.IGNORECASE)


def denies_damage(text: str) -> bool:
    """Tell whether a message says that nothing is damaged or faulty, and of nothing else that it is."""
    if not _DENIED.search(_ASKED.sub(" ", text)):
        return False
    return not (_ANY.search(_DENIED.sub(" ", text)) or _OF_THE_BOX.search(text))


def dislikes(text: str) -> bool:
    """Tell whether a message says that the article is not to its writer's taste."""
    return _NOT_TO_TASTE.search(text) is not None
