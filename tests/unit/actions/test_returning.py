"""A shopper who comes back hears where the case stands, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.cases.visits import RETURNS_AFTER
from tests.unit.actions.talk import CONVERSATION, Chat, Told, kept
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import FakeRecord, services

DRAFT = TicketDraft(CONVERSATION, "late_delivery")
TICKET = Ticket("KT-AAAAAA", DRAFT, TicketStatus.NEW, NOW, NOW, NOW + timedelta(days=3))
DAY = timedelta(days=1)


def record(pause: timedelta) -> FakeRecord:
    first = Message(CONVERSATION, 1, Author.SHOPPER, NOW - pause, "hi")
    return FakeRecord([first, Message(CONVERSATION, 2, Author.SHOPPER, NOW, "hello")])


def back(*tickets: Ticket, pause: timedelta = DAY, message: str = "2", intent: str = "greet") -> Told:
    use_cases = services(tickets=kept(*tickets), record=record(pause))
    return Chat(use_cases).says("hello", intent, message_id=f"{CONVERSATION}:{message}")


def test_four_hours_of_silence_are_a_return() -> None:
    assert "Welcome back" in back(TICKET, pause=RETURNS_AFTER)


def test_a_minute_less_is_not() -> None:
    assert "Welcome back" not in back(TICKET, pause=RETURNS_AFTER - timedelta(minutes=1))


def test_a_first_message_is_no_return() -> None:
    assert "Welcome back" not in back(TICKET, message="1")


def test_a_channel_without_a_record_knows_no_returns() -> None:
    assert "Welcome back" not in back(TICKET, message="an id of Rasa's own")


def test_an_open_case_is_told_of_before_the_answer() -> None:
    first, *others = back(TICKET).messages
    assert first["text"].startswith("Welcome back.")
    assert "KT-AAAAAA is waiting" in first["text"]
    assert others[-1]["text"].startswith("Hello")


def test_a_late_case_is_called_late() -> None:
    assert "you haven't had it" in back(replace(TICKET, first_response_due=NOW - timedelta(hours=1)))


def test_a_case_that_was_solved_meanwhile_is_told_of() -> None:
    solved = replace(TICKET, status=TicketStatus.SOLVED, solved_at=NOW - timedelta(hours=2))
    assert "KT-AAAAAA was marked as solved" in back(solved)


def test_a_case_that_was_solved_before_is_old_news() -> None:
    assert "KT-" not in back(replace(TICKET, status=TicketStatus.SOLVED, solved_at=NOW - timedelta(days=2)))


def test_a_solved_case_that_goes_on_in_a_newer_ticket_is_told_of_by_that_one() -> None:
    solved = replace(TICKET, status=TicketStatus.SOLVED, solved_at=NOW)
    told = back(solved, replace(TICKET, reference="KT-CCCCCC", earlier=("KT-AAAAAA",)))
    assert "KT-CCCCCC" in told
    assert "KT-AAAAAA" not in told


def test_several_cases_are_welcomed_once() -> None:
    told = back(TICKET, replace(TICKET, reference="KT-CCCCCC"))
    assert told.text.count("Welcome back") == 1


def test_without_a_case_nothing_is_said() -> None:
    assert "Welcome back" not in back()


def test_who_asks_for_the_state_hears_it_once() -> None:
    told = back(TICKET, intent="ticket_status")
    assert told.text.count("KT-AAAAAA") == 1
