"""Numbers that are spelt out are read as figures, and what only counts something stays as it is."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.codes.spelt_numbers import in_figures
from parcelbot.core.reading.orders.short_replies import mentioned_order_number


@pytest.mark.parametrize(
    "said",
    [
        "my order is seven four one five, thank you",
        "the order number is seventy-four fifteen",
        "Order number: seven, four, one, five.",
        "it's order seven four fifteen",
    ],
)
def test_an_order_number_in_letters_is_an_order_number(said: str) -> None:
    assert mentioned_order_number(in_figures(said)) == "7415"


@pytest.mark.parametrize("said", ["two or three days", "twenty one days", "I was at number 7 4 times", "one two"])
def test_what_counts_something_stays(said: str) -> None:
    assert in_figures(said) == said
