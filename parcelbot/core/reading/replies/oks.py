"""Read the many words for "ok": of themselves they take note, and only right after an offer they take it up. Pure."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said

#: Said of an offer they take it up, in the English of wherever somebody writes from.
SLANG_YES = (
    r"bet|a?ight|aite|ehen|ehn|oya|grand|sound|sweet|righto|right you are|deal|done deal|go on(?: then| so)?|yessir"
    r"|yes sir|yass+|sure thing|for sure|fo sho|you bet|hell yeah|why not|no problem|no wahala|na (?:so|im)"
    r"|ok do that|do that one|might as well|mos def|defo|deffo|indeed|suits me|works for me"
)
_OK = (
    rf"(?:{SLANG_YES}|ok(?:ay|ie|ey)?|oki|okey dokey|okie dokie|k+|cool|fine|good|great|perfect|right|alright"
    r"|all right|fair enough|got ?(?:it|cha)|noted|understood|will do|no worries|lovely|brill\w*|ace|nice one|dope|word"
    r"|safe|sharp|lekker|cheers|sorted|i see|thats fine|that['’]?s (?:fine|ok(?:ay)?|grand|cool|good))"
)
_LITTLE = (
    r"(?:then|so|mate|man|bro|bruh|boss|my guy|my friend|jare|abeg|dear|sir|madam|thanks?|thank you|ta|and|well|ah|oh)"
)
_ONLY_OK = re.compile(rf"\W*(?:{_LITTLE}\W+){{0,2}}{_OK}(?:\W+(?:{_OK}|{_LITTLE})(?!\w)){{0,3}}\W*", re.IGNORECASE)


#: Taken note of, neither thanked for nor agreed to.
_TAKES_NOTE = re.compile(
    r"\W*(?:(?:ok(?:ay)?|k+|kk|fine|right|alright|all right|whatever|i see|understood|got it|fair enough|hm+"
    r"|mhm|ah|oh|(?:duly |well )?noted|10[- ]?4|ten[- ]four|roger(?: that)?|copy(?: that)?|copied|po|sir|ma['’]?am"
    r"|will do|if you say so|well|i(?: |['’])?ll wait|i will wait|then i wait)\W*){1,3}",
    re.IGNORECASE,
)


def takes_note(text: str) -> bool:
    """Tell whether a message takes note of what was told, and neither agrees nor thanks."""
    return _TAKES_NOTE.fullmatch(text) is not None


def only_says_ok(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message is nothing but a word for "ok", which takes note and asks nothing."""
    return "?" not in text and (_ONLY_OK.fullmatch(text) is not None or Said.ONLY_OK.value in says)
