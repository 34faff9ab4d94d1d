"""A payment that falls due while nothing has come is heard; that somebody paid like that is not."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.questions.pay_later import a_later_payment_is_due


@pytest.mark.parametrize(
    "text",
    [
        "Afterpay is asking for the second part and the parcel isn't here",
        "my instalment is due on Tuesday",
        "do I have to pay riverty although nothing came?",
        "the pay-later people are chasing me",
        "can you make sezzle pause it",
    ],
)
def test_the_money_is_wanted(text: str) -> None:
    assert a_later_payment_is_due(text)


@pytest.mark.parametrize(
    "text",
    [
        "I paid with Klarna, where is my parcel?",
        "it was bought with afterpay on the 3rd",
        "the parcel is due on Friday",
        "who wants to know?",
        "I have to pay customs",
        "Clearpay shows the order",
        "can you extend the deadline at the counter",
        "Affirm that it was sent please",
        "they owe me an answer",
        "is the next payment page safe",
    ],
)
def test_no_such_money_is_wanted(text: str) -> None:
    assert not a_later_payment_is_due(text)
