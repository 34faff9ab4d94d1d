"""A case over days, on the website: files, coming back, and a case that was not settled after all."""

from __future__ import annotations

import pytest

from tests.support.stack import Stack
from tests.support.visitor import Visitor


@pytest.fixture
def visitor(stack: Stack) -> Visitor:
    return Visitor(stack)


def with_a_ticket(visitor: Visitor) -> str:
    visitor.says("order #7413, anna@example.com: my parcel is damaged, what now?")
    visitor.says("I want to talk to a human")
    visitor.presses("Yes, send it")
    return str(visitor.ticket()["reference"])


def test_a_picture_goes_along_with_the_ticket(visitor: Visitor) -> None:
    visitor.says("order #7413, anna@example.com: the box is crushed")
    visitor.sends_picture("crushed box.png")
    visitor.says("I want to talk to a human")
    visitor.presses("Yes, send it")
    stored = visitor.ticket()
    assert "[file: crushed box.png]" in stored["transcript"]
    assert "sent 1 file: crushed box.png" in stored["summary"]
    assert stored["attachments"] != "[]"


def test_a_handed_over_conversation_still_has_the_assistants_answers(visitor: Visitor) -> None:
    with_a_ticket(visitor)
    assert visitor.state() == "requested"
    assert "customs" in visitor.says("what does held by customs mean?")
    assert visitor.state() == "requested"


def test_who_comes_back_hears_once_where_the_case_stands(visitor: Visitor) -> None:
    reference = with_a_ticket(visitor)
    visitor.is_away(hours=5)
    heard = visitor.says("hello")
    assert heard.startswith("Welcome back.")
    assert reference in heard
    assert "Welcome back" not in visitor.says("hello")


def test_a_case_that_is_late_is_called_late_on_coming_back(visitor: Visitor) -> None:
    reference = with_a_ticket(visitor)
    visitor.sql("UPDATE tickets SET first_response_due = '2026-01-05 09:00:00.000000' WHERE reference = ?", reference)
    visitor.is_away(hours=30)
    assert "haven't had it. I'm sorry" in visitor.says("where is my parcel?")


def test_what_was_solved_while_away_and_is_not_settled_is_passed_on_with_one_press(visitor: Visitor) -> None:
    reference = with_a_ticket(visitor)
    visitor.is_away(hours=30)
    solved = "UPDATE tickets SET status = 'solved', active_key = NULL, solved_at = datetime('now') WHERE reference = ?"
    visitor.sql(solved, reference)
    visitor.sql("UPDATE conversations SET state = 'solved' WHERE id = ?", visitor.id)
    assert "marked as solved" in visitor.says("hi")
    heard = visitor.presses("It isn't settled")
    again = visitor.ticket()
    assert again["reference"] in heard
    assert "Shall I send it" not in heard
    assert reference in again["earlier"]
    assert (again["email"], again["order_number"]) == ("anna@example.com", "7413")
    assert visitor.state() == "requested"


def test_another_visit_about_the_same_parcel_makes_the_case_more_urgent(visitor: Visitor) -> None:
    visitor.says("order #7408, anna@example.com: where is it?")
    visitor.is_away(hours=50)
    visitor.says("where is my parcel now?")
    visitor.says("I want to talk to a human")
    visitor.presses("Yes, send it")
    assert visitor.ticket()["priority_row"] == "repeat_contact"
