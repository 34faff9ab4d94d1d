"""Keep one plan per parcel: it stays until a new scan, a new fact or its own date changes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.dialogue.state import ParcelPlan
from parcelbot.core.dialogue.talk import Talk
from parcelbot.core.parcel.shipment import LookupOutcome
from parcelbot.core.questions import BRING_A_FACT, Question


class PlanChange(str, Enum):
    """Reason why a plan is not the one from before."""

    NONE = "none"
    FIRST = "first"
    SCAN = "scan"
    TOLD = "told"
    TIME = "time"


@dataclass(frozen=True)
class PlannedAnswer:
    """The answer that is the parcel's plan now, and what changed since it was last told."""

    decided: DecidedEnquiry
    change: PlanChange
    before: ParcelPlan | None

    @property
    def moves_the_date(self) -> bool:
        """True when a day that was promised is not the one to wait for any more."""
        day = self.decided.answer.wait_until
        return self.before is not None and self.before.day is not None and self.before.day != day


def settle_plan(talk: Talk, question: Question) -> PlannedAnswer:
    """Decide the plan of the parcel, or keep the one that stands, and put it down.

    Where no provider answers, nothing is put down: what was planned before still holds.
    """
    before = talk.dialogue.plan_of(talk.number)
    leading = question if before is None else _leading(talk, question, before)
    decided = talk.decide(leading)
    if not talk.number or (_is_out(decided) and (before is not None or decided.shipment is None)):
        return PlannedAnswer(decided, PlanChange.FIRST, None)
    planned = _compared(decided, before, talk.today)
    order = talk.around.identify(talk.memory).order
    plan = replace(_plan(planned, leading), order=talk.memory.order_number if order else "")
    talk.dialogue = talk.dialogue.with_plan(talk.number, plan)
    talk.planned[talk.number] = planned.decided
    return planned


def plan_stands(talk: Talk, question: Question) -> bool:
    """Tell whether the parcel's plan was told and is still the same; puts nothing down.

    While nobody can look, what was told still holds until its day has passed.
    """
    before = talk.dialogue.plan_of(talk.number) if talk.number else None
    if before is None:
        return False
    decided = talk.decide(_leading(talk, question, before))
    if _is_out(decided):
        return before.day is None or before.day >= talk.today
    return _compared(decided, before, talk.today).change is PlanChange.NONE


def _is_out(decided: DecidedEnquiry) -> bool:
    """Tell whether no provider answered, so that nothing newer is known of the parcel than before."""
    return decided.facts.lookup is LookupOutcome.UNAVAILABLE


def _leading(talk: Talk, question: Question, before: ParcelPlan) -> Question:
    """Choose the question that decides: the plan's own, unless the new one brings a fact."""
    if question in BRING_A_FACT:
        return question
    if question is Question.LATE_DELIVERY and talk.decide(question).facts.promise_passed:
        return question
    return Question(before.question)


def _compared(decided: DecidedEnquiry, before: ParcelPlan | None, today: date) -> PlannedAnswer:
    if before is None:
        return PlannedAnswer(decided, PlanChange.FIRST, None)
    if _basis(decided) != before.basis:
        return PlannedAnswer(decided, PlanChange.SCAN, before)
    if decided.answer.row_name == before.row:
        return _standing(decided, before, today)
    passed = before.day is not None and before.day < today
    return PlannedAnswer(decided, PlanChange.TIME if passed else PlanChange.TOLD, before)


def _standing(decided: DecidedEnquiry, before: ParcelPlan, today: date) -> PlannedAnswer:
    """Keep the day that was told: one that counts from today would move with every look."""
    if before.day is None or before.day < today:
        change = PlanChange.NONE if before.day is None else PlanChange.TIME
        return PlannedAnswer(decided, change, before)
    kept = replace(decided, answer=replace(decided.answer, wait_until=before.day))
    return PlannedAnswer(kept, PlanChange.NONE, before)


def _plan(planned: PlannedAnswer, question: Question) -> ParcelPlan:
    answer = planned.decided.answer
    day = answer.wait_until.isoformat() if answer.wait_until else ""
    return ParcelPlan(question.value, answer.row_name, _basis(planned.decided), day)


def _basis(decided: DecidedEnquiry) -> str:
    """Sum up the state of the parcel itself, as far as a plan hangs on it."""
    facts = decided.facts
    scan = facts.last_scan_at.isoformat() if facts.last_scan_at else ""
    status = facts.status.value if facts.status else facts.lookup.value
    return "|".join((status, facts.substatus.value, scan))
