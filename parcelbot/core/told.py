"""Tell from its English what a sentence tells, whatever language it is said in: so that no turn tells it twice."""

from __future__ import annotations

import re
from enum import Enum


class Told(str, Enum):
    """Facts that one turn tells once."""

    CAUSE = "cause"
    CONTACT = "contact"
    HOLDER = "holder"
    PROTECTION = "protection"
    QUOTED = "quoted"
    SEEN = "seen"
    SORRY = "sorry"
    WAIT = "wait"
    YES_OR_NO = "yes_or_no"


_MARKS: tuple[tuple[Told, re.Pattern[str]], ...] = (
    (Told.CAUSE, re.compile(r"\{cause(?:_noted)?\}")),
    (Told.CONTACT, re.compile(r"\{carrier_contact\}")),
    (Told.HOLDER, re.compile(r"\{(?:carrier_now|last_mile)\}")),
    (Told.PROTECTION, re.compile(r"\{protection_(?:days|left)\}")),
    #: A quotation that only bears out what stands before it.
    (Told.QUOTED, re.compile(r"(?<!says)(?<!says is)(?<!scan)(?<!words)(?<!to you): \"\{last_scan_text\}\"")),
    (Told.SEEN, re.compile(r"\{last_scan_\w+\}")),
    (Told.SORRY, re.compile(r"\bsorry\b", re.IGNORECASE)),
    (Told.WAIT, re.compile(r"\{(?:wait|plan)_date\}")),
    (Told.YES_OR_NO, re.compile(r"^(?:yes|no)\b|^by its last scan, yes\b", re.IGNORECASE)),
)


def told_by(english: str) -> frozenset[Told]:
    """Name what a sentence tells, by its placeholders and the few words that say it."""
    return frozenset(told for told, mark in _MARKS if mark.search(english))
