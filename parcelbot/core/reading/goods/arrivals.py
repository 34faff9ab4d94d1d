"""Read whether an English message says that the parcel came, is only glad before it did, or takes it back. Pure."""

from __future__ import annotations

import re

_CAME = re.compile(
    r"\b(?:came|come|comes|coming|arriv\w*|here|there|got|get|have|has|had|receiv\w*|receipt|deliver\w*|dropped|left"
    r"|found|mat|door\w*|porch|bell|rang|knock\w*|landed|hands?|handed|opened|unpack\w*|behind|under|letter ?box|hall"
    r"|turned up|showed up|shown up|picked (?:it )?up|collected|lives|home|brought|gave)\b",
    re.IGNORECASE,
)
_IS_HERE = re.compile(r"\bis (?:here|come|in)\b", re.IGNORECASE)
_ASKS_FOR = re.compile(r"\b(?:how|when|where|what|who|why|which|whether|if|not|never)\b", re.IGNORECASE)

_ANOTHER_CAME = re.compile(
    r"\b(?:that|it|this|the one (?:here|that came))(?:['’]?s| is| was|['’]d been| had been) "
    r"(?:(?:only|just|actually|for|from) )*"
    r"(?:(?:another|the other|a different)(?: (?:one|parcel|package|order|box|delivery))?"
    r"|(?:some(?:one|body) else|(?:my|the|our) \w+)['’]s(?: (?:one|parcel|package|order|box|delivery))?"
    r"|not (?:mine|ours|the one))(?=\W*(?:[.,!?;)\n]|$|after all|actually|sorry))"
    r"|\b(?:it|that)(?: is|['’]s| was)(?:n['’]?t| not) (?:mine|ours|the one|here)(?: after all| at all)?\b"
    r"|\bwrong parcel after all\b|\bspoke too soon\b|\bcelebrated too (?:soon|early)\b",
    re.IGNORECASE,
)


def says_it_came(text: str) -> bool:
    """Tell whether any word of a message says that something came: "at last!" is glad, and has nothing in hand."""
    return _CAME.search(text) is not None


def says_it_is_here(text: str) -> bool:
    """Tell whether a message says "is here" and asks for nothing: "the bell went, is here!" has a question's form."""
    return _IS_HERE.search(text) is not None and _ASKS_FOR.search(text) is None


def says_another_came(text: str) -> bool:
    """Tell whether what had been told to be here was another parcel after all, or nothing."""
    return _ANOTHER_CAME.search(text) is not None
