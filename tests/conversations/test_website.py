"""The trained assistant over the website channel, as the widget and `make chat` use it."""

from __future__ import annotations

import time

import pytest

from parcelbot.front.api.identity import sign
from tests.support.stack import IDENTITY_SECRET, Stack
from tests.support.visitor import Visitor

EXPORTED = "YT2632500000000121"


def test_an_answer_carries_its_card_and_its_source(stack: Stack) -> None:
    heard = Visitor(stack).sends(text=f"where is {EXPORTED}")
    assert [m["card"]["number"] for m in heard if m["card"]] == [EXPORTED]
    assert [m["answer"]["row"] for m in heard if m["answer"]] == ["exported_normal"]


def test_a_choice_does_what_its_title_says(stack: Stack) -> None:
    visitor = Visitor(stack)
    visitor.says("where is LP00123456789012")
    assert "I'm here" in visitor.presses("No, thanks")


def test_a_logged_in_shopper_needs_only_the_order_number(stack: Stack) -> None:
    told = {"customer_id": "c-1", "email": "anna@example.com", "timestamp": int(time.time())}
    visitor = Visitor(stack, identity={**told, "signature": sign(IDENTITY_SECRET, **told)})
    heard = visitor.sends(text="where is my order #7401")
    assert [m["card"]["number"] for m in heard if m["card"]] == [EXPORTED]


@pytest.mark.parametrize("words", ["Yes, it helped", "No, not really"])
def test_the_widgets_feedback_is_understood(stack: Stack, words: str) -> None:
    visitor = Visitor(stack)
    visitor.says("what does in transit mean?")
    expected = "glad it helped" if words.startswith("Yes") else "sorry that wasn't"
    assert expected in visitor.says(words)
