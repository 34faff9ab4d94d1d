"""The shopper's own return, told from a parcel that goes back."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.orders.returns import sent_back


@pytest.mark.parametrize(
    "text", ["I returned the coat last week", "we sent it back on Monday", "where is the money for my return"]
)
def test_an_own_return_is_heard(text: str) -> None:
    assert sent_back(text)


@pytest.mark.parametrize(
    "text",
    ["why was it returned", "they sent it back without asking", "can I send it back", "it goes back to you"],
)
def test_a_parcel_that_goes_back_is_none(text: str) -> None:
    assert not sent_back(text)
