"""Read whether the offer to pass a case to a person is taken up inside a message that says more. Rules, not a model."""

from __future__ import annotations

import re

_TAKES_IT_UP = re.compile(
    r"\b(?:pass|hand|give|forward|escalate|send) (?:it|this|that|them|my case|the case|everything)"
    r"(?: (?:on|over|along|up|through)| to (?:a|an|the|your|some\w*|them|him|her)\b)"
    r"|\b(?:rather|prefer|let|have|get|like) (?:\w+ ){0,2}(?:a |an |the )?(?:real |actual )?"
    r"(?:human|person|agent|colleague)\b"
    r"|\b(?:a |an |some )?(?:human|real person|someone|somebody|agent|colleague) (?:should|can|could|must|please) "
    r"(?:take|look|handle|deal|sort|do|check)\b"
    r"|\b(?:let|have|get) (?:them|him|her|someone|somebody) (?:to )?(?:take|look|handle|deal|sort|do|check|write)\b"
    r"|\bgo ahead\b|\bplease do\b|\byes please\b|\bi(?:['’]?ll| will) take (?:that|the offer|you up)\b",
    re.IGNORECASE,
)
#: A button that did nothing, or the wrong one: the word counts as well.
_PRESSED_YES = re.compile(
    r"\b(?:press|click|tap|hit|push)(?:ed|ped|es|ing)?(?: on)?(?: the)? [\"“'‘]?yes\b"
    r"|\bmeant (?:to \w+ )?[\"“'‘]?yes\b",
    re.IGNORECASE,
)
#: "… and I have" or "… please" may end a sentence about anything; these do not.
_ENDS_WITH_A_YES = re.compile(
    r"[.,;:!?\n–—-]\s*(?:(?:so|ok(?:ay)?|well|then|and)\W+)*"
    r"(?:yes+|yep|yup|yeah|aye|of course|go ahead|please do|do (?:it|that|so)"
    r"|ask(?: away| them| the (?:carrier|post|courier))?)"
    r"(?:\W+(?:yes|please|pls|do|it|that|so|thanks|thank you|go ahead|of course|sure|then|definitely|absolutely))*"
    r"[\s.,;!]*$",
    re.IGNORECASE,
)
_DECLINES = re.compile(r"\b(?:no|not|don['’]?t|doesn['’]?t|without|never)\b", re.IGNORECASE)
_IS_ASKED = re.compile(
    r"\?|^\W*(?:and |so |but |ok(?:ay)? )*(?:will|would|do|does|did|can|could|when|who|what|how|why|if)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?<=[.!?;,\n])(?=\s|$)")


def takes_it_up(text: str) -> bool:
    """Tell whether some clause takes the offer of a person, whatever stands around it: "whatever. pass it on then"."""
    return any(_takes(clause) for clause in _CLAUSES.split(text))


def ends_with_a_yes(text: str) -> bool:
    """Tell whether a message ends with a plain yes after something else: "two weeks of this. Yes please"."""
    return _ENDS_WITH_A_YES.search(text) is not None


def _takes(clause: str) -> bool:
    if _PRESSED_YES.search(clause):
        return True
    found = _TAKES_IT_UP.search(clause)
    return found is not None and not (_DECLINES.search(clause, 0, found.end()) or _IS_ASKED.search(clause))
