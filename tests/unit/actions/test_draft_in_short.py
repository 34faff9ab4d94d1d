"""A draft is shown in short; what is added to it is told in one line, and what it lacks is asked for once."""

from __future__ import annotations

import pytest

from tests.unit.actions.talk import MONDAY, Chat, entity, of_the_shop
from tests.unit.usecases.fakes import FakeOrders, FakeTickets, services

MAIL = entity("email", "anna@example.com")


def drafted() -> Chat:
    """A conversation about a silent parcel whose case is shown and not sent."""
    chat = Chat(of_the_shop(tickets=FakeTickets()))
    chat.gives_order()
    chat.says("nothing has moved for days", "tracking_not_updating")
    chat.says("let me talk to a person", "talk_to_human")
    return chat


def unknown() -> Chat:
    """A conversation of somebody whose order is not known."""
    return Chat(services(tickets=FakeTickets(), orders=FakeOrders(()), now=MONDAY))


def test_what_is_added_is_told_without_the_whole_draft() -> None:
    told = drafted().says("please add that the bell is out of order", "out_of_scope")
    assert "the bell is out of order" in told.text
    assert not told.cards


def test_a_line_that_has_nothing_in_it_is_not_shown() -> None:
    chat = unknown()
    chat.says("please cancel my order", "cancel_order")
    chat.says("yes, to a person", "talk_to_human")
    shown = chat.says("I'd rather not give one", "no_details").text
    assert "This is what I'll send" in shown
    assert not any(label in shown for label in ("E-mail", "Order number", "Tracking number"))


def test_of_a_draft_that_was_shown_only_what_has_changed_is_shown_again() -> None:
    chat = drafted()
    changed = chat.says("use lena@example.org", "provide_details", entity("email", "lena@example.org")).text
    assert "It now says:\nE-mail: lena@example.org\nShall I send it?" in changed
    assert "Order number" not in changed


def waiting_for_an_email() -> Chat:
    """A conversation about an order to cancel in which the e-mail was asked for."""
    chat = unknown()
    chat.says("please change something on my order", "change_address")
    chat.says("yes, to a person", "talk_to_human")
    return chat


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "order 8812. two of the five mugs have a crack", "two of the five mugs have a crack"),
        ("tr", "siparis 8812. iki tanesi kirik geldi", "iki tanesi kirik geldi"),
        ("de", "Bestellung 8812, die Klingel unten geht nicht", "die Klingel unten geht nicht"),
    ],
)
def test_what_is_told_beside_a_number_is_said_back_and_kept(language: str, text: str, told: str) -> None:
    chat = waiting_for_an_email()
    answer = chat.says(text, "provide_details", entity("order_number", "8812"), language=language).text
    assert told in answer
    assert any(told in note for note in chat.dialogue.notes)


def test_a_number_with_nothing_beside_it_is_not_said_back() -> None:
    chat = waiting_for_an_email()
    said = chat.says("sure, it's 8812, thanks", "provide_details", entity("order_number", "8812")).text
    assert "Added" not in said


@pytest.mark.parametrize("text", ["please don't cancel it, I still want the mugs", "no, I do not want another one"])
def test_who_refuses_something_else_does_not_keep_the_email_back(text: str) -> None:
    chat = waiting_for_an_email()
    chat.says(text, "deny")
    assert chat.dialogue.case is not None
    assert chat.dialogue.case.email is None


@pytest.mark.parametrize("text", ["no, I'd rather not", "I don't have one", "no thanks"])
def test_who_keeps_it_back_is_not_asked_again(text: str) -> None:
    chat = waiting_for_an_email()
    chat.says(text, "deny")
    assert chat.dialogue.case is None or chat.dialogue.case.email == ""


def test_whether_to_send_it_is_asked_at_every_second_answer_at_most() -> None:
    chat = drafted()
    said = ["the bell is out of order", "the gate is green, by the river", "my dog is in the garden on weekdays"]
    asked = ["Shall I send" in chat.says(one, "out_of_scope").text for one in said]
    assert asked == [False, True, False]


def test_who_asks_whether_all_stands_there_hears_that_it_is_not_sent() -> None:
    told = drafted().says("is that all in the case now?", "out_of_scope").text
    assert "isn't sent yet" in told


def test_the_order_is_asked_for_with_the_e_mail_and_not_again() -> None:
    chat = unknown()
    chat.says("please cancel my order", "cancel_order")
    asked = chat.says("yes, to a person", "talk_to_human").text
    assert "order number" in asked
    told = chat.says("anna@example.com", "provide_details", MAIL).text
    assert "And your order number" not in told


def test_an_order_number_beside_the_e_mail_is_taken() -> None:
    chat = unknown()
    chat.says("please cancel my order", "cancel_order")
    chat.says("yes, to a person", "talk_to_human")
    chat.says("anna@example.com 8812", "provide_details", MAIL)
    assert chat.sends_it().order_number == "8812"


def test_who_asks_what_is_still_needed_hears_of_the_order_that_lacks() -> None:
    chat = unknown()
    chat.says("please cancel my order", "cancel_order")
    chat.says("yes, to a person", "talk_to_human")
    chat.says("anna@example.com", "provide_details", MAIL)
    chat.sends_it()
    assert "order number would help" in chat.says("do you need anything else from me?", "out_of_scope").text


def test_nothing_more_is_needed_where_the_order_is_known() -> None:
    chat = drafted()
    chat.sends_it()
    assert "order number" not in chat.says("do you need anything else from me?", "customs_payment").text


def test_the_right_telephone_number_is_asked_for_once() -> None:
    chat = drafted()
    first = chat.says("I typed my phone number wrong in the order", "out_of_scope").text
    assert "Which one is right?" in first
    assert "Which one is right?" not in chat.says("my phone number there is wrong, I said", "out_of_scope").text


def test_the_answer_stands_in_the_chat_and_the_mail_is_no_promise() -> None:
    chat = drafted()
    chat.sends_it()
    told = chat.says("will I get an email with the answer?", "out_of_scope").text
    assert "in this chat" in told
    assert "can't promise" in told


def test_both_wishes_stand_where_either_is_named() -> None:
    chat = Chat(of_the_shop(tickets=FakeTickets()))
    chat.gives_order()
    chat.says("ich will mein geld zurück oder ein neues paket", "refund_wanted", language="de")
    chat.says("ein mensch bitte", "talk_to_human", language="de")
    assert {"refund_wanted", "replacement_wanted"} <= set(chat.dialogue.matters)
