"""Read whether an English message says that the parcel came, is only glad before it did, or takes it back. Pure."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.irony import is_ironic

_CAME = re.compile(
    r"\b(?:came|come|comes|coming|arriv\w*|here|there|got|get|have|has|had|receiv\w*|receipt|deliver\w*|dropped|left"
    r"|found|mat|door\w*|porch|bell|rang|knock\w*|landed|hands?|handed|opened|unpack\w*|behind|under|letter ?box|hall"
    r"|turned up|showed up|shown up|picked (?:it )?up|collected|lives|home|brought|gave)\b",
    re.IGNORECASE,
)
_IS_HERE = re.compile(r"\bis (?:here|come|in)\b", re.IGNORECASE)
_ASKS_FOR = re.compile(r"\b(?:how|when|where|what|who|why|which|whether|if|not|never)\b", re.IGNORECASE)
_GLAD = re.compile(
    r"^\W*(?:(?:oh|ah|aw+|well|omg|ok(?:ay)?|so|wow)\W+)*(?:lovely|yay+|yippee|hooray|hurray|great|nice|brilliant|wonderful"
    r"|fab\w*|super|perfect|excellent|finally|at last|marvell?ous|cool|woo+(?: ?hoo+)?)\b",
    re.IGNORECASE,
)
_NOT_ONLY_GLAD = re.compile(
    r"[?？]|\b(?:not|no|never|nothing|but|n['’]t|another|again|why|still|wrong)\b|n['’]t\b", re.IGNORECASE
)
#: "It's here. No, that's the neighbour's": said in the same breath, after the good news.
_BUT_NOT = re.compile(
    r"(?:^|[.,;!?…-]\W*)"
    r"(?:(?:oh|ah|no+|nope|wait|hang on|hold on|sorry|actually|scrap that|my mistake|false alarm)\W+)+"
    r"(?:(?:it|that|this)(?: \w+)? ?(?:is|was)?(?:n['’]?t| not)\b|(?:that|this|it)(?:['’]?s| is| was) "
    r"(?:not|only|just|the other|another|a different|someone|somebody|(?:my|the|our) \w+['’]s)\b|not (?:it|mine|ours)\b"
    r"|wrong (?:one|parcel|box|house)\b|false alarm\b)",
    re.IGNORECASE,
)

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


def looks_forward(text: str) -> bool:
    """Tell whether a message is only glad of what was told, whatever else it promises the driver."""
    return _GLAD.search(text) is not None and _NOT_ONLY_GLAD.search(text) is None and not is_ironic(text)


def takes_arrival_back(text: str) -> bool:
    """Tell whether a message that began with the parcel's arrival ends without it."""
    found = _BUT_NOT.search(text)
    return found is not None and says_it_came(text[: found.start()])


def says_another_came(text: str) -> bool:
    """Tell whether what had been told to be here was another parcel after all, or nothing."""
    return _ANOTHER_CAME.search(text) is not None
