"""Direct questions after an answer that resemble something else. Real tables, real sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.answering.open_question import Asked
from parcelbot.core.dialogue.hearing.replies import Reply, read_reply
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Status, Substatus
from tests.unit.actions.talk import LP, MONDAY, ORDER, Chat, entity, real_knowledge
from tests.unit.actions.test_second_questions import WAITING, told_of
from tests.unit.core.builders import scan, shipment
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import FakeOrders, FakeTickets, services


@pytest.mark.parametrize("text", ["have they got a telephone", "is there a number I can ring", "who do I ring then"])
def test_the_carriers_telephone_fetches_no_person(text: str) -> None:
    conversation = told_of()
    told = conversation.says(text, "call_me", ranking=["talk_to_human"], second="will_they_ring")
    assert told.rows[0].startswith("carrier/")
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("text", ["what is their postal address?", "ok their address for a letter then"])
def test_no_street_of_the_carrier_is_known_and_the_parcels_address_is_not_meant(text: str) -> None:
    told = told_of().says(text, "check_address", second="address_was_right", belief=0.2)
    assert told.rows[0].startswith("carrier/")
    assert told.text.startswith("A postal address of theirs I don't have.")


def test_what_was_said_in_all_its_words_is_not_said_again_but_who_can_know_more() -> None:
    conversation = told_of()
    texts = ["is it out yet", "has it left or not", "did it leave", "tell me has it left"]
    told = [conversation.says(text, "out_of_scope", second="where_exactly").text for text in texts]
    assert len(set(told)) == len(texts)
    assert not any("I can't answer that one" in text for text in told)
    assert not any("It has left, and it hasn't been scanned in your country yet" in text for text in told[2:])
    assert "I know no more than that" in told[2]


@pytest.mark.parametrize("text", ["well, I open", "Ok, I open", "ok I claim then", "fine, I'll ring the post office"])
def test_what_the_shopper_will_do_agrees_to_nothing_of_ours(text: str) -> None:
    assert read_reply(text, "affirm", Asked.PERSON) is None
    conversation = told_of()
    conversation.says("I want my money", "refund_wanted")
    conversation.says(text, "affirm")
    assert conversation.dialogue.ticket == ""


@pytest.mark.parametrize("text", ["ok I agree", "ok I'd like that", "ok I do", "sure, I accept"])
def test_an_agreement_is_still_one(text: str) -> None:
    assert read_reply(text, "affirm", Asked.PERSON) is Reply.YES


@pytest.mark.parametrize(
    "text",
    ["thanks, no need to pass it on", "please don't forward it", "you needn't pass that on", "no ticket needed"],
)
def test_a_draft_that_nobody_wants_is_dropped_and_is_no_line_of_the_case(text: str) -> None:
    conversation = told_of()
    conversation.presses("/talk_to_human")
    conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    told = conversation.says(text, "deny")
    assert conversation.dialogue.case is None
    assert text not in told.text


@pytest.mark.parametrize("text", ["no thanks, that's all I need", "no, that is all thanks"])
def test_no_thanks_and_that_is_all_gives_no_email_and_wants_no_case(text: str) -> None:
    assert read_reply(text, "deny", Asked.CASE_EMAIL) is Reply.CANCEL


@pytest.mark.parametrize("intent", ["delivery_wish", "out_of_scope"])
def test_who_else_may_collect_is_asked_of_a_parcel_that_waits(intent: str) -> None:
    told = told_of(WAITING).says("can my neighbour collect it", intent, second="somebody_else_collects", belief=0.36)
    assert told.rows[0].startswith("follow_ups/somebody_else")


def test_whether_it_is_sent_again_if_it_goes_back_is_answered_before_it_does() -> None:
    told = told_of(WAITING).says(
        "should it come back, do you post it again?", "returned_to_sender", second="send_again"
    )
    assert told.rows == ["follow_ups/send_again_if_back"]


@pytest.mark.parametrize("text", ["is that true", "ok whatever", "what is that", "so was it paid", "whatever"])
def test_a_question_without_its_mark_and_a_shrug_take_no_offer_up(text: str) -> None:
    assert read_reply(text, "affirm", Asked.PERSON) is None


@pytest.mark.parametrize("text", ["the page says a fee is unpaid", "they write that it is unpaid"])
def test_who_reports_that_a_fee_is_unpaid_is_not_told_what_follows_from_not_paying(text: str) -> None:
    told = told_of().says(text, "customs_payment", second="customs_unpaid", belief=0.54)
    assert told.rows[0].startswith("customs_demand/")
    asked = told_of().says("and if I don't pay", "customs_payment", second="customs_unpaid", belief=0.54)
    assert asked.rows == ["follow_ups/customs_unpaid"]


@pytest.mark.parametrize("text", ["I'll file it, thanks, no ticket needed", "I complain myself, no need for a person"])
def test_a_draft_that_nobody_wants_is_dropped_whatever_else_the_message_resembles(text: str) -> None:
    conversation = told_of()
    conversation.presses("/talk_to_human")
    conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    conversation.says(text, "ticket_status", second="review_threat", belief=0.45)
    assert conversation.dialogue.case is None


@pytest.mark.parametrize("said", ["yes please", "yes, pass it on", "ok yes"])
def test_a_yes_to_a_person_is_no_parcel_that_came_whatever_was_asked_between(said: str) -> None:
    delivered = shipment(scan(Substatus.NONE, 4), number=LP, status=Status.DELIVERED)
    provider = FakeProvider(Lookup(LookupOutcome.FOUND, delivered))
    use_cases = services(tracking=provider, orders=FakeOrders((ORDER,)), tickets=FakeTickets(), now=MONDAY)
    conversation = Chat(replace(use_cases, knowledge=real_knowledge()))
    conversation.gives_order()
    conversation.says("it says delivered and I have nothing", "delivered_not_received")
    while conversation.dialogue.open and conversation.dialogue.open.asked is Asked.CHECK:
        conversation.says("how do I reach the carrier?", "carrier_contact")
    assert "Shall I send it?" in conversation.says(said, "affirm").text
