"""A question that supposes something is told what happens then; nothing of it is wished for. Real tables, sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.reading.language_phrases import load_replies
from tests.unit.actions.talk import LP, ROOT
from tests.unit.actions.test_second_questions import EXPORTED, WAITING, told_of

LOCALES = Path(ROOT) / "locales"


@pytest.mark.parametrize(
    ("text", "resembles", "row"),
    [
        (
            "Suppose it's returned one day, is my money lost?",
            "refund_wanted",
            "if_back",
        ),
        ("if it comes back would I owe you another postage?", "shipping_cost", "if_back_cost"),
        ("what if it gets here too late?", "late_delivery", "if_late"),
        ("what if it arrives damaged?", "item_damaged", "if_broken"),
        ("and if customs reject it, what then?", "customs_delay", "if_customs"),
        ("what if nobody answers the bell?", "delivery_attempt_failed", "away"),
        ("and if there's no news by Sunday?", "refund_wanted", "then_what_dated"),
    ],
)
def test_the_supposed_event_is_answered_whatever_it_resembles(text: str, resembles: str, row: str) -> None:
    conversation = told_of(EXPORTED)
    plan, matters = conversation.dialogue.plan_of(LP), conversation.dialogue.matters
    told = conversation.says(text, resembles)
    assert told.rows[0] == f"follow_ups/{row}"
    assert conversation.dialogue.plan_of(LP) == plan
    assert conversation.dialogue.matters == matters


def test_where_it_waits_what_is_not_collected_goes_back() -> None:
    told = told_of(WAITING).says("what happens if I don't collect it?", "available_for_pickup")
    assert told.rows[0] == "follow_ups/do_nothing_counter"


def test_in_other_languages_as_well() -> None:
    text = "und falls es zurückkommt, ist mein Geld dann verloren?"
    said = {"says": list(load_replies(LOCALES)["de"].says(text))}
    conversation = told_of(EXPORTED)
    told = conversation.says(text, "refund_wanted", language="de", said=said)
    assert told.rows[0] == "follow_ups/if_back"
    assert "refund_wanted" not in conversation.dialogue.matters


def test_a_wish_with_a_condition_stays_a_wish() -> None:
    conversation = told_of(EXPORTED)
    conversation.says("if it goes back I'd like a refund please, ok?", "refund_wanted")
    assert "refund_wanted" in conversation.dialogue.matters
