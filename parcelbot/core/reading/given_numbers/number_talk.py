"""Tell whether a message that was not understood may speak of the number that was asked for. English rules."""

from __future__ import annotations

import re

_OF_A_NUMBER = re.compile(
    r"\b(?:numbers?|nos?|codes?|ids?|digits?|letters?|figures?|tracking|orders?|ordered|bought|e-?mails?|mails?|receipt"
    r"|invoice|confirmation|typed?|wrote|written|entered|pasted|sent|gave|given|deleted|lost|find|found|search\w*"
    r"|look\w*|fetch\w*|wait|hang on|hold on|moment|minute|sec(?:ond)?s?|name|surname|phone|laptop|computer"
    r"|long one|short one|which one|starts?|starting|begins?)\b",
    re.IGNORECASE,
)


def speaks_of_a_number(text: str) -> bool:
    """Tell whether a message speaks of a number, of where it stands or of finding it."""
    return _OF_A_NUMBER.search(text) is not None
