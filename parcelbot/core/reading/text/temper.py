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


def is_frustrated(text: str) -> bool:
    """Tell whether the message swears, complains of being let down, or shouts in capitals or marks."""
    letters = [c for c in text if c.isalpha()]
    shouts = len(letters) >= _SHOUTING_LETTERS and sum(c.isupper() for c in letters) > 0.8 * len(letters)
    return bool(_ANGRY_WORDS.search(text)) or shouts or "!!!" in text or "???" in text
