"""Read what a message says about being in touch: with a person, by telephone, or in vain so far. Rules, not a model."""

from __future__ import annotations

import re

_RING_ME = re.compile(r"\b(?:me|us|my|mine|i|call\s*back|callback|phone number|mobile)\b", re.IGNORECASE)
_A_PERSON = re.compile(
    r"\b(?:get|give|want|need|speak|talk|put|pass|connect|send|forward|hand)\b.{0,20}"
    r"\b(?:a person|human|an agent|real person|someone|somebody|your team|the team|your colleagues?)\b"
    r"|^\W*(?:(?:ok(?:ay)?|yes|fine|then|so|please|just|well|alright)\W+)*"
    r"(?:pass|send|hand) (?:it|this) (?:on|over|to them)\b"
    r"|^\W*(?:(?:ok(?:ay)?|yes|fine|then|so|please|just|well|alright)\W+)+send (?:it|this)\W*$",
    re.IGNORECASE,
)
_DECLINED = re.compile(r"\b(?:no|not|don['’]?t|doesn['’]?t|without)\b", re.IGNORECASE)
_WROTE = re.compile(
    r"\b(?:wrote|written|e-?mailed|mailed|messaged|called|rang|phoned|contacted|sent (?:you|an?)|asked|tried|"
    r"complained|ignor\w+|still waiting|waiting (?:for|since)|no (?:reply|answer|response))\b",
    re.IGNORECASE,
)
_IN_VAIN = re.compile(
    r"\b(?:nobody|no one|noone|never|not|(?:has|have|did|do|does|wo|is)n['’]?t)\s+"
    r"(?:\w+\s+){0,2}(?:answer\w*|repl\w+|respon\w+|heard|hear|writ\w+|get back|got back)\b",
    re.IGNORECASE,
)
_SCAM = re.compile(
    r"\b(?:links?|click\w*|tap(?:ped)?|pay\w*|paid|fees?|charges?|scam\w*|phish\w*|fraud\w*|fake|suspicious|dodgy|legit\w*|"
    r"genuine|real|card|bank|sms|texts?|texted|whatsapp|really (?:from )?you|from you|yours|you guys)\b",
    re.IGNORECASE,
)
#: "Are you a scam?" doubts the shop itself.
_THE_SHOP = re.compile(
    r"\b(?:are you|you['’]?re|is kossr|(?:is|was) (?:this|your|the) (?:whole )?(?:shop|site|store|company|website))\b"
    r"(?:\W+\w+){0,4}?\W+(?:scam\w*|fraud\w*|fake|legit|genuine|real)\b(?!.*\b(?:link|sms|text|message|mail|pay|fee)\b)",
    re.IGNORECASE,
)
_NOT_YET_TRUE = re.compile(r"^\W*(?:if|when|in case)\b", re.IGNORECASE)


def speaks_of_a_scam(text: str) -> bool:
    """Tell whether a message may be about somebody else's message: a link, a payment, a doubt of who wrote it."""
    return _SCAM.search(text) is not None and _THE_SHOP.search(text) is None


def asks_to_be_rung(text: str) -> bool:
    """Tell whether the shopper is to be called; "can you call the post?" wants somebody else called."""
    return _RING_ME.search(text) is not None


def asks_for_a_person(text: str) -> bool:
    """Tell whether a person is asked for in so many words; "I don't need a person" asks for none."""
    found = _A_PERSON.search(text)
    return found is not None and _DECLINED.search(text, 0, found.end()) is None


def wrote_in_vain(text: str) -> bool:
    """Tell whether the shopper has written before or was not answered; "if nobody answers by then" has not happened."""
    return not _NOT_YET_TRUE.search(text) and bool(_WROTE.search(text) or _IN_VAIN.search(text))
