"""The watch over promises, with the real desk: what the shopper hears and what becomes of the case."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from parcelbot.core.cases.conversation import Author, ConversationState
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.core.handover.promises import PromiseRules
from parcelbot.store.cases.promised_tickets import PromisedTickets
from parcelbot.worker.promise_watch import PromiseWatch
from tests.support.office import ANA, ZONE, Office


@pytest.fixture
def watch(office: Office) -> PromiseWatch:
    rules = PromiseRules(SupportHours(time(9), time(18)), timedelta(minutes=10))

    def clock() -> datetime:
        return office.clock().astimezone(ZONE)

    return PromiseWatch(PromisedTickets(office.engine), office.desk, rules, clock)


def told(office: Office, ticket: Ticket, row: str) -> int:
    """Count how often the shopper was told that this happened."""
    lines = office.ledger.after(ticket.draft.conversation_id, 0)
    return sum((line.answer or {}).get("row") == row for line in lines if line.author is Author.BOT)


def claimed(office: Office) -> Ticket:
    ticket = office.hand_over()
    return office.desk.claim(ticket.reference, ANA)


def test_a_case_whose_agent_does_not_answer_goes_back_to_the_queue_and_the_shopper_is_told(
    office: Office, watch: PromiseWatch
) -> None:
    ticket = claimed(office)
    office.clock.advance(minutes=11)
    for _ in range(3):
        watch.step()
    now = office.tickets.find(ticket.reference)
    assert now is not None
    assert (now.assignee, now.status) == ("", TicketStatus.NEW)
    assert office.ledger.conversation(ticket.draft.conversation_id).state is ConversationState.REQUESTED
    assert told(office, ticket, "released") == 1


def test_an_agent_who_answered_keeps_the_case(office: Office, watch: PromiseWatch) -> None:
    ticket = claimed(office)
    office.desk.reply(ticket.reference, ANA, "I am asking the carrier", "echo-1")
    office.clock.advance(hours=2)
    watch.step()
    assert told(office, ticket, "released") == 0


def test_the_time_begins_anew_when_the_shopper_writes_again(office: Office, watch: PromiseWatch) -> None:
    ticket = claimed(office)
    office.desk.reply(ticket.reference, ANA, "I am asking the carrier", "echo-1")
    office.clock.advance(minutes=30)
    office.says(ticket.draft.conversation_id, "any news?")
    office.clock.advance(minutes=9)
    watch.step()
    assert told(office, ticket, "released") == 0
    office.clock.advance(minutes=1)
    watch.step()
    assert told(office, ticket, "released") == 1


def test_who_writes_to_an_agent_that_does_not_answer_hears_a_sign_of_life_once_for_each_wait(
    office: Office, watch: PromiseWatch
) -> None:
    ticket = claimed(office)
    office.desk.reply(ticket.reference, ANA, "I am asking the carrier", "echo-1")
    for count in (1, 2):
        office.says(ticket.draft.conversation_id, "any news?")
        office.clock.advance(minutes=4)
        for _ in range(3):
            watch.step()
        assert told(office, ticket, "waiting") == count
        office.desk.reply(ticket.reference, ANA, "Not yet", f"echo-then-{count}")
        office.clock.advance(minutes=1)
    assert told(office, ticket, "released") == 0


def test_a_late_answer_is_owned_up_to_once(office: Office, watch: PromiseWatch) -> None:
    ticket = office.hand_over()
    office.clock.now = ticket.first_response_due + timedelta(minutes=1)
    for _ in range(3):
        watch.step()
    assert told(office, ticket, "overdue") == 1


def test_an_answer_in_time_needs_no_apology(office: Office, watch: PromiseWatch) -> None:
    ticket = office.hand_over()
    office.desk.reply(ticket.reference, ANA, "I am asking the carrier", "echo-1")
    office.clock.now = ticket.first_response_due + timedelta(minutes=1)
    watch.step()
    assert told(office, ticket, "overdue") == 0


def test_a_case_over_which_something_fails_does_not_keep_the_others_waiting(
    office: Office, watch: PromiseWatch
) -> None:
    class Clumsy:
        def __init__(self) -> None:
            self.asked: list[str] = []

        def release_silent(self, reference: str) -> None:
            self.asked.append(reference)
            raise RuntimeError("the database is away")

        tell_overdue = tell_waiting = release_silent

    clumsy = Clumsy()
    cases = [office.hand_over().reference for _ in range(3)]
    office.clock.advance(days=5)
    PromiseWatch(watch.promised, clumsy, watch.rules, watch.clock).step()
    assert sorted(clumsy.asked) == sorted(cases)
