"""The orders of a message, and the part of it that speaks of each."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.orders.orders_named import lists_orders, order_called_off, orders_named, parts_by_order


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "order 7401 is late, and order 7402 came broken",
            ["order 7401 is late,", "and order 7402 came broken"],
        ),
        (
            "Order 7401: wrong lid. My towel from order 7402 never came.",
            ["Order 7401: wrong lid.", "My towel from order 7402 never came."],
        ),
        (
            "the tray is bent, order 7401, and the cup and the jug are lost, order 7402",
            ["the tray is bent, order 7401,", "and the cup and the jug are lost, order 7402"],
        ),
        (
            "my order 7401 came in pieces and the other order 7402 has not moved",
            ["my order 7401 came in pieces", "and the other order 7402 has not moved"],
        ),
    ],
)
def test_a_message_is_split_where_it_turns_to_another_order(text: str, parts: list[str]) -> None:
    assert parts_by_order(text) == parts
    assert orders_named(text) == ("7401", "7402")


@pytest.mark.parametrize("text", ["where are orders 7401 and 7402?", "order 7401, 7402", "orders 7401 & 7402 are late"])
def test_orders_named_in_one_breath_are_asked_about_together(text: str) -> None:
    assert lists_orders(text)
    assert parts_by_order(text) == []


@pytest.mark.parametrize(
    "text", ["order 7401 cost 1200 dollars", "order 7401 of 2025", "order 7401, zip 75201", "I paid 1200 and 1300"]
)
def test_a_price_a_year_and_a_postcode_are_no_order(text: str) -> None:
    assert len(orders_named(text)) < 2
    assert parts_by_order(text) == []


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("I bought it twice, 7401 and 7402. Please cancel 7402", "7402"),
        ("no wait, keep 7402 and cancel 7401 instead", "7401"),
        ("7401 stays, cancel the second one, 7402", "7402"),
        ("don't cancel 7401, cancel 7402", "7402"),
        ("keep 7401, the other one 7402 can go", "7402"),
        ("please stop order no. 7402, I only need 7401", "7402"),
        ("I have 7401 and 7402", ""),
        ("cancel 7401", ""),
    ],
)
def test_of_two_orders_the_one_to_be_called_off_is_told_from_the_one_that_stays(text: str, order: str) -> None:
    assert order_called_off(text) == order
