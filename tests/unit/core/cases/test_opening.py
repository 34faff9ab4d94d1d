"""What becomes of a case that is handed over, the first time and again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from parcelbot.core.answering.tables import Urgency
from parcelbot.core.cases.opening import OpeningRules
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Detail, DetailKind, Priority, Ticket, TicketDraft, TicketStatus, TranscriptLine
from tests.unit.core.builders import NOW, PRIORITIES

LP = "LP00123456789012"
REFERENCE = "KT-7QF3MX"
CALM = CaseFacts()
URGENT = CaseFacts(urgency=Urgency.URGENT)
DRAFT = TicketDraft(
    "c-1", "late_delivery", "late/overdue", "7401", LP, "anna@example.com", summary=("Problem", "Wants")
)
MONDAY = datetime(2026, 11, 23, tzinfo=NOW.tzinfo)


def opening(now: datetime = NOW) -> OpeningRules:
    return OpeningRules(PRIORITIES, SupportHours(time(9), time(18)), now)


def new(draft: TicketDraft = DRAFT, case: CaseFacts = CALM, earlier: tuple[Ticket, ...] = ()) -> Ticket:
    return opening().new_ticket(draft, case, earlier, REFERENCE)


def added(
    known: Ticket,
    draft: TicketDraft = DRAFT,
    case: CaseFacts = CALM,
    earlier: tuple[Ticket, ...] = (),
    after: timedelta = timedelta(hours=1),
) -> Ticket:
    return opening(NOW + after).added_to(known, draft, case, earlier)


def older(days: int, conversation: str = "c-0", **changes: Any) -> Ticket:
    then = NOW - timedelta(days=days)
    ticket = Ticket("KT-AAAAAA", replace(DRAFT, conversation_id=conversation), TicketStatus.SOLVED, then, then, then)
    return replace(ticket, **changes)


# ---- a new ticket --------------------------------------------------------------------------------------


def test_a_new_ticket_has_the_priority_and_the_row_that_set_it() -> None:
    ticket = new(case=URGENT)
    assert (ticket.draft.priority, ticket.priority_row) == (Priority.URGENT, "urgent_row")
    assert (ticket.reference, ticket.status, ticket.created_at) == (REFERENCE, TicketStatus.NEW, NOW)


def test_the_promise_counts_working_time() -> None:
    assert new(case=CALM).first_response_due == MONDAY + timedelta(hours=17)
    assert new(case=URGENT).first_response_due == MONDAY + timedelta(hours=10)


def test_the_promise_is_the_one_that_the_shopper_was_told() -> None:
    told = MONDAY + timedelta(hours=12)
    assert new(case=replace(CALM, told_due=told)).first_response_due == told


def test_what_has_come_to_be_urgent_is_answered_sooner_than_was_told_and_never_later() -> None:
    later, sooner = MONDAY + timedelta(hours=12), MONDAY + timedelta(hours=9)
    assert new(case=replace(URGENT, told_due=later)).first_response_due == MONDAY + timedelta(hours=10)
    assert new(case=replace(URGENT, told_due=sooner)).first_response_due == sooner


def test_a_promise_whose_moment_is_over_counts_anew() -> None:
    assert new(case=replace(CALM, told_due=NOW - timedelta(hours=1))).first_response_due == MONDAY + timedelta(hours=17)


def test_a_ticket_of_last_week_makes_it_a_repeat_contact() -> None:
    ticket = new(earlier=(older(7),))
    assert (ticket.priority_row, ticket.draft.priority) == ("seen_before", Priority.HIGH)


def test_a_ticket_of_last_month_does_not() -> None:
    assert new(earlier=(older(30),)).priority_row == "the_rest"


def test_another_ticket_of_this_very_visit_is_no_earlier_contact() -> None:
    assert new(earlier=(older(0, conversation="c-1"),)).priority_row == "the_rest"


def test_a_ticket_of_another_conversation_today_is() -> None:
    assert new(earlier=(older(0),)).priority_row == "seen_before"


def test_the_latest_contact_counts_whether_it_had_a_ticket_or_not() -> None:
    assert new(case=CaseFacts(days_since_contact=2), earlier=(older(30),)).priority_row == "seen_before"


def test_earlier_tickets_are_named_in_the_ticket_and_its_summary() -> None:
    ticket = new(earlier=(older(7),))
    assert ticket.earlier == ("KT-AAAAAA",)
    assert ticket.draft.summary == ("Problem", "Earlier tickets: KT-AAAAAA (solved, Sat 14 November)", "Wants")


# ---- added to ------------------------------------------------------------------------------------------


def test_added_to_it_stays_the_same_ticket() -> None:
    first = new()
    again = added(first)
    assert (again.reference, again.created_at, again.updated_at) == (REFERENCE, NOW, NOW + timedelta(hours=1))


def test_what_has_become_urgent_is_raised_and_answered_sooner() -> None:
    again = added(new(), case=URGENT)
    assert (again.draft.priority, again.priority_row) == (Priority.URGENT, "urgent_row")
    assert again.first_response_due == MONDAY + timedelta(hours=10)


def test_what_has_calmed_down_is_never_lowered_nor_put_off() -> None:
    first = new(case=URGENT)
    again = added(first, case=CALM)
    assert (again.draft.priority, again.priority_row) == (Priority.URGENT, "urgent_row")
    assert again.first_response_due == first.first_response_due


def test_the_promise_is_not_moved_by_time_going_by() -> None:
    first = new()
    assert added(first, after=timedelta(days=4)).first_response_due == first.first_response_due


def test_asked_again_after_the_first_answer_another_one_is_owed() -> None:
    answered = replace(new(), first_response_at=NOW + timedelta(minutes=5), status=TicketStatus.OPEN)
    again = added(answered)
    assert again.promised == MONDAY + timedelta(hours=17)
    assert again.first_response_due == answered.first_response_due


def test_an_answer_that_is_owed_already_is_not_put_off_by_asking_again() -> None:
    owed = MONDAY + timedelta(hours=9, minutes=30)
    answered = replace(new(), first_response_at=NOW, answer_due=owed, status=TicketStatus.OPEN)
    assert added(answered).promised == owed


def test_a_case_that_waited_for_the_shopper_is_open_again() -> None:
    assert added(replace(new(), status=TicketStatus.PENDING)).status is TicketStatus.OPEN


def test_otherwise_status_and_assignee_are_the_agents_business() -> None:
    again = added(replace(new(), status=TicketStatus.ON_HOLD, assignee="ana@kossr.example"))
    assert (again.status, again.assignee) == (TicketStatus.ON_HOLD, "ana@kossr.example")


def test_numbers_stay_the_newest_email_is_answered_to_and_nothing_is_lost() -> None:
    known = new(replace(DRAFT, verified=True, checklist={"places_checked": True}, attachments=("a-1",)))
    fresh = TicketDraft(
        "c-1", "late_delivery", email="new@example.com", checklist={"people_asked": False}, attachments=("a-1", "a-2")
    )
    draft = added(known, fresh).draft
    assert (draft.order_number, draft.tracking_number, draft.email) == ("7401", LP, "new@example.com")
    assert draft.also_given == (Detail(DetailKind.EMAIL, "anna@example.com"),)
    assert (draft.row, draft.verified) == ("late/overdue", True)
    assert draft.checklist == {"places_checked": True, "people_asked": False}
    assert draft.attachments == ("a-1", "a-2")


def test_another_order_number_is_not_verified_by_the_old_one() -> None:
    draft = added(new(replace(DRAFT, verified=True)), replace(DRAFT, order_number="7402", verified=False)).draft
    assert (draft.order_number, draft.verified) == ("7401", True)
    assert draft.also_given == (Detail(DetailKind.ORDER_NUMBER, "7402"),)


def test_an_order_that_is_proven_takes_the_place_of_one_that_was_not() -> None:
    proven = replace(DRAFT, order_number="7402", email="ann@example.com", verified=True)
    draft = added(new(), proven).draft
    assert (draft.order_number, draft.email, draft.verified) == ("7402", "ann@example.com", True)
    assert [detail.value for detail in draft.also_given] == ["7401", "anna@example.com"]


def test_given_again_and_again_it_stands_there_once() -> None:
    other = replace(DRAFT, email="new@example.com")
    assert len(added(added(new(), other), other).draft.also_given) == 1


def test_nothing_said_is_lost_and_nothing_stands_twice() -> None:
    one, two, three = (TranscriptLine("shopper", NOW + timedelta(minutes=n), f"line {n}") for n in (1, 2, 3))
    known = new(replace(DRAFT, transcript=(one, two)))
    assert added(known, replace(DRAFT, transcript=(two, three))).draft.transcript == (one, two, three)


def test_earlier_tickets_are_gathered() -> None:
    known = new(earlier=(older(7),))
    again = added(known, earlier=(older(9, reference="KT-CCCCCC"),))
    assert again.earlier == ("KT-AAAAAA", "KT-CCCCCC")


def test_of_a_cancellation_the_order_named_last_leads() -> None:
    twice = replace(DRAFT, issue="cancel_order", order_number="7402", tracking_number="", verified=True)
    changed = added(new(twice), replace(twice, order_number="7401"))
    assert changed.draft.order_number == "7401"
    assert Detail(DetailKind.ORDER_NUMBER, "7402") in changed.draft.also_given
