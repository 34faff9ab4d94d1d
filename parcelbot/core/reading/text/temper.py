"""Recognise an angry message. Rules, not a model: they only make the tone kinder."""

from __future__ import annotations

import re

_ANGRY_WORDS = re.compile(
    r"\b(ridiculous|useless|disgrace\w*|unacceptable|furious|angry|fed up|sick of|worst|terrible|awful|appalling|"
    r"pathetic|joke|scam\w*|lies|lying|liars?|wtf|ffs|bullshit|shit|crap|damn|hell|fuck\w*|stupid|idiots?|"
    r"incompetent|fuming|livid|rubbish|garbage|shambles|third time|how many times|already told|again and again)\b",
    re.IGNORECASE,
)
_SHOUTING_LETTERS = 12
_FOOLISH = r"(?:foolish|silly|daft|embarrassed|ashamed|dim|clumsy|dense)"
#: Whoever is cross with themselves, or begs our pardon, reproaches nobody.
_BLAMES_ONESELF = re.compile(
    rf"\bi (?:do |now )?(?:feel|felt|was|am|must be)(?: \w+)? {_FOOLISH}\b"
    rf"|\bi['’]m (?:so |such |being )?(?:an? )?{_FOOLISH}\b"
    r"|\b(?:silly|foolish|clumsy) (?:of )?me\b|\bmy (?:own )?(?:mistake|fault|bad|error|doing)\b"
    r"|\bi (?:do )?(?:beg your pardon|apologi[sz]e|stand corrected)\b"
    r"|\bi (?:misread|misremembered|mixed (?:it|them) up)\b",
    re.IGNORECASE,
)
_NOT_MINE = re.compile(
    r"\b(?:not|n['’]t|never) (?:\w+ )?my (?:own )?(?:mistake|fault|bad|error|doing)\b", re.IGNORECASE
)


def is_frustrated(text: str) -> bool:
    """Tell whether the message swears, complains of being let down, or shouts in capitals or marks."""
    letters = [c for c in text if c.isalpha()]
    shouts = len(letters) >= _SHOUTING_LETTERS and sum(c.isupper() for c in letters) > 0.8 * len(letters)
    return bool(_ANGRY_WORDS.search(text)) or shouts or "!!!" in text or "???" in text


def blames_oneself(text: str) -> bool:
    """Tell whether a message regrets something of the shopper's own, and is cross with nobody else."""
    own = _BLAMES_ONESELF.search(text) is not None and _NOT_MINE.search(text) is None
    return own and not is_frustrated(text)
