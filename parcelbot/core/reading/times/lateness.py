"""Tell whether an English message says in any word that something is late. Pure."""

from __future__ import annotations

import re

_LATE = re.compile(
    r"\b(?:late\w*|delay\w*|overdue|behind|should\w*|suppos\w*|s['’]?posed|meant to|due|promis\w*|expect\w*|estimat\w*"
    r"|ought|long\w*|forever|ages|slow\w*|pass(?:ed|es)|past|already|still|yet|deadline|guarantee\w*|never|missed"
    r"|wait\w*|quoted|scheduled|by now|(?:has|is|did)n['’]?t|nothing|took|tak(?:es|ing)|eta|pushed|exceed\w*"
    r"|express|overnight|next[- ]day|same[- ]day)\b",
    re.IGNORECASE,
)


def speaks_of_lateness(text: str) -> bool:
    """Tell whether a message has a word for being late, for waiting, or for a day that was named before."""
    return _LATE.search(text) is not None
