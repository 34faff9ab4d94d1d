"""Tell from its English what a sentence tells, whatever language it is said in: so that no turn tells it twice."""

from __future__ import annotations

import re
from enum import Enum


class TurnFact(str, Enum):
    """Facts that one turn tells once; what a person decides stays a question of the case."""

    ANSWER = "answer"
    A_PERSON_DECIDES = "a_person_decides"
    CAUSE = "cause"
    CONTACT = "contact"
    HOLDER = "holder"
    PROTECTION = "protection"
    QUOTED = "quoted"
    SEEN = "seen"
    SORRY = "sorry"
    WAIT = "wait"
    YES_OR_NO = "yes_or_no"


_MARKS: tuple[tuple[TurnFact, re.Pattern[str]], ...] = (
    #: A yes or no before a sentence that tells all by itself.
    (TurnFact.ANSWER, re.compile(r"^(?:yes|no|hardly)[,.:;] ", re.IGNORECASE)),
    (TurnFact.A_PERSON_DECIDES, re.compile(r"\ba person (?:here )?(?:decides|settles|tells you|answers)\b")),
    (TurnFact.CAUSE, re.compile(r"\{cause(?:_noted)?\}")),
    (TurnFact.CONTACT, re.compile(r"\{carrier_contact\}")),
    (TurnFact.HOLDER, re.compile(r"\{(?:carrier_now|last_mile)\}")),
    (TurnFact.PROTECTION, re.compile(r"\{protection_(?:days|left)\}")),
    #: A quotation that only bears out what stands before it.
    (TurnFact.QUOTED, re.compile(r"(?<!says)(?<!says is)(?<!scan)(?<!words)(?<!to you): \"\{last_scan_text\}\"")),
    (TurnFact.SEEN, re.compile(r"\{last_scan_\w+\}")),
    (TurnFact.SORRY, re.compile(r"\bsorry\b", re.IGNORECASE)),
    (TurnFact.WAIT, re.compile(r"\{(?:wait|plan)_date\}")),
    (TurnFact.YES_OR_NO, re.compile(r"^(?:yes|no)\b|^by its last scan, yes\b", re.IGNORECASE)),
)


def facts_told_by(english: str) -> frozenset[TurnFact]:
    """Name what a sentence tells, by its placeholders and the few words that say it."""
    return frozenset(told for told, mark in _MARKS if mark.search(english))
