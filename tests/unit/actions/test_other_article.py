"""Another size or colour before anything has left: taken down, shown back, not done before a person says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.shipment import Status, Substatus
from tests.unit.actions.talk import ORDER, Chat, Told, entity
from tests.unit.actions.test_second_turn import chat
from tests.unit.core.builders import scan, shipment
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

DETAILS = (entity("order_number", "7401"), entity("email", "anna@example.com"))


def before_dispatch() -> Chat:
    return chat(orders=FakeOrders((replace(ORDER, parcels=()),)), tickets=FakeTickets())


def wish(conversation: Chat, text: str, intent: str) -> Told:
    return conversation.says(f"order 7401, anna@example.com, {text}", intent, *DETAILS)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("can you change the size from S to M?", "change_address"),
        ("I picked the wrong colour, please switch it", "cancel_order"),
        ("please exchange the grey model for a green one", "return_item"),
        ("I need another size before it goes out", "item_wrong"),
        ("two by mistake, can you make it just one?", "provide_details"),
    ],
)
def test_the_wish_is_taken_down_and_shown_back(text: str, intent: str) -> None:
    told = wish(before_dispatch(), text, intent)
    assert told.rows == ["follow_ups/other_article_unsent"]
    assert text in told.text
    assert "Return" not in told.text


def test_the_wish_waits_for_the_order() -> None:
    conversation = before_dispatch()
    conversation.says("can I swap it for another colour?", "return_item")
    assert conversation.gives_order().rows == ["follow_ups/other_article_unsent"]


@pytest.mark.parametrize("text", ["can I swap it for another size?", "please exchange these for a different colour"])
def test_of_what_came_the_swap_itself_is_answered_once_the_order_is_known(text: str) -> None:
    came = shipment(scan(Substatus.DELIVERED_OTHER, 3, "Porto, PT"), status=Status.DELIVERED)
    conversation = chat(came, tickets=FakeTickets())
    conversation.says(text, "return_item")
    told = conversation.gives_order()
    assert told.rows == ["neighbours/return_item"]
    assert not told.cards


@pytest.mark.parametrize(
    "text", ["did you do it?", "so have you changed it?", "is it switched now?", "has anyone done it?"]
)
def test_nothing_counts_as_done_before_a_person_says_so(text: str) -> None:
    conversation = before_dispatch()
    wish(conversation, "change the size to M please", "change_address")
    assert conversation.says(text, "affirm", second="have_you_asked").rows == ["follow_ups/is_it_changed_unsent"]


@pytest.mark.parametrize(
    ("text", "intent", "row"),
    [
        ("please cancel it", "cancel_order", "follow_ups/then_what_undated"),
        ("I moved, please change the address", "change_address", "follow_ups/old_address_unsent"),
        ("please change the colour to blue", "item_wrong", "follow_ups/then_what_undated"),
    ],
)
def test_what_is_if_it_is_packed_first_depends_on_the_wish(text: str, intent: str, row: str) -> None:
    conversation = before_dispatch()
    wish(conversation, text, intent)
    assert conversation.says("and what if they pack it first?", "item_missing", second="contents").rows == [row]
