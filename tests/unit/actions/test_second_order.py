"""A second order that is named stands beside the one of the case, and pushes nothing out of it."""

from __future__ import annotations

import pytest

from tests.unit.actions.talk import Chat, entity
from tests.unit.actions.test_two_orders import both_told, drafted_for

OTHER = entity("order_number", "7401")


def preview_of(chat: Chat) -> str:
    return chat.says("what stands in the case now?", "out_of_scope").text


@pytest.mark.parametrize(
    "text", ["The same for order 7401, please put both in", "und genauso für Bestellung 7401, bitte beide zusammen"]
)
def test_the_order_of_a_drafted_case_stays_and_the_other_is_shown_beside_it(text: str) -> None:
    conversation, _ = both_told()
    conversation.says(text, "provide_details", OTHER)
    assert drafted_for(conversation) == "7402"
    assert conversation.dialogue.other_orders == ("7401",)
    assert ": 7402, 7401" in preview_of(conversation)


def test_a_number_that_puts_the_first_one_right_takes_its_place() -> None:
    conversation, _ = both_told()
    conversation.says("the order number is wrong, it should be 7401", "provide_details", OTHER)
    assert conversation.dialogue.other_orders == ()


@pytest.mark.parametrize("text", ["and the order number is #7401", "Bestellnummer ist 7401"])
def test_a_number_given_for_the_drafted_case_is_the_number_of_its_order(text: str) -> None:
    conversation, _ = both_told()
    conversation.says(text, "provide_details", OTHER)
    assert conversation.dialogue.other_orders == ()
    assert drafted_for(conversation) == "7401"
