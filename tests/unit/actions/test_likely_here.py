"""A second question that makes no sense where the talk stands leaves its belief to the next."""

from __future__ import annotations

import pytest

from tests.unit.actions.talk import Chat, entity
from tests.unit.actions.test_second_questions import EXPORTED, WAITING, told_of


def test_the_next_likely_is_answered_where_the_likeliest_makes_no_sense() -> None:
    told = told_of(WAITING).says(
        "and up to which evening have they got it for me?",
        "out_of_scope",
        confidence=0.6,
        seconds=[("customs_how_long", 0.45), ("pickup_until", 0.22), ("delay_how_long", 0.05)],
    )
    assert told.rows[0].startswith("follow_ups/pickup_until")


def test_what_is_unlikely_even_then_is_not_answered() -> None:
    told = told_of(WAITING).says(
        "and up to which evening have they got it for me?",
        "out_of_scope",
        confidence=0.6,
        seconds=[("customs_how_long", 0.3), ("pickup_until", 0.13)],
    )
    assert told.rows == []


def test_what_states_something_is_no_likelier_for_what_cannot_be_asked() -> None:
    told = told_of(WAITING).says(
        "the big crates come up the stairs with a trolley here",
        "out_of_scope",
        confidence=0.6,
        seconds=[("customs_how_long", 0.45), ("pickup_until", 0.22), ("delay_how_long", 0.05)],
    )
    assert told.rows == []


@pytest.mark.parametrize("reproach", ["scam_message", "refund_wanted", "refund_status"])
def test_a_reproach_about_money_is_not_told_yes(reproach: str) -> None:
    told = told_of(EXPORTED).says(
        "we have paid and there is nothing for it, do I see that correctly?",
        "out_of_scope",
        ranking=[reproach],
        confidence=0.6,
        second="understood_right",
    )
    assert not told.text.startswith(("Yes", "That's it"))


def test_whoever_asks_whether_it_turns_back_is_not_told_where_it_is() -> None:
    told = told_of(EXPORTED).says(
        "say nobody opens to them, does it turn round to China then, or where is it meanwhile?",
        "returned_to_sender",
        entity("country", "CN"),
        confidence=0.7,
        second="goes_back",
    )
    assert told.rows[0].startswith("follow_ups/goes_back")


def test_nothing_is_told_of_a_case_that_nobody_began() -> None:
    told = told_of(EXPORTED).says(
        "could you have them try it at the other entrance, with our name on the note?",
        "change_address",
        confidence=0.8,
        second="case_afterwards",
        belief=0.55,
    )
    assert "follow_ups/case_afterwards" not in told.rows


def test_a_closed_card_is_no_question_where_a_refund_went() -> None:
    chat: Chat = told_of(EXPORTED)
    told = chat.says(
        "by the way I have changed my bank since I ordered", "out_of_scope", confidence=0.7, second="refund_old_means"
    )
    assert told.rows == []


def test_after_a_refund_was_asked_for_it_is() -> None:
    chat: Chat = told_of(EXPORTED)
    chat.says("where does my refund hang?", "refund_status")
    told = chat.says("may it be on the account I have closed?", "out_of_scope", second="refund_old_means")
    assert told.rows[0].startswith("follow_ups/refund_old_means")


CLOSE = [("pickup_bring", 0.28), ("somebody_else_collects", 0.26), ("which_id", 0.2)]
FETCHES = "with only his student card it is handed out or no, he carries nothing else"


def test_the_likeliest_of_a_close_few_is_answered_while_a_case_is_drafted() -> None:
    conversation = told_of(WAITING)
    conversation.says("a person please", "talk_to_human")
    told = conversation.says(FETCHES, "out_of_scope", confidence=0.8, seconds=CLOSE)
    assert told.rows[0].startswith("follow_ups/pickup_bring")


def test_where_the_few_are_not_nearly_all_it_stays_with_the_person() -> None:
    conversation = told_of(WAITING)
    conversation.says("a person please", "talk_to_human")
    told = conversation.says(FETCHES, "out_of_scope", confidence=0.8, seconds=CLOSE[:1])
    assert told.rows == []
