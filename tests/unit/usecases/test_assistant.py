"""The use cases, over stand-ins."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.tables import Urgency
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.tickets import TicketDraft, TicketStatus
from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.parcel.guessing import LIMITS, CountedBy
from parcelbot.core.parcel.identify import Need, References
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Substatus
from parcelbot.core.questions import Question
from parcelbot.tracking.errors import ProviderGarbage, ProviderRejected, ProviderUnavailable, TrackingError
from parcelbot.usecases.assistant import DecidedEnquiry
from tests.unit.core.builders import NOW, scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeCalendars, FakeJournal, FakeOrders, FakeTickets, services

LP = "LP00123456789012"
ORDER = Order("7401", "anna@example.com", SalesChannel.SHOP, NOW - timedelta(days=20), (LP,), "GB")
KEYS = References(order_number="#7401", email="Anna@Example.com")
STUCK = Enquiry(Question.TRACKING_NOT_UPDATING, number=LP)
FOUND = Lookup(LookupOutcome.FOUND, shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 1)))
CASE = CaseFacts()
DRAFT = TicketDraft("c-1", issue="tracking_not_updating", tracking_number=LP)


def answer(tracking: FakeProvider, enquiry: Enquiry = STUCK) -> DecidedEnquiry:
    return services(tracking=tracking).answer(enquiry)


def test_both_keys_open_the_order_and_settle_its_parcel() -> None:
    found = services(orders=FakeOrders((ORDER,))).identify(KEYS, "c-1")
    assert (found.need, found.number, found.order) == (Need.NOTHING, LP, ORDER)


def test_a_wrong_email_and_a_wrong_order_number_read_the_same() -> None:
    shop = services(orders=FakeOrders((ORDER,)))
    wrong_email = shop.identify(replace(KEYS, email="eve@example.com"), "c-1")
    assert wrong_email == shop.identify(replace(KEYS, order_number="7499"), "c-1")
    assert (wrong_email.need, wrong_email.order) == (Need.MATCHING_DETAILS, None)


def test_a_directory_that_is_down_is_no_wrong_email() -> None:
    assert services(orders=FakeOrders(down=True)).identify(KEYS, "c-1").need is Need.DIRECTORY_DOWN


def test_a_number_is_enough_while_the_directory_is_down() -> None:
    found = services(orders=FakeOrders(down=True)).identify(replace(KEYS, tracking_number=LP), "c-1")
    assert (found.need, found.number, found.order) == (Need.NOTHING, LP, None)


@pytest.mark.parametrize("references", [References(), References(order_number="7401"), References(tracking_number=LP)])
def test_the_directory_is_not_asked_without_both_keys(references: References) -> None:
    orders = FakeOrders((ORDER,))
    services(orders=orders).identify(references, "c-1")
    assert orders.asked == []


def test_the_last_carriers_number_is_the_parcel_of_the_order() -> None:
    handed_over = replace(shipment(), number=LP, last_mile_carrier="usps", last_mile_number="9400100000000000000000")
    shop = services(FakeProvider(Lookup(LookupOutcome.FOUND, handed_over)), orders=FakeOrders((ORDER,)))
    found = shop.identify(replace(KEYS, tracking_number="9400100000000000000000"), "c-1")
    assert (found.number, found.order) == (LP, ORDER)
    assert shop.identify(replace(KEYS, tracking_number="9400100000000000000001"), "c-1").order is None


def test_after_too_many_wrong_pairs_even_the_right_one_opens_nothing() -> None:
    orders = FakeOrders((ORDER,))
    shop = services(orders=orders)
    for n in range(LIMITS[CountedBy.CONVERSATION]):
        assert shop.identify(replace(KEYS, email=f"eve{n}@example.com"), "c-1").need is Need.MATCHING_DETAILS
    assert shop.identify(KEYS, "c-1").need is Need.LOCKED
    assert ("#7401", "Anna@Example.com") not in orders.asked


def test_agents_see_the_order_of_a_shopper_who_has_shown_that_it_is_theirs() -> None:
    shop = services(orders=FakeOrders((ORDER,)))
    case = replace(DRAFT, order_number="7401", email="anna@example.com")
    assert shop.order_of(replace(case, verified=True)) == ORDER
    assert shop.order_of(case) is None


def test_a_parcel_is_looked_up_and_decided_on() -> None:
    reply = answer(FakeProvider(FOUND))
    assert (reply.answer.row.id, reply.facts.lookup, reply.shipment) == ("silent", LookupOutcome.FOUND, FOUND.shipment)
    assert reply.enquiry == STUCK


def test_the_moment_of_the_answer_is_the_clocks() -> None:
    assert answer(FakeProvider(FOUND)).facts.now == NOW


def test_another_question_about_the_same_parcel_asks_the_provider_once() -> None:
    tracking = FakeProvider(FOUND)
    use_cases = services(tracking=tracking)
    other = replace(STUCK, question=Question.CUSTOMS_DELAY)
    found = use_cases.look_up_settled(LookupRequest(LP))
    use_cases.decide(STUCK, found)
    reply = use_cases.decide(other, found)
    assert (reply.facts.question, reply.shipment, tracking.asked) == (Question.CUSTOMS_DELAY, FOUND.shipment, [LP])


def test_without_a_number_nobody_is_asked() -> None:
    tracking = FakeProvider(FOUND)
    reply = answer(tracking, Enquiry(Question.HOW_TO_TRACK))
    assert (tracking.asked, reply.facts.lookup, reply.shipment) == ([], LookupOutcome.NOT_ASKED, None)


@pytest.mark.parametrize(
    "error", [ProviderUnavailable("time-out"), ProviderRejected("key"), ProviderGarbage("html"), TrackingError("new")]
)
def test_a_provider_that_fails_is_unavailable_and_never_not_found(error: TrackingError) -> None:
    reply = answer(FakeProvider(error))
    assert (reply.facts.lookup, reply.answer.row.id, reply.shipment) == (LookupOutcome.UNAVAILABLE, "down", None)


def test_a_failed_look_up_is_logged_without_the_whole_number(caplog: pytest.LogCaptureFixture) -> None:
    answer(FakeProvider(ProviderUnavailable("time-out")))
    assert "…9012" in caplog.text
    assert LP not in caplog.text


def test_the_last_known_state_still_decides_while_the_provider_is_down() -> None:
    stale = Lookup(LookupOutcome.UNAVAILABLE, FOUND.shipment, stale=True)
    reply = answer(FakeProvider(stale))
    assert (reply.answer.row.id, reply.facts.stale, reply.shipment) == ("down", True, FOUND.shipment)


def test_the_calendar_is_the_routes_and_reaches_a_year_both_ways() -> None:
    calendars = FakeCalendars()
    services(tracking=FakeProvider(FOUND), calendars=calendars).answer(STUCK)
    assert calendars.asked == [("CN", "GB", (2025, 2026, 2027))]


def test_the_orders_destination_serves_where_the_carrier_tells_none() -> None:
    calendars = FakeCalendars()
    unrouted = FakeProvider(Lookup(LookupOutcome.FOUND, shipment(origin="", destination="")))
    services(tracking=unrouted, calendars=calendars).answer(replace(STUCK, order=ORDER))
    assert calendars.asked[0][:2] == ("", "GB")


def test_a_new_case_gets_a_reference_and_is_kept() -> None:
    tickets = FakeTickets()
    ticket = services(tickets=tickets).open_ticket(DRAFT, CASE).ticket
    assert tickets.kept == {ticket.reference: ticket}
    assert (ticket.draft, ticket.status, ticket.created_at) == (DRAFT, TicketStatus.NEW, NOW)


def test_the_same_case_again_is_the_same_ticket_with_what_is_new_in_it() -> None:
    tickets, later = FakeTickets(), NOW + timedelta(hours=3)
    first = services(tickets=tickets).open_ticket(DRAFT, CASE).ticket
    corrected = replace(DRAFT, email="anna@example.com")
    second = services(tickets=tickets, now=later).open_ticket(corrected, CASE).ticket
    assert second == replace(first, draft=corrected, updated_at=later)
    assert tickets.kept == {first.reference: second}


def test_another_issue_is_another_ticket() -> None:
    shop = services(tickets=FakeTickets())
    other = shop.open_ticket(replace(DRAFT, issue="customs_delay"), CASE).ticket
    assert shop.open_ticket(DRAFT, CASE).ticket.reference != other.reference


def test_a_solved_case_that_comes_back_is_a_new_ticket_that_points_at_the_old_one() -> None:
    tickets = FakeTickets()
    shop = services(tickets=tickets)
    solved = tickets.save(replace(shop.open_ticket(DRAFT, CASE).ticket, status=TicketStatus.SOLVED))
    again = shop.open_ticket(DRAFT, CASE).ticket
    assert (again.earlier, tickets.kept[solved.reference]) == ((solved.reference,), solved)


def test_a_case_of_saturday_is_due_on_monday_by_its_priority() -> None:
    shop = services(tickets=FakeTickets())
    assert shop.first_response_due(CASE) == datetime(2026, 11, 23, 17, tzinfo=NOW.tzinfo)
    urgent = replace(CASE, urgency=Urgency.URGENT)
    assert shop.first_response_due(urgent) == datetime(2026, 11, 23, 10, tzinfo=NOW.tzinfo)
    assert shop.open_ticket(DRAFT, urgent).ticket.first_response_due == shop.first_response_due(urgent)


def test_a_ticket_is_new_the_first_time_only() -> None:
    shop = services(tickets=FakeTickets())
    assert [shop.open_ticket(DRAFT, CASE).is_new for _ in range(2)] == [True, False]


def test_only_a_new_ticket_is_noted_as_a_hand_over() -> None:
    tickets, journal = FakeTickets(), FakeJournal()
    services(tickets=tickets, journal=journal).open_ticket(replace(DRAFT, row="in_transit/silent"), CASE)
    services(tickets=tickets, journal=journal).open_ticket(DRAFT, CASE)
    noted = JournalEntry(NOW, "c-1", JournalKind.HANDED_OVER, "tracking_not_updating", "in_transit/silent")
    assert journal.entries == [noted]
