"""Whether the receipt shall be confirmed, told from a confirmation that is asked of us, or of something else."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.confirming import asks_to_confirm


@pytest.mark.parametrize(
    "text",
    [
        "The app keeps asking me to confirm delivery but the postman never came. Do I press it?",
        "should I confirm receipt now or wait till I open the bag",
        "do i click order received?",
        "the seller begs me to confirm the delivery, is that wise",
        "it closes by itself, and if i don't press it I lose my money?",
    ],
)
def test_it_is_asked_by_who_would_confirm(text: str) -> None:
    assert asks_to_confirm(text, ())


@pytest.mark.parametrize(
    "text",
    [
        "can you confirm you received my return?",
        "please confirm receipt of my mail",
        "should I confirm my address with you?",
        "I confirmed receipt by mistake",
        "the carrier asks me to confirm the delivery slot",
        "do I need to confirm my e-mail to receive the tracking",
        "it asks me to confirm my phone number",
        "I want you to confirm that it was delivered",
        "I press refresh and nothing arrives",
        "if I click on the link will I lose money?",
    ],
)
def test_something_else_is_confirmed(text: str) -> None:
    assert not asks_to_confirm(text, ())
