"""What a case says follows what its shopper says until it is sent, and a yes is said only for what is in it."""

from __future__ import annotations

from dataclasses import replace

from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from tests.unit.actions.talk import LP, MONDAY, ORDER, Chat, entity
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeOrders, FakeTickets, services

OTHER = "LP00987654321098"
DELIVERED = shipment(scan(Substatus.NONE, 4), number=LP, status=Status.DELIVERED)


def drafted(*parcels: str) -> Chat:
    """A conversation about a parcel that never came, whose case is shown and not sent."""
    order = replace(ORDER, parcels=parcels or (LP,))
    provider = FakeProvider(Lookup(LookupOutcome.FOUND, DELIVERED))
    chat = Chat(services(tracking=provider, orders=FakeOrders((order,)), tickets=FakeTickets(), now=MONDAY))
    chat.gives_order()
    if parcels:
        chat.says(LP, "provide_details", entity("tracking_number", LP))
    chat.says("it says delivered and I have nothing", "delivered_not_received")
    chat.says("let me talk to a person", "talk_to_human")
    return chat


def test_what_is_asked_after_and_lacks_goes_in() -> None:
    chat = drafted()
    told = chat.says("is the tablecloth in the case too?", "out_of_scope").text
    assert "Yes" not in told
    assert "Also: the tablecloth" in told


def test_what_is_asked_after_and_stands_there_gets_a_yes() -> None:
    chat = drafted()
    chat.says("please add that the buzzer is out of order", "out_of_scope")
    assert "the buzzer is out of order" in chat.says("is the buzzer noted?", "out_of_scope").text
    assert len(chat.dialogue.notes) == 1


def test_another_parcel_that_belongs_to_it_too_stands_there_with_its_number() -> None:
    chat = drafted(LP, OTHER)
    chat.says("please put the other parcel in as well, it is late", "out_of_scope")
    assert OTHER in chat.dialogue.notes


def test_a_second_e_mail_stands_beside_the_first() -> None:
    chat = drafted()
    chat.says("use bo@example.org too", "provide_details", entity("email", "bo@example.org"))
    draft = chat.sends_it()
    assert draft.email == "anna@example.com"
    assert any("bo@example.org" in line for line in draft.summary)


def test_an_order_that_is_kept_leaves_the_other_to_be_called_off() -> None:
    orders = FakeOrders((replace(ORDER, parcels=()),))
    chat = Chat(services(tickets=FakeTickets(), orders=orders, now=MONDAY))
    chat.says("please cancel order 7401, I bought it twice", "cancel_order", entity("order_number", "7401"))
    chat.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    chat.says("yes, to a person", "affirm")
    told = chat.says("but please don't cancel both", "out_of_scope").text
    assert "don't cancel both" in told
    draft = chat.sends_it()
    assert draft.issue == "cancel_order"
    assert any(line.startswith("Shopper wants: to cancel") for line in draft.summary)
