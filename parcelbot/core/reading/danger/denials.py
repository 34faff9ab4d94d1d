"""Find what a shopper says has not happened: nothing was stolen, nothing is ordered yet, it was a false alarm."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.danger.danger_words import one_of
from parcelbot.core.reading.text.plain_text import plain_text

_NOBODY = (
    r"\b(?:nobody|no ?-?one|noone|not any ?(?:one|body))(?:'s| has| have| had| is| was| ever)?(?: been| actually)?"
)
_NO_MORE = r"(?:isn'?t|wasn'?t|hasn'?t|haven'?t|aren'?t|is not|was not|has not|are not|not)(?: been| being)?"
_NOT_ORDERED = (
    r"\b(?:have ?n'?t|have not|had ?n'?t|did ?n'?t|did not|not) (?:\w+ )?(?:ordered|order|bought|buy|placed?"
    r"|purchased?)"
    r"(?: anything| any order| an order| nothing| one| it| from you| here| with you){0,2}"
)

#: Clauses that deny a danger; they are taken out before danger is looked for.
_DENIED = one_of(
    rf"{_NOBODY} (?:stole|stolen|stealing|hacked|hacking|used|using|broke|took|taken|touched|logged|got into"
    r"|charged|hurt|injured|threaten\w*|burnt|burned)\b[^.!?,;]{0,50}",
    rf"\b(?:account|card|password|e-?mail|identity|money|details)\b[^.!?,;]{{0,12}}\b{_NO_MORE}"
    r" (?:hacked|stolen|misused|compromised|cloned|leaked|used|taken)\b",
    r"\bnothing (?:was|is|has been|got|'s been) (?:stolen|hacked|misused|charged|taken|burning|burnt|on fire"
    r"|dangerous)"
    r"\b[^.!?,;]{0,30}",
    rf"\b(?:it|that|this|lamp|charger|thing)(?: \w+)? {_NO_MORE} (?:dangerous|on fire|burning|smoking|unsafe)\b",
    r"\bi(?:'?m| am) (?:really |certainly )?not (?:suicidal|in (?:any )?danger)\b",
    r"\b(?:do ?n'?t|do not|does ?n'?t) have an(?:y)? orders?(?: yet| with you| number)?\b",
)
#: Without a word of these nothing was paid and nobody was in an account.
_SOMETHING_HAPPENED = re.compile(
    r"\b(?:charg\w*|debit\w*|paid|pay(?:ment|pal)s?|took|taken|money|invoice|bill(?:ed|s)?|cards?|bank|account"
    r"|log ?-?in"
    r"|logged|hack\w*|statement|confirmations?|received|got|came|arrived|parcels?|in my name)\b"
)
_NO_ORDER_YET = one_of(
    rf"{_NOT_ORDERED}(?: (?:so far|yet|until now|at all))?",
    r"\bnever (?:ordered|bought|shopped)(?: anything)?(?: from you| here| with you| on your \w+)? (?:before|yet"
    r"|so far)\b",
)
_YET_TO_BUY = re.compile(
    r"\bnever \w+.{0,30} before\b|\b(?:yet|so far|(?:before|after|once|when) (?:i|we|buying|ordering)"
    r"|if (?:i|we) (?:order|buy)"
    r"|(?:thinking|think) (?:of|about)"
    r"|planning"
    r"|considering|(?:want|would like|'d like|going|like) to (?:order|buy)|first (?:order|time))\b"
)
_FALSE_ALARM = one_of(
    _DENIED.pattern,
    r"\bfalse alarm\b|\bfigure of speech\b|\b(?:only|just) (?:joking|kidding|a joke|an expression)\b",
    r"\b(?:mis(?:understood|understanding|understand|read)|got (?:me|it|that) wrong|wrong end of the stick)\b",
    r"\bnot what i (?:said|asked|meant|mean|wrote|am asking|'?m asking)\b|\bi (?:did ?n'?t|never) (?:say|said"
    r"|mean) (?:that"
    r"|any|some|it was|there was)\b",
    r"\b(?:no|isn'?t any|not any|without) (?:fraud|theft|hack\w*|fire|danger|misuse|emergency)\b",
)
#: Words of a misreading in which nothing was meant of oneself.
_SPOKE_OF = re.compile(r"\bi(?:'?m| am| was)(?: only| just| merely)? (?:talking|speaking) (?:about|of)\b")
_ONLY_ASKED = re.compile(
    r"\bi(?:'m| am| was|'ve| have)? (?:only|just|simply|merely) (?:ask\w*|want\w*|wonder\w*|meant)\b"
)


def without_denials(plain: str) -> str:
    """Take out of a plain text what it says has not happened.

    That nothing was ordered denies a danger only where nothing was paid or received, and it reads as "not yet".
    """
    left = _DENIED.sub(" … ", plain)
    harmless = _YET_TO_BUY.search(left) and not _SOMETHING_HAPPENED.search(left)
    return _NO_ORDER_YET.sub(" … ", left) if harmless else left


def is_false_alarm(text: str) -> bool:
    """Tell whether somebody says that what was taken for a danger is none."""
    return _FALSE_ALARM.search(plain_text(text)) is not None


def says_misread(text: str, says: Container[str] = ()) -> bool:
    """Tell whether somebody says that they were misread: a misunderstanding, they spoke of something else."""
    said = is_false_alarm(text) or _SPOKE_OF.search(plain_text(text)) is not None
    return said or Said.FALSE_ALARM.value in says


def only_asked(text: str) -> bool:
    """Tell whether somebody says that they merely asked something."""
    return _ONLY_ASKED.search(plain_text(text)) is not None
