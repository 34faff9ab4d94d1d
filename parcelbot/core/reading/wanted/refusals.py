"""Read that nobody shall be asked and nothing sent: "I'll ring them myself". Rules of English over clauses, pure."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import has_question_mark

_NOT = r"(?:do(?: not|n['’ ]?t)|please not|no need to|need(?: not|n['’ ]?t)|(?:would|will)(?: not|n['’ ]?t)|won['’ ]?t)"
_PERSON = r"(?:person|human|agent|operator|colleague|somebody|someone|anybody|anyone)"
_CARRIER_SIDE = r"(?:them|him|her|it|they|(?:the|my) \w+(?: \w+)?|[\w.-]+)"
#: "No, don't pass it to anyone" declines the offer of a person, and ends a case that is drafted.
_WANTS_NO_PERSON = re.compile(
    rf"\b{_NOT} (?:have to |need to )?(?:pass|forward|hand|escalate|bother|involve)\b"
    rf"|\b{_NOT} (?:really )?(?:need|want) (?:\w+ ){{0,2}}{_PERSON}\b(?! (?:else|who|that|to (?:tell|say)))"
    rf"|\bno (?:ticket|case|{_PERSON}) (?:is )?(?:needed|necessary|required)\b"
    rf"|\bno need for (?:an? |the |any )?(?:ticket|case|{_PERSON})\b",
    re.IGNORECASE,
)
#: At the end of a clause: "don't send it to my old address" sends it elsewhere.
_SENDS_NOTHING = re.compile(
    rf"\b(?:{_NOT} (?:send|submit|open)(?: (?:it|that|this|them|anything|(?:a|any|the|that) (?:ticket|case|message)))?"
    r"|(?:send|submit|open) nothing)(?: (?:please|thanks|thank you|then|now|at all|yet|for now|off|on))*\W*$",
    re.IGNORECASE,
)
#: "I'd rather ring them myself": the shopper does it.
_DOES_IT = re.compile(
    r"\b(?:i|we)(?:['’ ]?(?:ll|d|m|re))? ?(?:(?:want(?:ed)?|would|will|can|could|am|are|like|love|prefer"
    r"|rather|going|just"
    r"|only|simply|better|meant|to|intend\w*|plan\w*) ){0,5}"
    rf"(?:call|ring|phone|contact|ask|write to|e-?mail|speak to|talk to|chase|do|handle|sort|manage|settle)"
    rf" {_CARRIER_SIDE}"
    r"(?: \w+){0,2} (?:myself|ourselves|on my own|on our own)\b",
    re.IGNORECASE,
)
#: "He'll be cross and send nothing": what others do, or what is feared, refuses nothing.
_OTHERS_DO = re.compile(
    r"\b(?:he|she|they|nobody|no ?one|who|whoever|(?:the|my|your|this|that) (?:\w+ )?(?:seller|shop|store|supplier"
    r"|vendor|merchant|sender|warehouse|company|carrier|courier|post|driver)|sellers?)"
    r"(?:['’](?:ll|d|re|s|ve)|\s+\w+)|\byou(?:['’]ll|\s+(?:will|would|won['’]?t))"
    r"|\b(?:if|when|because|afraid|scared|worried|fear\w*|in case|suppose|what)\b",
    re.IGNORECASE,
)
#: "If it takes that long, don't bother" asks how long first.
_SUPPOSED = re.compile(r"^\W*(?:(?:and|but|well|ok(?:ay)?|because) )*(?:if|should it|when|in case)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[^.!?;,\n]+[?]?")


#: "I don't want to queue for it", but not "I don't want to be rude".
_WILL_NOT_DO = re.compile(
    r"\bi(?:['’]?m| am)? ?(?:really |just |simply |certainly |also )?"
    r"(?:do(?: not|n['’]?t) (?:want|wish|intend|feel like|see why i (?:should|must))|(?:will not|won['’]?t)(?= )"
    r"|not (?:going|about|willing|prepared) to|not gonna|refuse to)\b"
    r"(?! (?:to )?(?:be|seem|sound|look|complain|bother|nag|worry|mind|know)\b)",
    re.IGNORECASE,
)


def will_not_do_it(text: str) -> bool:
    """Tell whether an English message says what its shopper will not do: it is no fact that a person could take up."""
    return _WILL_NOT_DO.search(text) is not None


def refuses_a_person(text: str) -> bool:
    """Tell whether a clause that asks nothing wants no person, or nothing sent, whatever else the message asks."""
    clauses = (clause for clause in _CLAUSES.findall(text) if not has_question_mark(clause))
    return any(_refuses(clause) for clause in clauses)


def _refuses(clause: str) -> bool:
    """Tell whether a clause refuses, and says nothing of what others do."""
    if _SUPPOSED.match(clause):
        return False
    if _WANTS_NO_PERSON.search(clause) or _DOES_IT.search(clause):
        return True
    found = _SENDS_NOTHING.search(clause)
    return found is not None and _OTHERS_DO.search(clause, 0, found.end()) is None
