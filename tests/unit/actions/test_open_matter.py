"""A follow-up stays in the matter that is open, whatever its few words resemble."""

from __future__ import annotations

import pytest

from parcelbot.core.answering.open_matters import Matter
from parcelbot.core.parcel.shipment import Shipment
from tests.unit.actions.talk import Chat, entity
from tests.unit.actions.test_second_questions import EXPORTED, WAITING, told_of


def of_an_invoice() -> Chat:
    chat = told_of(EXPORTED)
    chat.says("could I have a proper bill for this?", "out_of_scope", second="invoice")
    return chat


def test_the_matter_is_the_one_that_was_answered_last() -> None:
    chat = of_an_invoice()
    assert chat.dialogue.open_matters == (Matter.PAPERS, Matter.PARCEL)


def test_a_name_on_the_invoice_is_no_new_address() -> None:
    told = of_an_invoice().says("Make it Tiedemann and Sons, please.", "change_address", confidence=0.8)
    assert not any(row.startswith("address") for row in told.rows)


def test_after_an_invoice_nothing_is_said_of_the_scans() -> None:
    told = of_an_invoice().says("Does the lady in accounts need two of them?", "out_of_scope", confidence=0.8)
    assert "scan" not in told.text


def test_the_parcel_is_asked_for_again_by_who_surely_asks_for_it() -> None:
    told = of_an_invoice().says("and what day will the box be here?", "arrival_date")
    assert told.rows


def test_whom_to_ask_about_money_is_not_the_carrier() -> None:
    chat = told_of(EXPORTED)
    chat.says("where does my refund hang?", "refund_status")
    told = chat.says("whom do I write to about that then?", "out_of_scope", second="who_to_ask")
    assert told.rows == ["follow_ups/who_to_ask_money"]


def test_what_no_table_knew_and_a_person_takes_stays_in_its_own_words() -> None:
    chat = Chat()
    chat.says(
        "the loyalty points of order 7401 were never put down for me",
        "out_of_scope",
        entity("order_number", "7401"),
        confidence=0.9,
    )
    assert chat.dialogue.open_matters == (Matter.OWN,)


def test_whose_mistake_a_size_was_is_nothing_for_scans() -> None:
    chat = told_of(WAITING)
    chat.says("one of them I would give back", "return_item")
    told = chat.says("I went by the table on your page, is it my fault then?", "out_of_scope", confidence=0.9)
    assert "follow_ups/whose_fault" not in told.rows


@pytest.mark.parametrize(("parcel", "answered"), [(EXPORTED, True), (WAITING, False)])
def test_what_waits_at_a_counter_is_exchanged_for_no_other_article(parcel: Shipment, answered: bool) -> None:
    told = told_of(parcel).says("could it be put to another one, nearer by?", "nlu_fallback", second="other_article")
    assert any(row.startswith("follow_ups/other_article") for row in told.rows) is answered


def test_what_is_struck_from_a_case_of_ones_own_words_is_taken_in() -> None:
    chat = told_of(EXPORTED)
    chat.says("the points on my card were never used, put that right", "talk_to_human")
    chat.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    chat.says("or call the order off and I buy it anew", "cancel_order")
    told = chat.says(
        "hm, last time two were left, off and then none, how. don't cancel. ask about the points", "cancel_order"
    )
    assert "not sure I understood" not in told.text
