"""Questions before an order: both halves are answered, and nobody is asked for a number. Real tables and sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.reading.wanted.before_buying import BeforeBuying, has_not_ordered, read_before_buying
from tests.unit.actions.talk import LP, ORDER, entity
from tests.unit.actions.test_second_turn import chat
from tests.unit.usecases.fakes import FakeOrders, FakeTickets

NOT_YET = "I'm thinking of ordering a tablecloth."


@pytest.mark.parametrize(
    ("text", "intent", "rows"),
    [
        ("how long would it be on its way, and what do you charge for shipping?", "arrival_date", ["time", "cost"]),
        ("if it goes missing, whose problem is it?", "delivered_not_received", ["lost"]),
        ("can I follow it all the way to my door", "where_is_my_order", ["tracked"]),
        ("where do you ship from, and would I pay customs", "where_is_my_order", ["origin", "duties"]),
        ("and if it doesn't fit me?", "item_wrong", ["returns"]),
        ("do you even deliver to Malta", "out_of_scope", ["countries"]),
        ("which courier brings it", "carrier_contact", ["carrier"]),
        ("will it be late?", "late_delivery", ["time"]),
        ("what if customs keep it", "customs_delay", ["lost"]),
        ("and if the courier loses it?", "nlu_fallback", ["lost"]),
        ("can I watch it on its way", "notify_me", ["tracked"]),
    ],
)
def test_every_half_of_a_question_before_an_order_is_answered(text: str, intent: str, rows: list[str]) -> None:
    conversation = chat()
    conversation.says(NOT_YET, "out_of_scope")
    told = conversation.says(text, intent)
    assert told.rows == [f"before_buying/{row}" for row in rows]
    assert "number?" not in told


def test_who_says_it_after_being_asked_for_a_number_gets_the_answer() -> None:
    conversation = chat()
    assert "tracking number" in conversation.says("when will it arrive", "arrival_date")
    told = conversation.says("I haven't ordered yet!", "no_details")
    assert told.rows == ["before_buying/time"]


def test_who_says_only_that_is_asked_what_they_want_to_know() -> None:
    told = chat().says("hi, I don't have an order, I'd like to buy one", "where_is_my_order")
    assert "What would you like to know before you order" in told


def test_what_is_no_question_about_shipping_stays_what_it_is() -> None:
    told = chat().says("can you add a gift note if I order now?", "out_of_scope")
    assert "before you order" not in told


def test_a_supposed_loss_needs_no_order() -> None:
    assert chat().says("what happens if a parcel gets lost?", "delivered_not_received").rows == ["before_buying/lost"]


def test_with_a_number_it_is_about_that_parcel() -> None:
    conversation = chat()
    conversation.says(NOT_YET, "out_of_scope")
    told = conversation.says(f"my sister's is {LP}, where is it", "where_is_my_order", entity("tracking_number", LP))
    assert len(told.cards) == 1
    assert conversation.dialogue.before_buying is False


@pytest.mark.parametrize(
    "text",
    [
        "thinking about a duvet cover from you",
        "we're interested in the long curtains, not ordered yet",
        "before I buy, one question",
    ],
)
def test_who_has_not_bought_says_so_in_many_ways(text: str) -> None:
    assert has_not_ordered(text)


@pytest.mark.parametrize(
    "text",
    [
        "my parcel went missing",
        "it never arrived",
        "I want to get my money back",
        "I ordered two weeks ago",
        "I didn't order this colour",
    ],
)
def test_who_has_bought_is_not_taken_for_somebody_who_has_not(text: str) -> None:
    assert not has_not_ordered(text)


def test_topics_stand_in_the_order_of_the_words() -> None:
    asked = read_before_buying("what's the postage, is there VAT on top, and can it be tracked")
    assert asked == (BeforeBuying.COST, BeforeBuying.DUTIES, BeforeBuying.TRACKED)


def test_who_asks_as_a_buyer_has_all_halves_answered_too() -> None:
    conversation = chat()
    told = conversation.says("delivery to Portugal, how long is it and is VAT on top? can I return it", "return_item")
    assert told.rows == ["neighbours/return_item"]
    told = conversation.says("delivery to Portugal, how long is it and is VAT on top? can I return it", "shipping_time")
    assert told.rows == [f"before_buying/{row}" for row in ("time", "duties", "returns")]
    assert conversation.says("and if customs lose it, whose loss is that", "customs_delay").rows == [
        "before_buying/lost"
    ]
    assert "tracking number" in conversation.says("my parcel is late, when will it come", "late_delivery")


def test_who_has_nothing_yet_changes_no_address() -> None:
    conversation = chat()
    conversation.says("I haven't ordered yet. What is the postage?", "shipping_cost")
    told = conversation.says("May I put my sister's workshop as the place?", "change_address")
    assert told.rows == []
    assert "before you order" in told.text


def test_who_has_an_order_is_not_sent_to_the_checkout() -> None:
    conversation = chat(orders=FakeOrders((replace(ORDER, parcels=()),)), tickets=FakeTickets())
    conversation.gives_order()
    told = conversation.says("and how much does that get to be?", "shipping_cost")
    assert "before_buying/cost" not in told.rows


def test_a_yes_to_the_person_who_is_named_fetches_them() -> None:
    conversation = chat()
    conversation.says("not ordered yet. how long does shipping take", "shipping_time")
    named = conversation.says("and does the linen come from a mill in Flanders", "out_of_scope").text
    assert "A person here can tell you before you order" in named
    conversation.says("yes please, ask one", "affirm")
    assert conversation.dialogue.case is not None
