"""Read that somebody says back what they shall do themselves, and wants a yes: "so I write to you then, right?"."""

from __future__ import annotations

import re

_I_GET_IN_TOUCH = re.compile(
    r"\b(?:i|we)(?:['’]ll| will| shall| should| can| may| have to| need to| must| am to| just| then| only| simply)*"
    r"(?: (?:wait|sit tight|hold on)\b[^.?!]{0,40}?\b(?:and|then))?(?: then| just)*"
    r" (?:write|message|contact|text|tell|ping|get (?:back |in touch)|come back|let you know|return here|check in"
    r"|drop you|send you|write you)\b",
    re.IGNORECASE,
)
_WANTS_A_YES = re.compile(
    r"(?:[,;.]\s*|\s)(?:right|correct|yes|ok(?:ay)?|yeah|is that (?:it|right|correct|so)|did i get (?:that|it) right"
    r"|have i got (?:that|it) right|true|agreed)\s*\?+\W*$",
    re.IGNORECASE,
)


def says_back_own_step(text: str) -> bool:
    """Tell whether a message says that its writer gets in touch, and asks for a yes to that."""
    return _WANTS_A_YES.search(text) is not None and _I_GET_IN_TOUCH.search(text) is not None
