"""Bought on AliExpress, or not: the name alone says nothing where it is denied."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.text.marketplaces import denies_the_marketplace, names_the_marketplace


@pytest.mark.parametrize(
    "text",
    [
        "no no, this isn't AliExpress, I used your website",
        "we never ordered on aliexpress",
    ],
)
def test_it_was_not_bought_there(text: str) -> None:
    assert denies_the_marketplace(text)


@pytest.mark.parametrize(
    "text",
    [
        "my AliExpress order has not come",
        "I have not received my AliExpress parcel",
        "nothing moves on AliExpress",
        "on aliexpress it says not delivered",
    ],
)
def test_it_was_bought_there(text: str) -> None:
    assert names_the_marketplace(text)
    assert not denies_the_marketplace(text)
