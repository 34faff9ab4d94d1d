"""Reply deadline for a case returned to the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from parcelbot.core.answering.tables import Source
from parcelbot.core.cases.priority import Priorities, PriorityRow
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Priority
from parcelbot.core.handover.promises import ReplyDeadline
from tests.unit.core.builders import MONDAY as NOW
from tests.unit.core.builders import ticket


def row(name: str, priority: Priority, hours: int) -> PriorityRow:
    source = Source("the-document", "The section")
    return PriorityRow(name, (), source, "faq", date(2026, 11, 22), priority, timedelta(hours=hours))


ROWS = (row("missing", Priority.URGENT, 1), row("customs", Priority.NORMAL, 3), row("else", Priority.NORMAL, 4))
DUE = ReplyDeadline(Priorities(ROWS, {}), SupportHours(time(9), time(18)))


def test_the_tickets_own_row_counts_anew() -> None:
    assert DUE(ticket(priority_row="customs"), NOW) == NOW + timedelta(hours=3)


def test_a_ticket_ranked_by_hand_has_the_longest_time_of_its_priority() -> None:
    assert DUE(ticket(priority_row=""), NOW) == NOW + timedelta(hours=4)


def test_a_priority_without_a_row_has_the_longest_time_there_is() -> None:
    ranked = ticket(draft=replace(ticket().draft, priority=Priority.HIGH))
    assert DUE(ranked, NOW) == NOW + timedelta(hours=4)


def test_only_working_hours_count() -> None:
    assert DUE(ticket(priority_row="customs"), NOW + timedelta(hours=5)) == NOW + timedelta(hours=23)
