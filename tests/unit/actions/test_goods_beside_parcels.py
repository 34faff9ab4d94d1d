"""Goods that came wrong while something else of the order is out: both are told, each of its own parcel."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from tests.unit.actions.talk import Chat, Told, entity
from tests.unit.actions.test_several_parcels import HERE, MOVING, chat

GIVEN = (entity("order_number", "7401"), entity("email", "anna@example.com"))
#: What is wrong with the goods, and how the rest is said to be out.
BOTH = (
    ("the bowl has a crack, and my other parcel with the spoons hasn't come", "item_damaged"),
    ("you packed a green scarf, I ordered grey. also the second box isn't moving", "item_wrong"),
    ("got the wrong lamp! and the rug is still on its way since forever", "item_wrong"),
    ("the vase came in pieces and the plates are still missing", "item_damaged"),
    ("wrong size of boots, plus no sign of the belt", "item_wrong"),
)


def told_both(text: str, intent: str, *more: str) -> tuple[Chat, Told]:
    conversation = chat(HERE, MOVING)
    beside = [entity("also_asked", name) for name in more]
    return conversation, conversation.says(f"order 7401, anna@example.com: {text}", intent, *GIVEN, *beside)


@pytest.mark.parametrize(("text", "intent"), BOTH)
@pytest.mark.parametrize("more", [(), ("delivered_not_received",), ("all_parcels",)])
def test_the_goods_are_of_the_parcel_that_came_and_the_other_is_told_with_its_day(
    text: str, intent: str, more: tuple[str, ...]
) -> None:
    conversation, told = told_both(text, intent, *more)
    assert "goods" in {row.split("/")[0] for row in told.rows}
    assert f"Still to come from this order:\n• {MOVING}" in told.text
    assert "wait until" in told.text
    assert "letterbox" not in told.text
    assert conversation.dialogue.parcel == HERE
    wrong = {Question.ITEM_MISSING, Question.DELIVERED_NOT_RECEIVED}
    assert not wrong & set(conversation.dialogue.matters)


def test_goods_alone_bring_no_list_of_what_is_out() -> None:
    _, told = told_both("the bowl has a crack in it", "item_damaged")
    assert "Still to come" not in told.text


def test_an_order_given_later_brings_the_other_parcel_then() -> None:
    conversation = chat(HERE, MOVING)
    conversation.says("the lamp isn't what I chose, and the rug hasn't arrived", "item_wrong")
    told = conversation.says("7401 anna@example.com", "provide_details", *GIVEN)
    assert f"Still to come from this order:\n• {MOVING}" in told.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("and the spoons?", "all_parcels"),
        ("what about the spoons then?", "out_of_scope"),
        ("where are my spoons?", "where_is_my_order"),
        ("ok, how about the rug?", "item_missing"),
    ],
)
def test_whoever_asks_after_the_rest_is_told_of_the_parcel_that_is_out(text: str, intent: str) -> None:
    conversation, _ = told_both(*BOTH[0])
    told = conversation.says(text, intent)
    assert f"• {MOVING}" in told.text


@pytest.mark.parametrize(("intent", "second"), [("where_is_my_order", "new_in_time"), ("arrival_date", "")])
def test_the_day_of_a_missing_piece_is_that_of_the_parcel_that_is_out(intent: str, second: str) -> None:
    conversation = chat(HERE, MOVING)
    conversation.says("order 7401, anna@example.com: the lid isn't in the box", "item_missing", *GIVEN)
    told = conversation.says("by when is that one here", intent, second=second)
    assert f"• {MOVING}" in told.text
    assert "nothing is on its way" not in told.text


@pytest.mark.parametrize(
    "text", ["and the refund?", "what about the label?", "and my money?", "what about the photos?"]
)
def test_money_and_photos_are_no_things_of_the_order(text: str) -> None:
    conversation, _ = told_both(*BOTH[0])
    assert f"• {MOVING}" not in conversation.says(text, "out_of_scope").text


@pytest.mark.parametrize(
    "text", ["is everything in the case?", "is all of that in there?", "did you note it all?", "have you put that in?"]
)
def test_whether_all_is_in_the_draft_gets_a_yes_with_what_is_in_it(text: str) -> None:
    conversation, _ = told_both(*BOTH[0])
    told = conversation.says(text, "all_parcels")
    assert told.text.startswith("Yes, in short: ")
    assert "This is what I'll send" not in told.text


@pytest.mark.parametrize("text", ["did you note both?", "are the two of them in the case?"])
def test_whether_several_things_are_in_it_the_draft_shows(text: str) -> None:
    conversation, _ = told_both(*BOTH[0])
    told = conversation.says(text, "all_parcels")
    assert not told.text.startswith("Yes")
    assert "This is what I'll send" in told.text


@pytest.mark.parametrize(
    "text",
    [
        "would you take something off if I keep it?",
        "could I keep it at a lower price?",
        "if there is a discount I keep the cup, ok?",
        "can you knock 10 euros off?",
    ],
)
def test_a_lower_price_is_for_a_person_to_decide(text: str) -> None:
    conversation, _ = told_both(*BOTH[0])
    told = conversation.says(text, "cancel_order", second="compensation")
    assert told.rows == ["follow_ups/compensation"]
    assert text in conversation.dialogue.notes
