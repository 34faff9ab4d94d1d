"""Short replies: which choice, which order number, and what is too long to be one."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.orders.short_replies import (
    bare_order_number,
    is_short_reply,
    mentioned_order_number,
    pick_choice,
)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [("2", "b"), ("the second one", "b"), ("first", "a"), ("last one please", "c"), ("7", ""), ("both of them", "")],
)
def test_a_place_in_the_list_picks_a_parcel(text: str, chosen: str) -> None:
    assert pick_choice(text, ("a", "b", "c")) == chosen


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("stuck, 7401 anna@example.com", "7401"),
        ("it is 8123456789012347", "8123456789012347"),
        ("it's en-7401", "EN-7401"),
        ("7401 or 7402", ""),
        ("after 1000 days", ""),
        ("no number", ""),
        ("yep 7401", "7401"),
        ("ordered in 2026", ""),
        ("2026", "2026"),
    ],
)
def test_one_bare_number_can_be_an_order_number(text: str, number: str) -> None:
    assert bare_order_number(text) == number


@pytest.mark.parametrize(("text", "short"), [("yep 7401 thanks", True), ("7401", True), ("I live at 7401 Elm", False)])
def test_a_reply_of_three_words_is_short(text: str, short: bool) -> None:
    assert is_short_reply(text) is short


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I ordered it last week (7401) and nothing came", "7401"),
        ("the number on the slip is 7401", "7401"),
        ("sorry, my order number is 74 01", "7401"),
        ("can you stop one of them? 7401", "7401"),
        ("my order is numbered 7401", "7401"),
        ("the number's 7401, and I ordered a lamp", "7401"),
        ("I ordered under 7401", "7401"),
        ("this is about 7401, the blue one", "7401"),
        ("order n° 7401 please", "7401"),
        ("it cost me about 7401 yen or so", ""),
        ("I ordered it in 2025", ""),
        ("it cost 1250 euros", ""),
        ("7401", ""),
    ],
)
def test_an_order_number_is_heard_in_a_longer_message(text: str, number: str) -> None:
    assert mentioned_order_number(text) == number
