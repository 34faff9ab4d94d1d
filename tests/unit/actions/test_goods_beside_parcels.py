"""Goods that came wrong while something else of the order is out: both are told, each of its own parcel."""

from __future__ import annotations

import pytest

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


def test_goods_alone_bring_no_list_of_what_is_out() -> None:
    _, told = told_both("the bowl has a crack in it", "item_damaged")
    assert "Still to come" not in told.text


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
