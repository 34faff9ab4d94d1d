"""Read that somebody leaves the talk, in the many words for it. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark

_LEAVES = re.compile(
    r"\b(?:bye+|bye bye|goodbye|farewell|cya|ttyl|l8rs?|laters?|ta ?ta|toodles|cheerio|tata|"
    r"see (?:you|ya|u)(?: (?:later|around|soon|tomorrow))?|(?:talk|speak) (?:to you )?(?:later|soon|tomorrow)|"
    r"(?:i['’]?m|im|i am) (?:off|out of here|gone|done here|leaving it)"
    r"(?! (?:to|on|all|work|today|tomorrow|sick|for)\b)|(?:good ?night|night night|nighty)|"
    r"(?:have a|have) (?:good|nice|great|lovely) (?:one|day|evening|night|weekend|rest)|"
    r"take care|catch you|over and out|cheers for nothing|thanks for nothing|thanks anyway|that['’]?s me done|"
    r"gotta (?:go|run)|got to (?:go|run)|must dash|signing off)\b",
    re.IGNORECASE,
)
#: Who thanks first and ends with the wish for a good day takes leave, and greets nobody.
THANKS = r"(?:thank(?:s|ing| you)|thx|grateful|obliged)"
_GOOD_DAY = r"(?:good (?:day|morning|afternoon|evening|night)|goodbye|farewell)"
_THANKS_AND_LEAVES = re.compile(
    rf"^[^.!?]{{0,25}}{THANKS}[^.!?]{{0,60}}[.!,;]?[^.!?]{{0,20}}{_GOOD_DAY}[^.!?]{{0,25}}[.!]*$", re.IGNORECASE
)
_MOST_WORDS = 12
_MOST_WORDS_WITH_THANKS = 20


def thanks_and_leaves(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message thanks and then wishes a good day, and no more: "Thank you. Good afternoon."."""
    if count_said(text) > _MOST_WORDS_WITH_THANKS or has_question_mark(text):
        return False
    return Said.TAKES_LEAVE.value in says or _THANKS_AND_LEAVES.search(text.strip()) is not None


def is_parting(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message takes leave and asks nothing: "nah, I'm off"; "I'm off on Friday" is no such word."""
    leaves = _LEAVES.search(text) is not None and count_said(text) <= _MOST_WORDS and not asks_something(text)
    return leaves or thanks_and_leaves(text, says)


#: A hope for the parcel, said with thanks.
_HOPES = re.compile(
    r"\b(?:hop(?:e|es|ing|efully)|fingers crossed|cross(?:ing|ed)? (?:my |our |all )?fingers|pray(?:ing)?)\b",
    re.IGNORECASE,
)


def hopes(text: str, says: Container[str] = ()) -> bool:
    """Tell whether somebody says with their thanks what they hope for: "thanks, fingers crossed it's here by then"."""
    return Said.HOPES.value in says or _HOPES.search(text) is not None


_BLESSES = re.compile(
    r"\b(?:(?:god|lord|jesus|heaven|allah) (?:\w+ )?bless|(?:god|lord) (?:\w+ )?(?:keep|be with|go with)|bless you"
    r"|(?:stay|remain|be) blessed|many blessings)\b",
    re.IGNORECASE,
)
_GOOD_NIGHT = re.compile(r"\b(?:good ?night|night night|nighty|nite)\b", re.IGNORECASE)


def blesses(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message blesses us, and asks nothing."""
    if count_said(text) > _MOST_WORDS or has_question_mark(text):
        return False
    return Said.BLESSES.value in says or _BLESSES.search(text) is not None


def says_good_night(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message takes leave for the night."""
    return Said.GOOD_NIGHT.value in says or _GOOD_NIGHT.search(text) is not None
