"""Read that a piece that was missing from a parcel has been found after all: English rules, and phrases elsewhere."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.text.plain_text import plain_text

_WHERE = r"(?:in|inside|under|between|behind|underneath|among|within|with|up in|at)"
_LAY = (
    r"(?:hid\w*|tucked|rolled|folded|wrapped|stuck|stuffed|slipped|packed|lying|sitting|buried|caught"
    r"|pinned|right there|at the bottom)"
)
_IT = r"(?:it|them|the|my|both|all|that|those)"
_FOUND = re.compile(
    rf"\b(?:i|we|my \w+|she|he|they|just|have|'ve|has|actually|oops)(?: \w+)? found {_IT}\b"
    rf"|\b(?:oh|ok(?:ay)?|sorry|wait|silly me|hang on|update)\b[^.!?]{{0,15}}[.!,:]? *(?:i )?found {_IT}\b"
    rf"|^\W*found {_IT}\b"
    r"|\b(?:it|they|the \w+|both)(?:'s| has| have|'ve)? (?:just )?(?:turned|shown|showed) up\b"
    rf"|\b(?:it|they|the \w+|that one|both) (?:was|were|is|are)(?: \w+)? (?:{_LAY}(?: up)? {_WHERE}\b|there after all"
    r"|here after all|in (?:it|there|the \w+) after all)"
    r"|\b(?:is|are|was|were|it's|they're) (?:all )?(?:there|here|in (?:it|there)) after all\b"
    r"|\b(?:isn't|aren't|not) missing (?:any ?more|after all)\b"
)
_ONLY_SOME = re.compile(
    r"\b(?:but|only|just one|still|except|other one|another|the other)\b[^.!?]{0,30}"
    r"\b(?:missing|not|nothing|gone|isn't|aren't|nowhere)\b"
    r"|\b(?:not|never|haven't|hasn't|didn't|can't|couldn't)(?: \w+){0,2} (?:found|find|turned|shown)\b|\bif\b|\?"
)

#: "So only the hem is left": something beside the piece that was found is not settled.
_LEFT = re.compile(r"\b(?:only|just|left|remains?|still|but)\b", re.IGNORECASE)


def something_is_left(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says that something is left beside what was found."""
    return Said.LEFT_OVER.value in says or _LEFT.search(text) is not None


def found_the_piece(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says that what was missing is there; not where a part of it still is missing."""
    if Said.FOUND.value in says:
        return True
    plain = plain_text(text)
    return _FOUND.search(plain) is not None and _ONLY_SOME.search(plain) is None
