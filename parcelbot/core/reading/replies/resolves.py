"""Read what somebody says they will do now: wait, or turn to somebody else. English rules over whole messages."""

from __future__ import annotations

import re

from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.text.plain_text import count_said

_BEFORE = (
    r"\W*(?:(?:ok(?:ay)?|k+|no+|nah|nope|naw|na|well|right|fine|alright|all right|sure|then|so|thanks?|thank you|many"
    r"|very much|thx|ty|cheers|hm+|oh|ah|got it|i see|understood|fair enough|good|great|perfect|not (?:now|yet|needed)"
    r"|no need(?: for that)?|never ?mind|don['’]?t bother|it['’]?s (?:ok(?:ay)?|fine|alright)|that['’]?s (?:ok(?:ay)?"
    r"|fine|alright)|i (?:think|guess|suppose)|maybe|in that case|for now|please|lol|haha+|ha)\W+)*"
)
_HOW = r"(?:(?:just|rather|better|simply|still|now|first|then|probably|maybe|have to|try to)\s+)*"
_I_WILL = (
    r"(?:i|we)(?:['’]?ll|\s+will|\s+shall|\s+can|['’]?d (?:rather|better)|\s+(?:would rather|prefer to)"
    rf"|(?:['’]?m|['’]?re|\s+am|\s+are)?\s+(?:going to|gonna))\s+{_HOW}"
)
_WAITS = re.compile(
    rf"{_BEFORE}(?:{_I_WILL}(?:wait|hold (?:on|off)|hang on|sit tight|see\b(?! (?:to|you))|give (?:it|them)|be patient"
    r"|leave it(?: for now| there| at that)?|check (?:back|again)|look again|come back|try again|sleep on it)"
    r"|(?:i\s+|we\s+)?will (?:have a look|look|check|wait)\b"
    r"|(?:on\s+)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\s+it is\b"
    r"|i wait (?:for )?(?:one|two|some|a few|a|another|till?|until)\b"
    r"|(?:i\s+|we\s+|will\s+|gonna\s+|let['’]?s\s+|just\s+)*(?:(?:wait|hold off)\s+(?:and see|till?|until)"
    r"|give it\s+(?:till?|until|another|a|one|some|the))\b)",
    re.IGNORECASE,
)
_OTHERS = (
    r"\b(?:seller|shop|store|supplier|merchant|vendor|retailer|sender|carrier|courier|post(?: office)?|driver|depot"
    r"|customs|neighbou?rs?|landlord|concierge|reception|dhl|ups|usps|fedex|dpd|gls|evri|royal mail|them|him|her)\b"
)
_TURNS = re.compile(
    rf"{_BEFORE}{_I_WILL}(?:write|message|contact|ask|ring|call|phone|text|e-?mail|tell|talk|speak|chase|try|go|turn"
    rf"|get in touch|get (?:a )?hold|reach out|check)\b[^.!?]{{0,20}}{_OTHERS}",
    re.IGNORECASE,
)
#: Then more is said than that: a condition, a threat, or something wanted.
_SAYS_MORE = re.compile(
    r"[?？]|\b(?:but|unless|otherwise|or else|if|once|before|dispute\w*|refund\w*|money|charge ?back|bank|lawyer|police"
    r"|reviews?|you|want|need|must|human|person|agent|colleague|reply|answer"
    r"|no longer|not going to|n['’]t|can ?not|never)\b"
    r"|\band i(?:['’]?ll| will)\b|[,;.]\W*(?:and\s+)?then i(?:['’]?ll| will)?\b",
    re.IGNORECASE,
)
_COURTEOUS = re.compile(r"\b(?:thank you|don['’]?t bother|see you|bother you)\b", re.IGNORECASE)
_MOST_WORDS = 16


def waits_on(text: str) -> bool:
    """Tell whether a message says that its writer waits or sees, and nothing more: "no, I'll give it another day"."""
    return _is_all(text) and _WAITS.match(text) is not None


def turns_elsewhere(text: str) -> bool:
    """Tell whether a message says that its writer turns to somebody else, and nothing more: "I'll ask the depot"."""
    return _is_all(text) and _TURNS.match(text) is not None


def _is_all(text: str) -> bool:
    rest = _COURTEOUS.sub(" ", text)
    return count_said(text) <= _MOST_WORDS and not asks_something(text) and _SAYS_MORE.search(rest) is None
