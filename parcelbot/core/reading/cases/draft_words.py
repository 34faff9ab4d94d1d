"""Read what is to be changed in a case: its e-mail, what is added to it, another parcel. English rules."""

from __future__ import annotations

import re

_MAIL = r"(?:e-?mail|mail|email)(?: address)?"
_WRONG_EMAIL = re.compile(
    rf"\b(?:wrong|not (?:that|this|my|the right)|incorrect|mistyped|misspel\w+|old|other) (?:\w+ )?{_MAIL}\b"
    r"|\b(?:typo|mistake|error|(?:letter|dot|digit)\b[^.!?]{0,20})\b[^.!?]{0,20}"
    rf"\b(?:in|of) (?:my|the|that) {_MAIL}\b"
    rf"|\b{_MAIL}\b[^.!?]{{0,15}}(?:['’]s| is| has| was|isn['’]?t)\b[^.!?]{{0,15}}"
    r"\b(?:wrong|incorrect|not (?:right|correct|mine)|right|mine|a typo|a mistake|old|dead|closed|out of date"
    r"|misspel\w+)\b"
    rf"|\b(?:don['’]?t|do not|no longer|never) (?:use|read|have|check)\b[^.!?]{{0,15}}\b{_MAIL}\b",
    re.IGNORECASE,
)
_FINE_EMAIL = re.compile(
    rf"\b{_MAIL}\b[^.!?]{{0,10}}(?:['’]s| is| was) (?:right|correct|mine|fine)\b|\?", re.IGNORECASE
)
#: "The problem isn't that it's late, it never came" is read as a whole.
_OTHERWISE = re.compile(r"\b(?:is|was|it['’]?s|that['’]?s) not\b|\b(?:is|was)n['’]?t\b", re.IGNORECASE)
_IT = r"(?:it|that|this|problem)"
_NOT_BUT = re.compile(
    rf"\b{_IT}(?:['’]s not| is not| isn['’]?t)\b[^.!?]{{1,30}}[,.;!]\s*(?:but |the )?{_IT}(?:['’]s| is)\b",
    re.IGNORECASE,
)
#: "No wait. Please add that …" comes before what is added.
_BEFORE = (
    r"(?:(?:yes|yeah|no+|ok(?:ay)?|send(?: it)?|wait|hold on|hang on|and|also|but|oh|sorry|please|pls|then|just"
    r"|actually|can|could|would|you|u|maybe|kindly|one more thing|looks good|fine)\b[\s,.!;:]*)*"
)
#: "Tell them it was a gift" begins what is told with it.
_TELLS_NOTHING = r"(?! (?:was|is|will|has|had|can|does|did|came|comes)\b)"
_COMMAND = re.compile(
    rf"^\W*{_BEFORE}(?:add|put|write|note|mention|include|tell them|let them know"
    r"|(?:(?:ah|i|i['’]ve|i have|also) )*forgot(?:ten)? to (?:say|mention|add|write|tell(?: you| them)?))\b"
    rf"(?: (?:in|down|also|it{_TELLS_NOTHING}|to it|too|a note|there|please|on it))*"
    r"(?: (?:that|this|as well))?[\s,:;-]+",
    re.IGNORECASE,
)
_WHAT_WE_NEED = re.compile(
    r"\bwhat (?:else )?(?:do|will|would) (?:you|u|they) (?:need|want|require)"
    r"(?: (?:to know|from (?:me|us)|for (?:it|that)))*"
    r"(?: then| now)?\W*$",
    re.IGNORECASE,
)
_LOOKS_FIRST = re.compile(
    r"\b(?:look\w*|check\w*|ask\w*|search\w*|find|fetch|get|see|think|read|talk|speak|call|ring)\b", re.IGNORECASE
)
_FEWEST_LEFT = 2
_PARCELS = r"(?:parcels|packages|packets|orders|(?:tracking )?numbers|deliveries|shipments)"
_THE_OTHER = (
    r"(?:the |my )?(?:two|both|other|second)(?: other)? (?:parcels?|packages?|packets?|orders?|deliver(?:y|ies))"
)
#: Pieces are counted as parcels are, "only one towel of two": without its name none of another parcel is heard.
_ANOTHER_PARCEL = re.compile(
    r"\b(?:it['’]?s|they['’]?re|there (?:are|were)|i have|i['’]ve got|we have)\b[^.!?]{0,15}\b(?:two|2|both|three|3)\b"
    rf"[^.!?]{{0,15}}\b{_PARCELS}\b[^.!?]{{0,25}}\b(?:only|just|not one)\b"
    rf"|\b(?:only|just) (?:one|1|the one)\b[^.!?]{{0,25}}[.!,;:]?[^.!?]{{0,20}}\b{_THE_OTHER}\b"
    r"|\b(?:two|2|both) (?:parcels|packages|orders)\b[^.!?]{0,20}"
    r"\b(?:not (?:just )?(?:one|1)|in (?:it|there|the case))\b"
    r"|\b(?:my|the) (?:other|second) (?:parcel|package) (?:too|as well|also)\b",
    re.IGNORECASE,
)


def says_the_email_is_wrong(text: str) -> bool:
    """Tell whether the e-mail that was given is said to be wrong; "the e-mail is right" says the opposite."""
    return _WRONG_EMAIL.search(text) is not None and _FINE_EMAIL.search(text) is None


def what_is_added(text: str) -> str:
    """Give the thing that a message wants added, without the command: "add that I rang twice" adds "I rang twice"."""
    found = _COMMAND.match(text)
    rest = text[found.end() :].strip() if found else ""
    return rest if len(rest.split()) >= _FEWEST_LEFT else text


def says_what_is_not_so(text: str) -> bool:
    """Tell whether a message says what is not so: the rest of it says what is, in however few words."""
    return _OTHERWISE.search(text) is not None


def says_what_it_is(text: str) -> bool:
    """Tell whether a message says what the problem is in place of what it is called: "it isn't slow, it's lost"."""
    return _NOT_BUT.search(text) is not None


def names_another_parcel(text: str) -> bool:
    """Tell whether a case is said to hold one parcel where there are more: their goods are not what is missing."""
    return _ANOTHER_PARCEL.search(text) is not None


def looks_first(text: str) -> bool:
    """Tell whether somebody looks, asks or fetches something before going on."""
    return _LOOKS_FIRST.search(text) is not None


def asks_what_we_need(text: str) -> bool:
    """Tell whether somebody to whom a person is offered asks what we need for it: that takes the offer up."""
    return _WHAT_WE_NEED.search(text) is not None
