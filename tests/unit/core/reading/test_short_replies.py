"""Short replies: which choice, which order number, and what is too long to be one."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.short_replies import bare_order_number, is_short_reply, pick_choice


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
