"""Another address before anything has left, and a picture that comes with a case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.actions.talk import ORDER, Chat, entity
from tests.unit.actions.test_second_turn import chat
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

NEW = "it should be 48 Birch Lane, Salem OR 97301"


def before_dispatch() -> Chat:
    """A shopper whose order has no parcel yet."""
    return chat(orders=FakeOrders((replace(ORDER, parcels=()),)), tickets=FakeTickets())


def wish(conversation: Chat, text: str = NEW, intent: str = "change_address") -> str:
    order = entity("order_number", "7401"), entity("email", "anna@example.com")
    return conversation.says(f"order 7401, anna@example.com, {text}", intent, *order).text


def test_a_new_address_is_taken_down_and_shown_back() -> None:
    told = wish(before_dispatch())
    assert "48 Birch Lane" in told
    assert "Write the whole new address" not in told


def test_an_address_told_first_is_in_the_case_once_the_order_is_known() -> None:
    conversation = before_dispatch()
    conversation.says(f"I gave the wrong street, {NEW}", "check_address")
    told = conversation.gives_order()
    assert "48 Birch Lane" in told.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("changed or not?", "bot_challenge"),
        ("is my address right now?", "check_address"),
        ("so did you update it?", "where_is_my_order"),
    ],
)
def test_nothing_is_compared_or_waited_for_before_it_is_changed(text: str, intent: str) -> None:
    conversation = before_dispatch()
    wish(conversation)
    told = conversation.says(text, intent)
    assert told.rows == ["follow_ups/is_it_changed_unsent"]
    assert "Shall I send it?" in told.text


def test_what_is_if_it_is_packed_first_is_told() -> None:
    conversation = before_dispatch()
    wish(conversation)
    assert conversation.says("what if they pack it today?", "feedback_not_useful").rows == [
        "follow_ups/old_address_unsent"
    ]


def test_the_address_of_an_order_without_a_parcel_is_compared_with_none() -> None:
    told = before_dispatch()
    told.gives_order()
    assert told.says("is the address right on it?", "check_address").rows == ["address/unsent"]


@pytest.mark.parametrize("text", ["there it is", "here it is, look", "it is here"])
def test_a_picture_of_a_trouble_is_no_parcel_that_turned_up(text: str) -> None:
    conversation = before_dispatch()
    wish(conversation)
    conversation.metadata = {"attachment": {"name": "letter.jpg", "attachment_id": "a-1"}}
    told = conversation.says(text, "parcel_arrived")
    assert "enjoy" not in told.text.lower()
    assert conversation.dialogue.case is not None
