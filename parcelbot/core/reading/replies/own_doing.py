"""Tell what a shopper does by themselves from an answer to us."""

from __future__ import annotations

import re

#: "OK, I'll open the dispute" speaks of what the shopper does, and agrees to nothing of ours.
_OF_ITS_OWN_DOING = re.compile(
    r"^(?:(?:ok(?:ay)?|fine|right|alright|all right|great|perfect|well|sure|k|so|then) )+"
    r"(?:i|we) (?:(?:ll|will|am going to|m going to) "
    r"(?!(?:take|accept|have|like|appreciate) (?:it|that|this|you|the offer))"
    r"\w+ (?!please|thanks?|you)\w+"
    r"|(?:open|start|claim|dispute|file|do it myself|ring|call|phone|ask|contact|write|go|fetch|collect|pay|check|try"
    r"|look)(?: \w+)*$)"
)


def speaks_of_own_doing(words: str) -> bool:
    """Tell whether plain lower-case words say what their writer will do."""
    return _OF_ITS_OWN_DOING.search(words) is not None
