"""Recognise danger in a shopper's words: a second net under the classifier, made of rules, that leans to recall."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from parcelbot.core.reading.danger.danger_idioms import IDIOMS
from parcelbot.core.reading.danger.danger_words import ACCOUNT_MISUSE, CHARGED_TWICE, CRISIS, THREAT, one_of
from parcelbot.core.reading.danger.denials import without_denials
from parcelbot.core.reading.danger.hazard_words import HAZARD
from parcelbot.core.reading.text.plain_text import plain_text


class Danger(str, Enum):
    """Kind of danger, by the name of its question."""

    HAZARD = "hazard"
    ACCOUNT_MISUSE = "account_misuse"
    CRISIS = "crisis"
    THREAT = "threat"


#: What is looked for, the gravest kind first.
_WORDINGS: Mapping[Danger, re.Pattern[str]] = {
    Danger.CRISIS: CRISIS,
    Danger.THREAT: THREAT,
    Danger.HAZARD: HAZARD,
    Danger.ACCOUNT_MISUSE: one_of(ACCOUNT_MISUSE.pattern, CHARGED_TWICE.pattern),
}


def read_danger(text: str) -> Danger | None:
    """Return the gravest danger that `text` speaks of, in whatever case and apostrophes; None for none.

    What only sounds dangerous, and what is said not to have happened, does not count.
    """
    meant = without_denials(IDIOMS.sub(" … ", plain_text(text)))
    return next((danger for danger, wording in _WORDINGS.items() if wording.search(meant)), None)


def is_only_charged_twice(text: str) -> bool:
    """Tell whether nothing but money that was taken twice makes a text sound like a misused account."""
    meant = without_denials(IDIOMS.sub(" … ", plain_text(text)))
    return CHARGED_TWICE.search(meant) is not None and ACCOUNT_MISUSE.search(meant) is None
