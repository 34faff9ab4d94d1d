"""A regret, a fear for one's skin, a bait of two euros: short messages that are answered plainly. Real tables."""

from __future__ import annotations

import pytest

from tests.unit.actions.test_second_questions import WAITING, told_of


def test_a_regret_gets_one_line_and_no_day_again() -> None:
    conversation = told_of()
    told = conversation.says("what a shame, really", "complaint", second="disappointed", belief=0.9)
    assert told.rows == ["follow_ups/disappointed"]
    assert not any(digit in told.text for digit in "0123456789")


def test_a_regret_is_of_the_talk_alone_and_stands_in_no_case() -> None:
    conversation = told_of()
    conversation.says("what a shame, really", "complaint", second="disappointed", belief=0.9)
    assert any("shame" in aside for aside in conversation.dialogue.asides)


@pytest.mark.parametrize("asked", ["should somebody medical see it?", "a surgery, or wait till monday?"])
def test_a_doctor_is_never_advised_against(asked: str) -> None:
    told = told_of().says(asked, "nlu_fallback", second="see_a_doctor", belief=0.9)
    assert told.rows == ["follow_ups/see_a_doctor"]
    assert "yes" in told.text
    assert "112" in told.text


def test_a_small_sum_by_a_link_is_answered_with_no() -> None:
    told = told_of().says("it is so little, i just pay", "nlu_fallback", second="small_fee_why_not", belief=0.9)
    assert told.text.startswith("Please don't")


def test_a_locker_that_stays_shut_is_its_carriers_and_not_a_matter_of_the_code_that_never_came() -> None:
    told = told_of(WAITING).says("it stays shut", "nlu_fallback", second="locker_refuses", belief=0.9)
    assert told.rows[0].startswith("follow_ups/locker_refuses")
