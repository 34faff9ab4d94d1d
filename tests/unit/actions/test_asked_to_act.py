"""A request to act, or a cause that only a person can mend, starts a case at once; a yes to its offer is heard."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Status, Substatus
from tests.unit.actions.talk import LP, MONDAY, ORDER, Chat
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeOrders, FakeTickets, services

SILENT = shipment(scan(Substatus.IN_TRANSIT_OTHER, 60, "London, GB"), number=LP, origin="GB")
DELIVERED = shipment(scan(Substatus.NONE, 4), number=LP, status=Status.DELIVERED)
WAITS = shipment(scan(Substatus.NONE, 1, "Leeds, GB"), number=LP, status=Status.AVAILABLE_FOR_PICKUP)


def told_of(parcel: Shipment) -> Chat:
    provider = FakeProvider(Lookup(LookupOutcome.FOUND, parcel))
    chat = Chat(services(tracking=provider, orders=FakeOrders((ORDER,)), tickets=FakeTickets(), now=MONDAY))
    chat.gives_order()
    return chat


def is_shown(chat: Chat) -> bool:
    return chat.dialogue.case is not None and chat.dialogue.open is not None


def kept(chat: Chat) -> FakeTickets:
    tickets = chat.use_cases.tickets
    assert isinstance(tickets, FakeTickets)
    return tickets


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("could you take that up with them for me?", "nlu_fallback"),
        ("fix it for me please", "change_address"),
        ("please chase it", "speed_up"),
        ("get on to the courier will you", "carrier_contact"),
        ("it's for my mum, do something please", "out_of_scope"),
        ("can somebody look into it", "parcel_stolen"),
        ("please open a case", "seller_wait_or_dispute"),
    ],
)
def test_who_asks_us_to_act_is_shown_the_case(words: str, intent: str) -> None:
    chat = told_of(SILENT)
    chat.says(words, intent)
    assert is_shown(chat)


def test_what_is_asked_beside_the_request_is_answered() -> None:
    chat = told_of(SILENT)
    told = chat.says("chase it please, and which carrier is it?", "carrier_contact")
    assert len(told.messages) > 1
    assert is_shown(chat)


def test_a_line_that_no_field_takes_is_left_to_a_person() -> None:
    chat = told_of(WAITS)
    told = chat.says("there is no doorbell with my name on the gate", "provide_details")
    assert "all I need" not in told.text
    assert chat.dialogue.open is not None
    assert chat.dialogue.open.asked is Asked.PERSON


def test_a_yes_goes_to_the_offer_of_a_person_whatever_was_asked_in_between() -> None:
    chat = told_of(DELIVERED)
    chat.says("not here, asked everybody", "delivered_not_received", second="looked_everywhere")
    chat.says("how do I reach them?", "carrier_contact")
    told = chat.says("yes", "affirm")
    assert "glad" not in told.text
    assert is_shown(chat)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("this is a joke, I had to find out myself. yes, send it", "complaint"),
        ("yes send it. but I'm unhappy that nobody told me", "notify_me"),
        ("nobody told me it was stuck, yes go ahead, I'm disappointed", "delivered_not_received"),
        ("is it back with you? and yes you can send that", "returned_to_sender"),
        ("two weeks of this. yes please", "complaint"),
        ("go on and send it. will I get an email?", "how_to_track"),
    ],
)
def test_the_yes_is_heard_wherever_it_stands(words: str, intent: str) -> None:
    chat = told_of(SILENT)
    chat.says("let me talk to a person", "talk_to_human")
    assert is_shown(chat)
    chat.says(words, intent)
    assert len(kept(chat).kept) == 1


@pytest.mark.parametrize(
    "words", ["it says delivered and I have nothing", "don't send it to my old place", "not yet, wait"]
)
def test_what_only_resembles_a_yes_sends_nothing(words: str) -> None:
    chat = told_of(SILENT)
    chat.says("let me talk to a person", "talk_to_human")
    chat.says(words, "out_of_scope")
    assert not kept(chat).kept


@pytest.mark.parametrize(
    ("words", "wish"),
    [("then I take the money, not a new one", "a refund"), ("I'd rather have the money, no replacement", "a refund")],
)
def test_a_change_of_mind_after_sending_is_put_on_the_case(words: str, wish: str) -> None:
    chat = told_of(DELIVERED)
    chat.says("please send me a replacement", "replacement_wanted")
    chat.says("let me talk to a person", "talk_to_human")
    chat.says("yes, send it", "affirm")
    told = chat.says(words, "replacement_wanted", second="money_or_goods", belief=0.5)
    (ticket,) = kept(chat).kept.values()
    assert ticket.reference in told.text
    assert wish in next(line for line in ticket.draft.summary if line.startswith("Shopper wants"))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("je préfère un remplacement plutôt que l'argent", "fr"),
        ("lieber das Geld als ein neues", "de"),
        ("please send the chair again, and only if you have none left give me the money", ""),
    ],
)
def test_a_wish_that_is_named_is_not_asked_for(words: str, language: str) -> None:
    chat = told_of(SILENT)
    chat.says(words, "replacement_wanted", language=language, second="money_or_goods", belief=0.6)
    assert chat.dialogue.second == ""
    assert "replacement_wanted" in chat.dialogue.matters


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("hello, can you help me", "greet"),
        ("did you contact them?", "ticket_status"),
        ("can I send somebody else with my id", "nlu_fallback"),
        ("no need to chase it, I only ask where it is", "where_is_my_order"),
    ],
)
def test_who_asks_for_no_action_is_shown_no_case(words: str, intent: str) -> None:
    chat = told_of(SILENT)
    chat.says(words, intent)
    assert chat.dialogue.case is None
