"""A wording that was asked for is answered, whatever else the message resembles, and never asked for again."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_question import Asked
from tests.unit.actions.talk import Chat, Told, entity


def asked_for_a_wording() -> Chat:
    conversation = Chat()
    told = conversation.says("what does it mean", "status_meaning")
    assert "Which wording" in told
    assert conversation.dialogue.open is not None
    assert conversation.dialogue.open.asked is Asked.WORDING
    return conversation


def answered(text: str, intent: str, wording: str) -> tuple[Chat, Told]:
    conversation = asked_for_a_wording()
    return conversation, conversation.says(text, intent, entity("wording", wording))


@pytest.mark.parametrize("intent", ["tracking_not_updating", "status_meaning", "out_of_scope"])
def test_the_wording_is_explained_although_it_resembles_another_question(intent: str) -> None:
    conversation, told = answered("Arrived at a facility", intent, "in_transit/in_transit_arrival/arrived")
    assert "tracking number" not in told
    assert conversation.dialogue.question == "status_meaning"


def test_a_wording_that_nobody_knows_is_said_to_be_unknown_and_not_asked_for_again() -> None:
    conversation, told = answered("Manifest reconciliation done", "out_of_scope", "unknown")
    assert "Which wording" not in told
    assert conversation.dialogue.question == "status_meaning"


def test_another_question_meanwhile_is_answered_as_that() -> None:
    conversation, _ = answered("cancel order", "cancel_order", "unknown")
    assert conversation.dialogue.question == "cancel_order"


def test_a_wording_that_nobody_asked_for_changes_nothing() -> None:
    conversation = Chat()
    conversation.says("Arrived at a facility", "refund_status", entity("wording", "in_transit//arrived"))
    assert conversation.dialogue.question == "refund_status"
