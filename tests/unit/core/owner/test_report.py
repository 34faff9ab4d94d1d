from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.owner.outcomes import Visit, VisitOutcome
from parcelbot.core.owner.report import OpenedTicket, Report, make_report

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 4)
NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
NOON = datetime(2026, 11, 3, 12, tzinfo=timezone.utc)


def visit(outcome: VisitOutcome, at: datetime = NOON, intent: str = "customs_delay") -> Visit:
    return Visit("ann", at, at, outcome, intent)


def ticket(
    answered_after: timedelta | None = None, active: bool = True, due: timedelta = timedelta(hours=4)
) -> OpenedTicket:
    answered = None if answered_after is None else NOON + answered_after
    return OpenedTicket("delivered/missing", "delivered_not_received", NOON, NOON + due, answered, active)


def report(
    *visits: Visit, tickets: tuple[OpenedTicket, ...] = (), entries: tuple[JournalEntry, ...] = (), zone=timezone.utc
) -> Report:
    return make_report(FIRST, LAST, visits, tickets, entries, NOW, zone)


def test_an_empty_span_has_every_day_and_no_share():
    empty = report()
    assert [day for day, _ in empty.by_day] == [date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4)]
    assert empty.total.share(VisitOutcome.CONFIRMED) is None


def test_what_is_going_on_or_was_no_question_is_in_no_share():
    kinds = (VisitOutcome.CONFIRMED, VisitOutcome.ASSUMED, VisitOutcome.GOING_ON, VisitOutcome.NO_QUESTION)
    total = report(*map(visit, kinds)).total
    assert (total.visits, total.decided, total.share(VisitOutcome.CONFIRMED)) == (4, 2, 0.5)


def test_those_who_came_back_are_in_neither_share_of_resolved():
    total = report(visit(VisitOutcome.CAME_BACK), visit(VisitOutcome.ASSUMED)).total
    assert (total.share(VisitOutcome.ASSUMED), total.share(VisitOutcome.CONFIRMED)) == (0.5, 0.0)


def test_a_visit_counts_on_the_day_it_began_at_the_shop():
    late = datetime(2026, 11, 3, 23, 30, tzinfo=timezone.utc)
    by_day = dict(report(visit(VisitOutcome.ASSUMED, late), zone=ZoneInfo("Europe/Berlin")).by_day)
    assert by_day[date(2026, 11, 4)].visits == 1


def test_what_began_on_other_days_is_left_out():
    assert report(visit(VisitOutcome.ASSUMED, NOON - timedelta(days=5))).total.visits == 0


def test_the_most_frequent_intent_comes_first():
    told = report(visit(VisitOutcome.ASSUMED, intent="late_delivery"), *[visit(VisitOutcome.ASSUMED)] * 2)
    assert [intent for intent, _ in told.by_intent] == ["customs_delay", "late_delivery"]


def test_hand_overs_are_counted_by_row_and_issue():
    assert report(tickets=(ticket(), ticket())).handovers == [(("delivered/missing", "delivered_not_received"), 2)]


def test_first_answers_are_held_against_the_promise():
    responses = report(tickets=(ticket(timedelta(hours=1)), ticket(timedelta(hours=9)))).responses
    assert (responses.kept, responses.late, responses.median_min) == (1, 1, 300)


def test_tickets_without_an_answer_wait_until_the_promise_and_are_overdue_after():
    responses = report(tickets=(ticket(), ticket(due=timedelta(days=60)), ticket(active=False))).responses
    assert (responses.waiting, responses.overdue) == (1, 1)


def test_the_journal_is_counted_by_kind_and_day():
    entries = tuple(JournalEntry(NOON, "c", JournalKind.TRACKING_DOWN) for _ in range(3))
    told = report(entries=entries)
    assert told.journal[JournalKind.TRACKING_DOWN] == {date(2026, 11, 3): 3}
    assert told.count(JournalKind.CONFIRMED) == 0
