"""What the one action takes from a message, and into slots and open tickets."""

from __future__ import annotations

from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from tests.unit.actions.talk import CONVERSATION, Chat, entity
from tests.unit.core.builders import NOW
from tests.unit.usecases.fakes import FakeTickets, services


def test_a_message_is_taken_into_the_slots() -> None:
    conversation = Chat()
    conversation.says("stuck in customs", "customs_delay")
    assert (conversation.slots["question"], conversation.slots["issue"]) == ("customs_delay", "customs_delay")


def test_the_first_angry_message_gets_an_apology_and_later_ones_a_person() -> None:
    conversation = Chat()
    assert "I'm sorry about all this trouble" in conversation.says("this is ridiculous", "customs_delay")
    told = conversation.says("still ridiculous, I have no number", "no_details")
    assert "I'm sorry about all this trouble" not in told
    assert "Yes, please" in told.buttons


def logged_in(vouched: str, **before: str) -> Chat:
    conversation = Chat(slots=dict(before), metadata={"identity": {"email": vouched}} if vouched else {})
    conversation.says("hi", "greet")
    return conversation


def test_the_email_the_shop_vouches_for_is_remembered() -> None:
    assert logged_in("Anna@Example.com").slots["email"] == "anna@example.com"


def test_an_email_the_shopper_has_given_counts_for_more() -> None:
    assert logged_in("anna@example.com", email="other@example.com").slots["email"] == "other@example.com"


def test_a_visitor_has_no_email() -> None:
    assert "email" not in logged_in("").slots


def test_what_is_given_while_a_ticket_is_open_goes_into_the_ticket() -> None:
    tickets = FakeTickets()
    tickets.save(Ticket("KT-AAAAAA", TicketDraft(CONVERSATION), TicketStatus.NEW, NOW, NOW, NOW))
    Chat(services(tickets=tickets)).says(
        "order 7401, anna@example.com",
        "provide_details",
        entity("order_number", "7401"),
        entity("email", "anna@example.com"),
    )
    draft = tickets.kept["KT-AAAAAA"].draft
    assert (draft.order_number, draft.email) == ("7401", "anna@example.com")
