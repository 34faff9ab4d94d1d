"""A first message about the order's papers is answered as that, and no parcel's state takes its place."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import Chat, entity
from tests.unit.actions.test_second_turn import chat
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeTickets

CAME = shipment(scan(Substatus.DELIVERED_OTHER, 3, "Leeds, GB"), status=Status.DELIVERED)
DETAILS = (entity("order_number", "7401"), entity("email", "anna@example.com"))
SENTENCE = {
    "text": "Please make the bill out to my company.",
    "intent": "customs_payment",
    "confidence": 0.7,
    "follow_ups": [{"name": "invoice", "confidence": 0.9}],
}


def begun() -> Chat:
    return chat(CAME, tickets=FakeTickets())


@pytest.mark.parametrize("intent", ["customs_payment", "provide_details", "out_of_scope"])
@pytest.mark.parametrize("details", [(), DETAILS])
def test_a_bill_is_answered_and_no_parcel_is_shown_for_it(intent: str, details: tuple[dict[str, object], ...]) -> None:
    told = begun().says("a proper bill for my tax office please", intent, *details, second="invoice", confidence=0.7)
    assert told.rows == ["follow_ups/invoice"]
    assert not [card for card in told.cards if "number" in card]


def test_with_another_matter_the_bill_comes_first_and_the_parcel_after_it() -> None:
    text = "Please make the bill out to my company. And has it been sent?"
    told = begun().says(text, "where_is_my_order", *DETAILS, sentences=[SENTENCE])
    assert told.rows[0] == "follow_ups/invoice"
    assert len(told.rows) > 1


def test_the_bill_is_not_forgotten_while_an_e_mail_is_asked_for() -> None:
    text = "Please make the bill out to my company. And where is order 7401?"
    told = begun().says(text, "where_is_my_order", DETAILS[0], sentences=[SENTENCE])
    assert told.rows == ["follow_ups/invoice"]
    assert "e-mail" in told.messages[-1]["text"]


def test_a_little_likeness_looks_the_parcel_up() -> None:
    told = begun().says("where is it, bill or no bill", "where_is_my_order", *DETAILS, second="invoice", belief=0.4)
    assert "follow_ups/invoice" not in told.rows


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("order 7401: the loyalty points for this were never booked to my account", ""),
        ("Bestellung 7401: meine Treuepunkte dafür sind bis heute nicht gutgeschrieben", "de"),
    ],
)
def test_what_no_table_knows_of_an_order_goes_to_a_person_and_not_to_its_parcel(text: str, language: str) -> None:
    conversation = begun()
    told = conversation.says(text, "out_of_scope", DETAILS[0], confidence=0.9, language=language)
    assert told.rows == []
    assert conversation.dialogue.case is not None
    assert any("7401" in note or "oyalty" in note or "Treue" in note for note in conversation.dialogue.notes)


def test_with_the_parcels_number_it_is_the_parcel_that_is_looked_up() -> None:
    number = entity("tracking_number", "LP00123456789012")
    told = begun().says("LP00123456789012 well then here you go my friend", "out_of_scope", number, confidence=0.9)
    assert told.rows != []


def test_a_letter_of_several_matters_has_its_parcel_looked_up() -> None:
    points = "the loyalty points for order 7401 were never booked to my account, and I wrote of that in spring. "
    told = begun().says(points * 3 + "And shall I have it by Sunday?", "out_of_scope", *DETAILS, confidence=0.9)
    assert told.rows != []
