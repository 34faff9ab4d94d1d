"""Read that somebody leaves the talk, in the many words for it. Rules, not a model."""

from __future__ import annotations

import re

from parcelbot.core.reading.plain_text import count_said
from parcelbot.core.reading.sentences import asks_something

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
_MOST_WORDS = 12


def is_parting(text: str) -> bool:
    """Tell whether a message takes leave and asks nothing: "nah, I'm off"; "I'm off on Friday" is no such word."""
    return _LEAVES.search(text) is not None and count_said(text) <= _MOST_WORDS and not asks_something(text)
