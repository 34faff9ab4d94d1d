"""What "how long" and "you didn't answer" refer to: the carrier's own case, and the question that stands open."""

from __future__ import annotations

from tests.unit.actions.test_second_questions import WAITING, told_of


def test_who_says_that_it_was_no_answer_is_offered_a_person() -> None:
    conversation = told_of()
    conversation.says("and who bears the cost?", "where_is_my_order", second="if_lost", belief=0.9)
    again = conversation.says("das war keine Antwort darauf", "feedback_not_useful", language="de")
    assert "an einen Menschen" in again.text


def test_what_was_asked_instead_is_answered() -> None:
    told = told_of().says("not what I asked. By what day?", "arrival_date")
    assert told.rows[0].startswith("arrival/")


def test_what_we_do_now_is_not_what_the_shopper_does() -> None:
    told = told_of(WAITING).says("right, and what will you lot do?", "next_step", second="what_person_does")
    assert told.rows[0].startswith("follow_ups/what_person_does")
