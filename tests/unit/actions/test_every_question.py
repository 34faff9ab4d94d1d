"""Each question of a message has its answer, also where its parcel has to be asked for first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.unit.actions.talk import LP, entity
from tests.unit.actions.test_second_questions import EXPORTED, WAITING, told_of
from tests.unit.actions.test_second_turn import chat


def sentence(text: str, intent: str = "out_of_scope", second: str = "", belief: float = 0.9, **more: Any) -> Any:
    seconds = [{"name": second, "confidence": belief}] if second else []
    return {"text": text, "intent": intent, "confidence": 0.9, "follow_ups": seconds, **more}


SENT_ALREADY = sentence("Was that one called off?", second="was_cancelled")
WHERE_TO = sentence("Which branch has got it?", second="pickup_where")
WHO_MAY = sentence("May my flatmate fetch it?", second="somebody_else_collects")
HOW_LONG = sentence("Is the seam at the hem double or single?")


def text_of(*sentences: Mapping[str, Any]) -> str:
    return " ".join(str(one["text"]) for one in sentences)


def test_both_of_two_second_questions_are_answered() -> None:
    both = (WHERE_TO, WHO_MAY)
    told = told_of(WAITING).says(text_of(*both), "out_of_scope", second="somebody_else_collects", sentences=both)
    for asked in ("pickup_where", "somebody_else_collects"):
        assert any(row.startswith(f"follow_ups/{asked}") for row in told.rows)


def test_what_no_table_knows_beside_it_is_written_down_and_named() -> None:
    both = (WHO_MAY, HOW_LONG)
    conversation = told_of(WAITING)
    told = conversation.says(text_of(*both), "out_of_scope", second="somebody_else_collects", sentences=both)
    assert f"“{HOW_LONG['text']}”" in told.text
    assert HOW_LONG["text"] in " ".join(conversation.dialogue.notes)
    assert HOW_LONG["text"] not in conversation.dialogue.answered


@pytest.mark.parametrize(
    "beside",
    [
        sentence("I was in the bath, of all places."),
        sentence("Fine?"),
        sentence("They told me so twice already, you see?", "complaint"),
        sentence("The one on the left side of the road."),
    ],
)
def test_what_asks_nothing_is_not_written_down(beside: Mapping[str, Any]) -> None:
    both = (beside, WHO_MAY)
    told = told_of(WAITING).says(text_of(*both), "out_of_scope", second="somebody_else_collects", sentences=both)
    assert len(told.rows) == 1
    assert "written down" not in told.text


def test_a_question_waits_with_the_first_one_until_its_parcel_is_known() -> None:
    conversation = chat(EXPORTED)
    both = (SENT_ALREADY, sentence("Where is order 7401 then?", "where_is_my_order"))
    conversation.says(
        text_of(*both), "where_is_my_order", entity("order_number", "7401"), sentences=both, confidence=0.8
    )
    assert conversation.dialogue.pending_seconds == ("was_cancelled",)
    told = conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    assert any(row.startswith("follow_ups/was_cancelled") for row in told.rows)
    assert conversation.dialogue.pending_seconds == ()


def test_in_other_languages_two_are_believed_each_by_itself() -> None:
    told = chat(EXPORTED).says(
        f"{LP} wurde das storniert, und kommt das noch an?",
        "where_is_my_order",
        entity("tracking_number", LP),
        seconds=[("was_cancelled", 0.9), ("still_coming", 0.7)],
        language="de",
    )
    assert any(row.startswith("follow_ups/was_cancelled") for row in told.rows)
