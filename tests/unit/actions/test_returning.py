"""A shopper who comes back hears where the case stands, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from rasa_sdk.events import SlotSet

from actions.returning import detect_return, welcome_back
from actions.smalltalk import ActionGreet
from actions.ticket_form import ActionTicketStatus
from actions.turn import Turn
from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.cases.visits import RETURNS_AFTER
from tests.unit.actions.talk import CONVERSATION, said, turn
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import FakeRecord, FakeTickets, services

GONE = {"away_since": (NOW - timedelta(days=1)).isoformat()}
DRAFT = TicketDraft(CONVERSATION, "late_delivery")
TICKET = Ticket("KT-AAAAAA", DRAFT, TicketStatus.NEW, NOW, NOW, NOW + timedelta(days=3))
TOLD = "Hello again.\n\nKT-AAAAAA waits.\n\nClosed."
RESPONSES = {
    "utter_welcome_back": "Hello again.",
    "utter_ticket_status_new": "{reference} waits.",
    "utter_ticket_status_solved": "{reference} is solved.",
    "utter_ticket_status_overdue": "{reference} is late.",
    "utter_team_closed": "Closed.",
}


def record(pause: timedelta, later_author: Author = Author.SHOPPER) -> FakeRecord:
    first = Message(CONVERSATION, 1, Author.SHOPPER, NOW - pause, "hi")
    return FakeRecord([first, Message(CONVERSATION, 2, later_author, NOW, "hello")])


def heard(pause: timedelta, message_id: str = f"{CONVERSATION}:2", **parts: Any) -> list[Any]:
    use_cases = services(record=record(pause, **parts))
    return detect_return(turn(message={"message_id": message_id}, use_cases=use_cases))


def back(*tickets: Ticket, slots: dict[str, str] | None = None) -> Turn:
    kept = FakeTickets({t.reference: t for t in tickets})
    return turn(GONE if slots is None else slots, responses=RESPONSES, use_cases=services(tickets=kept))


def told(*tickets: Ticket) -> list[str]:
    one = back(*tickets)
    welcome_back(one)
    return said(one.dispatcher)


def test_four_hours_of_silence_are_a_return() -> None:
    assert heard(RETURNS_AFTER) == [SlotSet("away_since", (NOW - RETURNS_AFTER).isoformat())]


def test_a_minute_less_is_not() -> None:
    assert heard(RETURNS_AFTER - timedelta(minutes=1)) == []


def test_a_first_message_is_no_return() -> None:
    assert heard(timedelta(days=1), f"{CONVERSATION}:1") == []


def test_a_channel_without_a_record_knows_no_returns() -> None:
    assert heard(timedelta(days=1), "an-id-of-rasas-own") == []


def test_an_open_case_is_told_of() -> None:
    assert told(TICKET) == [TOLD]


def test_a_late_case_is_called_late() -> None:
    assert "KT-AAAAAA is late." in told(replace(TICKET, first_response_due=NOW - timedelta(hours=1)))[0]


def test_a_case_that_was_solved_meanwhile_is_told_of() -> None:
    solved = replace(TICKET, status=TicketStatus.SOLVED, solved_at=NOW - timedelta(hours=2))
    assert told(solved) == ["Hello again.\n\nKT-AAAAAA is solved."]


def test_a_case_that_was_solved_before_is_old_news() -> None:
    assert told(replace(TICKET, status=TicketStatus.SOLVED, solved_at=NOW - timedelta(days=2))) == []


def test_a_solved_case_that_goes_on_in_a_newer_ticket_is_told_of_by_that_one() -> None:
    solved = replace(TICKET, status=TicketStatus.SOLVED, solved_at=NOW)
    follows = replace(TICKET, reference="KT-CCCCCC", earlier=("KT-AAAAAA",))
    (only,) = told(solved, follows)
    assert "KT-CCCCCC" in only


def test_several_cases_are_welcomed_once() -> None:
    first, second = told(TICKET, replace(TICKET, reference="KT-CCCCCC"))
    assert first.startswith("Hello again.")
    assert not second.startswith("Hello again.")


def test_without_a_case_nothing_is_said() -> None:
    assert told() == []


def test_it_is_told_once() -> None:
    assert welcome_back(back(TICKET)) == [SlotSet("away_since", None)]
    assert welcome_back(back(TICKET, slots={})) == []


def test_every_action_that_speaks_tells_it_before_its_own_answers() -> None:
    one = back(TICKET)
    events = ActionGreet()._perform_with_courtesies(one)
    assert said(one.dispatcher) == [TOLD, "utter_greet"]
    assert events == [SlotSet("away_since", None)]


def test_who_asks_for_the_state_hears_it_once() -> None:
    one = back(TICKET)
    events = ActionTicketStatus()._perform_with_courtesies(one)
    assert said(one.dispatcher) == ["KT-AAAAAA waits.\n\nClosed."]
    assert events == [SlotSet("away_since", None)]
