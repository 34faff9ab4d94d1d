"""Good news, joy before there is any, and good news that is taken back."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.goods.arrivals import says_it_came, takes_arrival_back


@pytest.mark.parametrize("text", ["at last!!", "yesss", "wow ok nice"])
def test_joy_alone_has_nothing_in_hand(text: str) -> None:
    assert not says_it_came(text)


@pytest.mark.parametrize(
    "text", ["it lies on the mat", "the postman just brought it", "arrived ✅", "found under the bench"]
)
def test_what_came_is_said_in_a_word(text: str) -> None:
    assert says_it_came(text)


@pytest.mark.parametrize(
    "text",
    [
        "it came! oh no wait, that's just my sister's shoes",
        "got it. sorry, it's not mine",
        "here it is... no, this is the other one",
    ],
)
def test_good_news_is_taken_back_in_the_same_breath(text: str) -> None:
    assert takes_arrival_back(text)


@pytest.mark.parametrize(
    "text", ["it's here, no worries any more", "it came. sorry for the trouble", "no, it isn't here"]
)
def test_thanks_and_a_plain_no_take_nothing_back(text: str) -> None:
    assert not takes_arrival_back(text)
