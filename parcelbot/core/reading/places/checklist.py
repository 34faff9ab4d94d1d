"""Read what a shopper has tried already from a message, so that it is not asked again."""

from __future__ import annotations

import re

_DONE = r"(?:check|look|search|ask|spoke|spoken|talk|contact|call|phon|rang|rung|email|messag|wrote|written)\w*"
_NOT = re.compile(
    r"n['’]t\b|\b(?:dont|doesnt|hasnt|wont|wouldnt)\b"
    r"|\b(?:not|never|havent|didnt|cant|couldnt|yet to|should i|do i|can i|will|going to|gonna)\b"
    # what nobody did is not done
    r"|\b(?:no ?one|nobody|no driver|no courier)\b(?: \w+)? "
    r"(?:contact|call|phon|rang|rung|e-?mail|messag|spoke|wrote|talk)",
    re.IGNORECASE,
)
#: What is asked was not done, and what others did was not done by whoever writes.
_ASKED = re.compile(r"[^.!?;,\n]*[?？]")
_OTHERS_DID = re.compile(
    r"\b(?:they|you|driver|courier|rider|carrier|post(?:man|woman)?|depot|dhl|ups|fedex|usps|evri)\s+(?:\w+\s+)?"
    + _DONE,
    re.IGNORECASE,
)
_YET_TO_DO = re.compile(
    r"\b(?:please|you|let me|(?:i|we)(?:['’]?ll| must| should)|(?:need|have|want|like|how|where|who|whom) to)\s+"
    + _DONE,
    re.IGNORECASE,
)
#: "I haven't asked anybody", "never rang them", "should I look?", "I'll ask": by whoever writes, and not done.
_LOOKS = (
    r"(?:check|look|search|ask|speak|spoke|spoken|talk|contact|call|phone|phoning|ring|rang|rung|knock|e-?mail|messag"
    r"|been (?:to|round|over|at)|gone|tried|try)\w*"
)
_NOT_LOOKED = re.compile(
    r"(?:^|[.!?;,\n]|\b(?:i|we|so|and|but|no|nope|yet|because|since))\W*(?:i |we )?"
    r"(?:really |actually |just |still |even )*"
    r"(?:(?:have|had|did|was|am|could)(?:n['’]?t| not)|(?:i['’]ve |we['’]ve |ive )?(?:not|never))"
    rf" (?:(?:really|actually|even|yet|ever|once|go|gone) )*{_LOOKS}\b(?P<what>[^.!?;\n]*)",
    re.IGNORECASE,
)
_LOOK = r"(?:check|look|search|ask|speak|talk|contact|call|phone|ring|knock)"
_TO_LOOK_YET = re.compile(
    rf"\b(?:should|shall|must|do|can|could) (?:i|we) (?:\w+ )?{_LOOK}\b"
    r"|\b(?:i|we)(?:['’]ll| will| shall| should| must| could|['’]d better|['’]m (?:going|gonna)(?: to)?"
    r"| am going to| need to| have (?:yet )?to| can)"
    rf" (?:\w+ )?{_LOOK}\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"[.!?;,\n]|\b(?:but|and then)\b|\band\s+"
    r"(?=(?:i|we|he|she|it|they|nobody|no one|none|nothing|there|still|can['’]?t|cannot|couldn['’]?t)\b)",
    re.IGNORECASE,
)

_PLACES = (
    r"everywhere|all over|mail ?box|letter ?box|post ?box|porch|garage|shed|front door|back door|garden|bushes|bins?"
)
_PEOPLE = (
    r"neighbou?rs?|family|wife|husband|partner|flat ?mates?|house ?mates?|room ?mates?|reception|concierge|everyone|"
    r"everybody|next door|both sides"
)
#: Whoever was quoted has been asked, also who says no: "our reception says they have nothing".
_QUOTED = re.compile(
    r"\b(?:reception(?:ist)?|front desk|concierge|porter|doorman|mail ?room|neighbou?rs?|next door) (?:\w+ ){0,2}?"
    r"(?:said|says?|saying|told|tell(?:s|ing)?|swears?|claims?)\b",
    re.IGNORECASE,
)
#: A carrier as shoppers name it; part of a pattern.
CARRIERS = (
    r"carrier|courier|post office|royal mail|usps|ups|fedex|dhl|dpd|evri|hermes|yodel|delivery company|them|"
    r"australia post|canada post|the driver|depot"
)

#: "Calling them now" is still to be done; "been calling", "call them every day" is not.
_GOT_IN_TOUCH = (
    r"(?:contacted|called|phoned|rang|rung|e-?mailed|messaged|spoke|spoken|talked|wrote|written"
    r"|(?:been|keep|kept|tried|after|by|from|when) (?:contact|call|phon|ring|e-?mail|messag|speak|talk)ing"
    r"|(?:contact|call|phone|ring|e-?mail|message|speak|talk)(?=[^.;]*\b(?:every|daily|twice|times|again and again)\b))"
)
#: Whoever else is rung is no carrier.
_OTHERS = re.compile(
    r"\b(?:bank|card (?:company|issuer|people)|paypal|klarna|visa|mastercard|doctor|gp|nurse|pharmac\w+|hospital|clinic"
    r"|poison\w*|nhs|111|112|911|999|police|lawyer|solicitor|landlord|seller|vendor|shop|customs)\b",
    re.IGNORECASE,
)
_THEM = re.compile(r"\bthem\b", re.IGNORECASE)

