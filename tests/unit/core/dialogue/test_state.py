"""Where a conversation stands, as it is kept between turns."""

from __future__ import annotations

import json
from datetime import date

from parcelbot.core.answering.open_question import Asked, OpenQuestion
from parcelbot.core.dialogue.state import CaseAnswer, CaseDraft, Dialogue, ParcelPlan, dialogue_from_json

FULL = Dialogue(
    open=OpenQuestion(Asked.CHECK, "places_checked", ("a", "b"), 2),
    pending=("customs_delay",),
    plans={"LP1": ParcelPlan("late_delivery", "late/quiet", "basis", "2026-12-03")},
    case=CaseDraft(email="", order=None),
    case_answer=CaseAnswer("late_delivery", "late/quiet", "2026-12-03"),
    notes=("flat 4b",),
    said=("aa", "bb"),
    anger=1,
)


def test_a_state_survives_being_kept() -> None:
    assert dialogue_from_json(json.loads(json.dumps(FULL.to_json()))) == FULL


def test_nothing_kept_is_a_new_conversation() -> None:
    assert dialogue_from_json(None) == Dialogue()


def test_what_a_later_release_kept_beside_it_is_passed_over() -> None:
    assert dialogue_from_json({**FULL.to_json(), "mood": "sunny"}) == FULL


def test_a_plan_knows_its_day() -> None:
    plan = FULL.plan_of("LP1")
    assert plan is not None
    assert plan.day == date(2026, 12, 3)
    assert ParcelPlan("q", "r", "b").day is None


def test_leaving_off_keeps_what_is_known() -> None:
    left = FULL.left_off()
    assert (left.open, left.pending, left.case, left.anger) == (None, (), None, 0)
    assert (left.plans, left.said, left.notes) == (FULL.plans, FULL.said, FULL.notes)
