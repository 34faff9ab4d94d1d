"""What "how long" and "you didn't answer" refer to: the carrier's own case, and the question that stands open."""

from __future__ import annotations

import pytest

from tests.unit.actions.test_second_questions import WAITING, told_of


@pytest.mark.parametrize(
    "text",
    [
        "how long will the carrier's investigation take?",
        "when is their search finished?",
        "how many days does the enquiry at the post office last",
    ],
)
def test_how_long_the_carrier_searches_nobody_here_knows(text: str) -> None:
    conversation = told_of()
    conversation.says("let somebody look at it", "talk_to_human")
    told = conversation.says(text, "ticket_status", second="when_reply", belief=0.4)
    assert told.text.startswith("How long they take with their own case I can't say")


def test_who_says_that_it_was_no_answer_is_answered_in_other_words() -> None:
    conversation = told_of()
    first = conversation.says("and who bears the cost?", "where_is_my_order", second="if_lost", belief=0.9)
    again = conversation.says("das war keine Antwort darauf", "feedback_not_useful", language="de")
    assert again.rows == first.rows == ["follow_ups/if_lost_dated"]
    assert again.text != first.text


def test_what_was_asked_instead_is_answered() -> None:
    told = told_of().says("not what I asked. By what day?", "arrival_date")
    assert told.rows[0].startswith("arrival/")


def test_what_we_do_now_is_not_what_the_shopper_does() -> None:
    told = told_of(WAITING).says("right, and what will you lot do?", "next_step", second="what_person_does")
    assert told.rows[0].startswith("follow_ups/what_person_does")