#: In person counts as well.
_THERE = (
    r"(?:down |over |round )?(?:to|at|by|in) (?:the |my |our |their )?(?:\w+ )?"
    r"(?:post office|depot|sorting (?:office|cent(?:re|er))|parcel shop)\b"
)
_CHECKS = {
    "places_checked": re.compile(
        rf"\b{_DONE}\b.*\b(?:{_PLACES})\b|\bturned (?:\w+ ){{1,4}}(?:upside ?down|inside ?out)\b"
        r"|\b(?:been|gone|went) (?:all )?(?:through|over|round|around) (?:the |my |our )?(?:whole|entire|every)\b",
        re.IGNORECASE,
    ),
    "people_asked": re.compile(rf"\b{_DONE}\b.*\b(?:{_PEOPLE})\b", re.IGNORECASE),
    "carrier_contacted": re.compile(
        rf"\b{_GOT_IN_TOUCH}\b.*\b(?:{CARRIERS})\b"
        rf"|\b(?:{CARRIERS})\b (?:\w+ )?(?:said|told|replied|answered|says to|say to)\b"
        rf"|(?:^\W*|; ?|\b(?:i|we)(?:['’]ve| have| had)? (?:\w+ )?)(?:went|gone|been|drove|walked)"
        rf" {_THERE}|\b(?:i|we) (?:was|were) {_THERE}",
        re.IGNORECASE,
    ),
}


_SELLER_ANSWERS = re.compile(
    r"\b(?:seller|vendor)\b(?:[^\w.!?]+\w+){0,4}?[^\w.!?]+(?:says?|said|saying|told|tells|repl\w+|answer\w*|respond\w*|promis\w+|keeps?"
    r"|ignor\w+|wants)\b",
    re.IGNORECASE,
)
_SELLER_ASKED = re.compile(r"\b(?:contact|messag|wrote|written|ask|email)\w*\b.*\b(?:seller|vendor)\b", re.IGNORECASE)


def seller_was_contacted(text: str) -> bool:
    """Tell whether the shopper has written to the seller, or the seller has answered or keeps silent."""
    return bool(_SELLER_ANSWERS.search(text)) or bool(_SELLER_ASKED.search(_done_clauses(text)))


def read_checks(text: str) -> dict[str, bool]:
    """Return the checks that `text` says are done; clauses with "not", plans, requests and questions do not count.

    Where there is nobody to ask, asking is done.
    """
    done = _done_clauses(_THEM.sub(" ", text) if _OTHERS.search(text) else text)
    checks = {name: True for name, pattern in _CHECKS.items() if pattern.search(done)}
    asked = has_nobody_to_ask(text) or bool(_QUOTED.search(_ASKED.sub(" ", text)))
    return checks | {"people_asked": True} if asked else checks


def checks_denied(text: str) -> frozenset[str]:
    """Name the checks that a message says its writer has not done; all of them where it names none by itself."""
    denied = [match[0] for match in _NOT_LOOKED.finditer(text)]
    named = {name for name, pattern in _CHECKS.items() if any(map(pattern.search, denied))}
    return frozenset(named or (_CHECKS if denied else ()))


def has_yet_to_check(text: str) -> bool:
    """Tell whether a message denies to have looked or asked, asks whether to, or says that it will be done."""
    return bool(checks_denied(text)) or _TO_LOOK_YET.search(text) is not None


def has_nobody_to_ask(text: str) -> bool:
    """Tell whether there are no neighbours to ask, or none who know: then nobody need be asked."""
    return _NOBODY_TO_ASK.search(text) is not None


_NOBODY_TO_ASK = re.compile(
    r"\b(?:no|not any|without|haven['’]?t got|don['’]?t have|have no|are no|nobody)\s+(?:\w+\s+){0,2}neighbou?rs?\b"
    r"|\bneighbou?rs? (?:for|within) miles\b|\b(?:none|neither) of (?:my|the|our) neighbou?rs?\b"
    r"|\b(?:no such|there(?: i|['’]?)s no|there isn['’]?t (?:a|any)) (?:house|number|no\.?|flat|door|address)\b"
    r"|\bthere(?: is|['’]?s) no \d+\b"
    r"|\b(?:house|number|no\.?|flat|street|road) ?\d* (?:does not|doesn['’]?t) exist\b"
    r"|\b(?:street|road|lane|close|block|row) (?:only )?(?:stops|ends|goes up to|finishes)\b"
    r"|\b(?:neighbou?rs?|next door|across the (?:road|street)) (?:do not|(?:do|does|did|have|has)n['’]?t)"
    r" (?:have|had|got|seen?|know)\b",
    re.IGNORECASE,
)


def _done_clauses(text: str) -> str:
    told = _CLAUSES.split(_ASKED.sub(";", text))
    return " ; ".join(c for c in told if not any(not_done.search(c) for not_done in (_NOT, _YET_TO_DO, _OTHERS_DID)))
