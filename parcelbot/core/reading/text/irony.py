"""Read irony, and exclamations that have the form of a question. English rules, pure."""

from __future__ import annotations

import re

_IT = r"(?:it|this|(?:the|my) (?:parcel|package|order|box|stuff|delivery))"
_MOCKS = re.compile(
    r"\bmy (?:absolute |very |all-time )?favou?rite(?: (?:thing|kind|pastime))?\W*$|"
    r"\blet me guess\b|\bslow clap\b|\b(?:five|5|ten|10) stars?\b"
    r"|\b(?:great|brilliant|wonderful|fantastic|excellent|superb|marvell?ous|splendid|amazing|lovely|top|outstanding)\b"
    r".{0,12}"
    r"\b(?:service|job|work|support|company|shop|help)\b"
    r"|\b(?:truly|deeply|so|very|really) impressed\b|\b(?:exactly|just) what i (?:paid|ordered|hoped|always wanted)\b"
    r"|^\W*(?:oh |well |how )?(?:bravo|congratulations|hats off)\b"
    r"|^\W*(?:oh |well |ah )?(?:lovely|brilliant|great|wonderful|marvell?ous|fantastic|super|terrific|charming|splendid"
    r"|perfect|excellent|amazing)\W+(?:another|yet another|even more|still nothing|.{0,30}\bof nothing\b"
    r"|so (?:i|we) (?:just|keep|get to|can keep|have to|must|sit|may))\b"
    r"|\b(?:just|right) in time for (?:nothing|nobody|never)\b",
    re.IGNORECASE,
)
_JOKES = re.compile(
    rf"\b{_IT}(?:['’]s| is| has| must be| comes?| came)?\b.{{0,12}}\b(?:walk(?:s|ed|ing)|swim(?:s|ming)?|crawl\w*"
    r"|row(?:s|ing))\b"
    r"|\b(?:snail|pigeon|tortoise|turtle|donkey|camel|mule)s?\b.{0,25}\b(?:faster|quicker|sooner)\b"
    r"|\b(?:by|on a|riding a) (?:carrier )?"
    r"(?:foot|donkey|camel|mule|snail(?! mail)|tortoise|turtle|pigeon|horse(?:back)?|raft)\b",
    re.IGNORECASE,
)
#: "How reassuring." has the form of a question and is none; without its mark it mostly mocks.
_EXCLAIMS = re.compile(
    r"\W*(?:(?:oh|ah|well|wow|so|ok(?:ay)?|great|right|yes|and)\W+)*how "
    r"(?:(?:very|really|truly|utterly|perfectly|absolutely|too|so|incredibly|terribly) )?"
    r"(?:\w{3,}ing|nice|kind|lovely|sweet|convenient|wonderful|thoughtful|generous|helpful|professional|original|quaint"
    r"|delightful|splendid|marvell?ous|considerate|clever|efficient|useful|odd|strange|sad|funny|absurd|ridiculous)"
    r"(?: of (?:you|them))?(?: indeed)?\W*",
    re.IGNORECASE,
)
_MEANT_WELL = re.compile(
    r"\b(?:thanks?|thank you|thx|cheers|help(?:ed|s|ful)|solved|happy|glad|grateful)\b|[?？]", re.IGNORECASE
)
_GUESSES = re.compile(r"\blet me guess\b", re.IGNORECASE)


def exclaims(text: str) -> bool:
    """Tell whether a message is nothing but "how charming": it asks nothing."""
    return _EXCLAIMS.fullmatch(text) is not None and _MEANT_WELL.search(text) is None


def is_ironic(text: str) -> bool:
    """Tell whether praise or a guess is meant as a reproach; who thanks means it, and who asks wants an answer."""
    if _JOKES.search(text) or exclaims(text):
        return True
    mocks = _MOCKS.search(text) is not None
    return mocks and (_GUESSES.search(text) is not None or _MEANT_WELL.search(text) is None)
