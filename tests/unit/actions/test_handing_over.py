"""The ticket form, the case it hands over, and what a shopper hears of it afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from rasa_sdk.events import EventType

from actions.answers import offer_person
from actions.ticket_draft import case_facts, decide_case, draft_of, existing_ticket
from actions.ticket_form import ActionAskTicketConfirmed, ActionOpenTicket, ActionTicketStatus, ValidateTicketForm
from actions.turn import Turn
from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Substatus
from parcelbot.core.questions import Question
from parcelbot.orders.cached import CachedOrders
from parcelbot.usecases.assistant import Services
from tests.unit.actions.talk import CONVERSATION, said, turn
from tests.unit.core.builders import NOW, scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeJournal, FakeOrders, FakeRecord, FakeTickets, services

LP = "LP00123456789012"
ISSUE = "tracking_not_updating"
PARCEL = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 9, "Shanghai, CN"), number=LP)
ORDER = Order("7401", "anna@example.com", SalesChannel.SHOP, NOW - timedelta(days=14), (LP,), "GB", value="200.00 EUR")
KNOWN = {"question": ISSUE, "issue": ISSUE, "order_number": "7401", "email": "anna@example.com", "parcel": LP}
FILLED = {"ticket_email": "anna@example.com", "ticket_order": "7401", "ticket_confirmed": True}
RESPONSES = {
    name: f"{name} {{reference}}"
    for name in (
        "utter_ticket_opened",
        "utter_ticket_opened_again",
        "utter_ticket_updated",
        "utter_ticket_updated_overdue",
        "utter_ticket_status_new",
        "utter_ticket_status_open",
        "utter_ticket_status_open_due",
        "utter_ticket_status_pending",
        "utter_ticket_status_on_hold",
        "utter_ticket_status_on_hold_due",
        "utter_ticket_status_overdue",
        "utter_ticket_status_solved",
        "utter_ticket_status_closed",
    )
} | {"utter_team_closed": "closed until {opens}", "utter_button_not_settled": "Not settled"}

#: A Monday on which the team works.
MONDAY = NOW + timedelta(days=2)


def use_cases(**parts: Any) -> Services:
    found = FakeProvider(Lookup(LookupOutcome.FOUND, PARCEL))
    return services(**{"tracking": found, "orders": FakeOrders((ORDER,)), "now": MONDAY, **parts})


def ticket(reference: str = "KT-AAAAAA", **changes: Any) -> Ticket:
    draft = TicketDraft(CONVERSATION, ISSUE, "in_transit/silent", "7401", LP, "anna@example.com")
    promised = MONDAY + timedelta(hours=4)
    return replace(Ticket(reference, draft, TicketStatus.NEW, NOW, NOW, promised), **changes)


def kept(*tickets: Ticket) -> FakeTickets:
    return FakeTickets({t.reference: t for t in tickets})


def here(slots: dict[str, Any] | None = None, message: dict[str, Any] | None = None, **parts: Any) -> Turn:
    return turn({**KNOWN, **(slots or {})}, message, responses=RESPONSES, use_cases=use_cases(**parts))


def slots_of(events: Sequence[EventType]) -> dict[str, Any]:
    return {e["name"]: e["value"] for e in events if e["event"] == "slot"}


def told(one: Turn) -> str:
    return "\n".join(text for text in said(one.dispatcher))


def line(seq: int, text: str = "", author: Author = Author.SHOPPER, **parts: Any) -> Message:
    return Message(CONVERSATION, seq, author, MONDAY - timedelta(minutes=10 - seq), text, **parts)


# ---- filling the form in -------------------------------------------------------------------------------


def test_what_is_known_is_not_asked_for_but_shown() -> None:
    filled = slots_of(ValidateTicketForm().perform(here()))
    assert (filled["ticket_email"], filled["ticket_order"]) == ("anna@example.com", "7401")
    assert filled["ticket_confirmed"] is None


def test_asking_again_for_a_person_fills_in_no_second_form() -> None:
    filled = slots_of(ValidateTicketForm().perform(here(tickets=kept(ticket()))))
    assert filled["ticket_confirmed"] is True


def test_a_case_that_is_not_settled_after_all_is_passed_on_without_asking_anything_again() -> None:
    solved = ticket(status=TicketStatus.SOLVED)
    filled = slots_of(ValidateTicketForm().perform(here({"email": None, "order_number": None}, tickets=kept(solved))))
    assert (filled["ticket_email"], filled["ticket_order"]) == ("anna@example.com", "7401")
    assert filled["ticket_confirmed"] is True


def test_what_the_shopper_did_not_give_the_first_time_is_not_asked_for_the_second_time() -> None:
    bare = ticket(draft=TicketDraft(CONVERSATION))
    nothing = dict.fromkeys(KNOWN)
    filled = slots_of(ValidateTicketForm().perform(here(nothing, tickets=kept(bare))))
    assert (filled["ticket_email"], filled["ticket_order"]) == ("none", "none")


# ---- which ticket is meant -----------------------------------------------------------------------------


def test_where_is_it_is_no_issue_of_its_own() -> None:
    assert existing_ticket(here({"issue": Question.WHERE_IS_MY_ORDER}, tickets=kept(ticket()))) is not None


def test_another_issue_is_another_case() -> None:
    assert existing_ticket(here({"issue": "customs_delay"}, tickets=kept(ticket()))) is None


def test_another_parcel_is_another_case() -> None:
    assert existing_ticket(here({"parcel": "LP00000000000122"}, tickets=kept(ticket()))) is None


def test_another_order_is_another_case() -> None:
    assert existing_ticket(here({"parcel": None, "order_number": "7402"}, tickets=kept(ticket()))) is None


def test_an_active_ticket_goes_before_a_newer_solved_one() -> None:
    tickets = kept(ticket("KT-AAAAAA"), ticket("KT-CCCCCC", status=TicketStatus.SOLVED))
    standing = existing_ticket(here(tickets=tickets))
    assert standing is not None
    assert standing.reference == "KT-AAAAAA"


# ---- what is handed over -------------------------------------------------------------------------------


def draft(slots: dict[str, Any] | None = None, **parts: Any) -> TicketDraft:
    one = here({**FILLED, **(slots or {})}, **parts)
    return draft_of(one, decide_case(one), existing_ticket(one))


def test_the_ticket_takes_the_whole_record_and_the_files_of_the_conversation() -> None:
    photo = {"attachment_id": "a-1", "name": "box.jpg"}
    record = FakeRecord([line(1, "it is crushed"), line(2, attachment=photo), line(3, "Thank you.", Author.BOT)])
    made = draft(record=record)
    assert [entry.text for entry in made.transcript] == ["it is crushed", "[file: box.jpg]", "Thank you."]
    assert made.attachments == ("a-1",)
    assert "sent 1 file: box.jpg" in "\n".join(made.summary)
    assert "crushed" in made.summary[0]


def test_what_a_button_says_is_not_quoted_as_the_shoppers_words() -> None:
    record = FakeRecord([line(1, "stuck"), line(2, "Yes, please send me everything", command="/affirm")])
    assert draft(record=record).summary[-1].endswith("“stuck”")


def test_without_a_record_the_words_come_from_rasas_events() -> None:
    assert draft().transcript == ()


def test_the_row_and_the_date_are_those_the_shopper_was_told() -> None:
    case = {"issue": ISSUE, "row": "in_transit/exported", "promised": "2026-12-03"}
    made = draft({"last_answer": {"question": "status_meaning", "case": case}})
    assert made.row == "in_transit/exported"
    assert "Answered by: in_transit/exported; told to wait until Thu 3 December" in made.summary


def test_an_answer_to_another_issue_is_not_this_ones() -> None:
    case = {"issue": "customs_delay", "row": "customs/held", "promised": "2026-12-03"}
    assert draft({"last_answer": {"case": case}}).row == "by_lookup/silent"


def test_the_only_parcel_of_the_order_is_the_one_that_is_meant() -> None:
    assert draft({"parcel": None}).tracking_number == LP


def test_a_draft_shows_nothing_of_an_order_to_who_guesses_its_email() -> None:
    orders = use_cases()
    guesses = [f"eve{n}@example.com" for n in range(8)]
    for email in [*guesses, "anna@example.com"]:
        guessed = turn({**KNOWN, "parcel": None, "email": email}, responses=RESPONSES, use_cases=orders)
        ActionAskTicketConfirmed().perform(guessed)
        assert LP not in str(guessed.dispatcher.messages)


def test_of_several_parcels_none_is_guessed_and_all_are_named() -> None:
    many = replace(ORDER, parcels=(LP, "LP00000000000122"))
    made = draft({"parcel": None}, orders=FakeOrders((many,)))
    assert made.tracking_number == ""
    assert f"not settled: {LP} and LP00000000000122" in "\n".join(made.summary)


def test_more_about_a_standing_case_keeps_its_key() -> None:
    standing = ticket()
    made = draft({"issue": Question.WHERE_IS_MY_ORDER}, tickets=kept(standing))
    assert made.key == standing.draft.key


def test_the_priority_is_decided_on_what_is_known_of_the_case() -> None:
    one = here({"frustration": 1})
    case = case_facts(one, decide_case(one))
    assert (case.question, case.table, case.row) == (Question(ISSUE), "by_lookup", "by_lookup/silent")
    assert (case.high_value, case.shopper_angry) == (True, True)


def test_a_visit_on_another_day_about_the_same_parcel_is_a_contact() -> None:
    before = replace(line(1, f"where is {LP}"), at=MONDAY - timedelta(days=3))
    one = here(record=FakeRecord([before, line(2, "still nothing")]))
    assert case_facts(one, decide_case(one)).days_since_contact == 3


# ---- what is said about it -----------------------------------------------------------------------------


def open_ticket(**parts: Any) -> Turn:
    one = here(FILLED, message={"message_id": f"{CONVERSATION}:2"}, **parts)
    ActionOpenTicket().perform(one)
    return one


def test_a_new_ticket_is_told_with_its_reference() -> None:
    tickets = FakeTickets()
    heard = told(open_ticket(tickets=tickets))
    assert heard == f"utter_ticket_opened {next(iter(tickets.kept))}"


def test_while_the_team_is_away_the_shopper_hears_when_it_is_back() -> None:
    assert told(open_ticket(now=NOW)).endswith("closed until Mon 23 November, 09:00 UTC")


def test_more_of_the_same_case_is_added() -> None:
    assert told(open_ticket(tickets=kept(ticket()))) == "utter_ticket_updated KT-AAAAAA"


def test_more_is_added_even_in_the_moment_the_ticket_was_opened() -> None:
    just_opened = ticket(created_at=MONDAY, updated_at=MONDAY)
    assert told(open_ticket(tickets=kept(just_opened))) == "utter_ticket_updated KT-AAAAAA"


def test_a_promise_that_was_not_kept_is_admitted_when_the_shopper_asks_again() -> None:
    late = ticket(first_response_due=MONDAY - timedelta(hours=1))
    assert told(open_ticket(tickets=kept(late))) == "utter_ticket_updated_overdue KT-AAAAAA"


def test_a_case_that_comes_back_is_a_new_ticket_that_names_the_old_one() -> None:
    tickets = kept(ticket(status=TicketStatus.SOLVED))
    assert told(open_ticket(tickets=tickets)).startswith("utter_ticket_opened_again KT-")
    assert [t.earlier for t in tickets.kept.values()][-1] == ("KT-AAAAAA",)


def test_a_message_that_is_dealt_with_twice_after_a_crash_opened_the_ticket_all_the_same() -> None:
    record = FakeRecord([line(1, "human please"), line(2, "yes")])
    opened_by_it = ticket(created_at=line(2).at + timedelta(seconds=1))
    assert told(open_ticket(tickets=kept(opened_by_it), record=record)) == "utter_ticket_opened KT-AAAAAA"


def test_a_turn_asks_for_the_order_once() -> None:
    shop = FakeOrders((ORDER,))
    open_ticket(orders=CachedOrders(shop))
    assert shop.asked == [("7401", "anna@example.com")]


def test_nothing_is_stored_without_consent() -> None:
    tickets = FakeTickets()
    one = here({**FILLED, "ticket_confirmed": False}, tickets=tickets)
    ActionOpenTicket().perform(one)
    assert (tickets.kept, told(one)) == ({}, "utter_ticket_cancelled")


def test_a_hand_over_is_noted_once_however_often_it_is_added_to() -> None:
    journal, tickets = FakeJournal(), FakeTickets()
    for _ in range(3):
        open_ticket(journal=journal, tickets=tickets)
    assert journal.kinds == ["handed_over"]


# ---- where it stands -----------------------------------------------------------------------------------


def status(*tickets: Ticket, text: str = "any news?", slots: dict[str, Any] | None = None) -> Turn:
    one = here(slots, {"text": text, "intent": {"name": "ticket_status"}}, tickets=kept(*tickets))
    ActionTicketStatus().perform(one)
    return one


ANSWERED = {"first_response_at": NOW}


@pytest.mark.parametrize(
    ("state", "changes", "response"),
    [
        (TicketStatus.NEW, {}, "new"),
        (TicketStatus.OPEN, {}, "open_due"),
        (TicketStatus.OPEN, ANSWERED, "open"),
        (TicketStatus.PENDING, ANSWERED, "pending"),
        (TicketStatus.ON_HOLD, {}, "on_hold_due"),
        (TicketStatus.ON_HOLD, ANSWERED, "on_hold"),
        (TicketStatus.SOLVED, ANSWERED, "solved"),
        (TicketStatus.CLOSED, ANSWERED, "closed"),
        (TicketStatus.NEW, {"first_response_due": NOW}, "overdue"),
        (TicketStatus.OPEN, {**ANSWERED, "answer_due": NOW}, "overdue"),
    ],
)
def test_every_state_of_a_ticket_is_told(state: TicketStatus, changes: dict[str, Any], response: str) -> None:
    assert told(status(ticket(status=state, **changes))) == f"utter_ticket_status_{response} KT-AAAAAA"


def test_all_open_cases_are_told_and_what_is_settled_is_not() -> None:
    other = replace(ticket("KT-CCCCCC"), draft=TicketDraft(CONVERSATION, "customs_delay"))
    solved = ticket("KT-DDDDDD", status=TicketStatus.SOLVED)
    heard = told(status(ticket(), other, solved))
    assert ("KT-AAAAAA" in heard, "KT-CCCCCC" in heard, "KT-DDDDDD" in heard) == (True, True, False)


def test_a_settled_case_can_be_passed_on_again_with_one_press() -> None:
    (message,) = status(ticket(status=TicketStatus.SOLVED)).dispatcher.messages
    assert message["buttons"] == [{"title": "Not settled", "payload": "/talk_to_human"}]


def test_a_strangers_ticket_and_one_that_does_not_exist_read_the_same() -> None:
    strangers = ticket(draft=TicketDraft("c-other", email="ben@example.com"))
    assert told(status(strangers, text="what about KT-AAAAAA")) == "utter_ticket_unknown"
    assert told(status(text="what about KT-AAAAAA")) == "utter_ticket_unknown"


def test_reference_and_email_together_open_a_ticket_of_another_conversation() -> None:
    elsewhere = ticket(draft=TicketDraft("c-other", email="Anna@Example.com"))
    assert "KT-AAAAAA" in told(status(elsewhere, text="what about kt-aaaaaa"))


# ---- offers --------------------------------------------------------------------------------------------


def test_a_person_is_offered_with_day_and_hour() -> None:
    one = here()
    offer_person(one)
    (message,) = one.dispatcher.messages
    assert (message["response"], message["due"]) == ("utter_offer_person", "Tue 24 November, 11:00 UTC")


def test_a_case_that_is_with_the_team_is_not_offered_to_it_again() -> None:
    one = here(tickets=kept(ticket()))
    events = offer_person(one)
    assert said(one.dispatcher) == ["utter_with_the_team"]
    assert slots_of(events)["awaiting"] is None


def test_a_solved_case_may_be_offered_again() -> None:
    one = here(tickets=kept(ticket(status=TicketStatus.SOLVED)))
    offer_person(one)
    assert said(one.dispatcher) == ["utter_offer_person"]
