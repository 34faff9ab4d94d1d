"""What is read in a message to a person."""

from __future__ import annotations

import pytest

from parcelbot.front.details_for_person import details_in


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Sure: LP00123456789012", [("tracking_number", "LP00123456789012")]),
        (
            "my order number is 7401 and my mail Anna@Example.com.",
            [("order_number", "7401"), ("email", "anna@example.com")],
        ),
        ("7401", [("order_number", "7401")]),
        ("it is 7401", [("order_number", "7401")]),
    ],
)
def test_numbers_and_addresses_are_read(text: str, given: list[tuple[str, str]]) -> None:
    assert [(detail.kind.value, detail.value) for detail in details_in(text)] == given


@pytest.mark.parametrize(
    "text",
    [
        "Thank you so much!",
        "I paid 1500 for these curtains and they are gone",
        "RR123456784CN",  # its check digit disproves it
        "07911123456",  # a phone as well as an order
    ],
)
def test_what_is_uncertain_is_left_to_the_person(text: str) -> None:
    assert details_in(text) == ()
