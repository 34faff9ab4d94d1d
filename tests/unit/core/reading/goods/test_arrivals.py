"""Good news, joy before there is any, and good news that is taken back."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.goods.arrivals import says_it_came


@pytest.mark.parametrize("text", ["at last!!", "yesss", "wow ok nice"])
def test_joy_alone_has_nothing_in_hand(text: str) -> None:
    assert not says_it_came(text)


@pytest.mark.parametrize(
    "text", ["it lies on the mat", "the postman just brought it", "arrived ✅", "found under the bench"]
)
def test_what_came_is_said_in_a_word(text: str) -> None:
    assert says_it_came(text)
