"""Tell which remarks would be empty words to somebody who was told of the parcel before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.answers.plans import PlanChange, PlannedAnswer
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import Status
from parcelbot.core.questions import BRING_A_FACT, Question

#: Nobody waits for the next scan of what has ended.
_ENDED = frozenset({Status.DELIVERED, Status.RETURNED})


def waits_for_scans(decided: DecidedEnquiry) -> bool:
    """Tell whether "no new scan since then" is worth a word: the parcel is the shopper's, and its way goes on."""
    return not decided.facts.long_over and decided.facts.status not in _ENDED


def names_the_change(talk: Talk, planned: PlannedAnswer, question: Question) -> bool:
    """Tell whether it is said why the plan changes; what the shopper tells is why only where this message tells it."""
    if not planned.moves_the_date or planned.change is not PlanChange.TOLD:
        return planned.moves_the_date
    memory, known = talk.memory, talk.known_before
    new = planned.before is not None and question.value != planned.before.question and question in BRING_A_FACT
    told = memory.checks != known.checks or memory.detail != known.detail
    return new or told or _apart_from_the_status(memory.claims) != _apart_from_the_status(known.claims)


def _apart_from_the_status(claims: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out the status that was named: it is what the scans were asked about all along."""
    return {name: value for name, value in claims.items() if name != "status"}
