"""A case that was sent: what is asked of it is answered in one clause, and differently each time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.actions.talk import MONDAY, ORDER, Chat, entity, kept, of_the_shop, real_knowledge
from tests.unit.usecases.fakes import FakeOrders, services

KNOWLEDGE = real_knowledge()
PHOTO = "send it here and it goes along"


def with_the_tables() -> Chat:
    return Chat(replace(of_the_shop(tickets=kept()), knowledge=KNOWLEDGE))


def sent(issue: str = "tracking_not_updating", said: str = "nothing moves") -> Chat:
    conversation = Chat(of_the_shop(tickets=kept()))
    conversation.gives_order()
    conversation.says(said, issue)
    conversation.says("a person please", "talk_to_human")
    conversation.says("yes, send it", "affirm")
    return conversation


@pytest.mark.parametrize(
    "asked",
    [
        "what's the reference?",
        "and the case number please",
        "Wie lautet die Referenz?",
        "what was my ticket number again",
    ],
)
def test_the_reference_is_told_without_the_whole_status(asked: str) -> None:
    told = sent().says(asked, "ticket_status").text
    assert "KT-" in told
    assert len(told.split()) < 8


@pytest.mark.parametrize(
    "asked",
    [
        "is anybody on it yet?",
        "has someone looked at it already?",
        "is it with a real person now?",
        "did your team start on it?",
    ],
)
def test_whether_somebody_has_begun_is_said_honestly_and_never_twice_alike(asked: str) -> None:
    conversation = sent()
    first, second = conversation.says(asked, "ticket_status").text, conversation.says(asked, "ticket_status").text
    assert "nobody has begun" in first
    assert second.startswith("Not yet")


@pytest.mark.parametrize(
    "asked", ["when do I get an answer?", "by when will I hear from you", "how long till someone writes?"]
)
def test_the_time_that_was_told_with_the_case_is_told_as_what_it_was_and_nothing_else(asked: str) -> None:
    assert sent().says(asked, "unanswered").text == "Still Mon 23 November, 16:00 GMT at the latest."


def test_once_both_were_told_only_what_is_asked_is() -> None:
    conversation = sent()
    conversation.says("so who writes to me, and when?", "unanswered")
    assert "settled yet" not in conversation.says("when do I get an answer?", "unanswered").text
    assert " by " not in conversation.says("who is it that writes to me?", "unanswered").text


def test_a_photo_is_invited_only_where_one_shows_something() -> None:
    conversation = with_the_tables()
    conversation.gives_order()
    conversation.says("the mug came broken", "item_damaged")
    assert PHOTO in conversation.says("yes, send it", "affirm").text
    refund = with_the_tables()
    refund.gives_order()
    refund.says("I want my money back", "refund_wanted")
    refund.says("a person please", "talk_to_human")
    assert PHOTO not in refund.says("yes, send it", "affirm").text


def test_what_a_row_sends_to_a_person_goes_there_when_the_email_is_known() -> None:
    conversation = with_the_tables()
    told = conversation.says("one sock is missing from the bag", "item_missing").text
    assert "person now" not in told
    assert told.count("person") == 3, "it goes there, who answers, whom a number helps"
    assert "Which e-mail should a person answer to?" in told
    assert "order number" in told
    given = conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    assert "Shall I send it?" in given.text


def test_what_lacks_nothing_is_shown_and_asked_about_once() -> None:
    conversation = with_the_tables()
    conversation.gives_order()
    told = conversation.says("the mug came broken", "item_damaged").text
    assert "Shall I send it?" in told
    assert told.count("to a person") == 1


def test_the_case_of_an_order_without_a_parcel_is_asked_about_like_any_other() -> None:
    use_cases = services(orders=FakeOrders((replace(ORDER, parcels=()),)), tickets=kept(), now=MONDAY)
    conversation = Chat(use_cases)
    conversation.says("where does it stay", "where_is_my_order")
    conversation.says("a person please", "talk_to_human")
    conversation.says("order 7401", "provide_details", entity("order_number", "7401"))
    conversation.says("anna@example.com", "provide_details", entity("email", "anna@example.com"))
    conversation.says("yes, send it", "affirm")
    assert conversation.says("and what do they do there all day?", "out_of_scope").text
    assert conversation.says("thanks", "thanks").text
