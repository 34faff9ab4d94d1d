"""Read the feeling of a message that deserves a word before anything else."""

from __future__ import annotations

import re
from enum import Enum

from parcelbot.core.answering.memory import Heard
from parcelbot.core.reading.facts.fillers import only_thanks
from parcelbot.core.reading.text.temper import is_frustrated


class Feeling(str, Enum):
    """Feeling that deserves a word before anything else."""

    ANGRY = "angry"
    DISAPPOINTED = "disappointed"
    WORRIED = "worried"
    PRESSED = "pressed"


_DISAPPOINTED = re.compile(
    r"\b(?:disappoint\w*|let down|upset|gutted|heartbroken|ruin\w*|sad|fed up|frustrat\w*|annoy\w*|not happy|"
    r"unhappy)\b",
    re.IGNORECASE,
)
_WORRIED = re.compile(
    r"(?<!should i )(?<!don't )(?<!not )(?<!no )\b(?:worr(?:ied|ying|ies|y sick)|anxious|nervous|desperate\w*"
    r"|panick\w*)\b",
    re.IGNORECASE,
)
#: Whoever comforts us needs no comfort.
_COMFORTS = re.compile(
    r"\b(?:no worries|not to worry|(?:don['’]?t|do not) worry|(?:these|such) things happen|no (?:rush|hurry)"
    r"|take your time|no harm done|(?:a|such a|quite a) (?:comfort|relief)"
    r"|i (?:do |quite |fully )?understand(?: that)? (?:it|you|the|how))\b",
    re.IGNORECASE,
)
_PRESSED = re.compile(
    r"\b(?:wedding|funeral|birthday|christening|anniversary|need (?:it|this|them) (?:by|for|before))\b", re.IGNORECASE
)


def comforts(text: str) -> bool:
    """Tell whether a message comforts us: whoever wrote it is neither angry nor let down."""
    return _COMFORTS.search(text) is not None


def read_feeling(heard: Heard) -> Feeling | None:
    """Read the feeling that a message shows; None for none."""
    text = heard.text
    if comforts(text) or only_thanks(text):
        return None
    if heard.feeling:
        return Feeling(heard.feeling)
    if is_frustrated(text):
        return Feeling.ANGRY
    if _DISAPPOINTED.search(text):
        return Feeling.DISAPPOINTED
    if _WORRIED.search(text):
        return Feeling.WORRIED
    return Feeling.PRESSED if _PRESSED.search(text) else None
