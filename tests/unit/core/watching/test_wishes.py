"""What is wanted, and that nothing is wanted any more, is read from a shopper's own words."""

from __future__ import annotations

import pytest

from parcelbot.core.watching.news import Wanted
from parcelbot.core.watching.wishes import NewsWish, read_news_wish, read_wanted


@pytest.mark.parametrize(
    "text",
    [
        "stop writing to me",
        "Please stop sending me updates",
        "don't message me any more",
        "please do not email me",
        "unsubscribe",
        "turn off the notifications",
        "no more messages please",
        "I want to opt out",
        "STOP MESSAGING ME",
    ],
)
def test_who_wants_no_more_messages_is_understood(text: str) -> None:
    assert read_news_wish(text) is NewsWish.STOP


@pytest.mark.parametrize(
    "text",
    [
        "why don't you write to me?",
        "they never contact me",
        "it has stopped moving",
        "the tracking stopped updating a week ago",
        "please don't send it to my old address",
        "I don't have the email",
        "the driver didn't stop at my house",
    ],
)
def test_complaints_about_silence_are_no_wish_for_it(text: str) -> None:
    assert read_news_wish(text) is None


@pytest.mark.parametrize(
    "text", ["what are you watching?", "which parcels are you keeping an eye on", "are you still watching my parcel?"]
)
def test_who_asks_what_is_watched_is_understood(text: str) -> None:
    assert read_news_wish(text) is NewsWish.LIST


@pytest.mark.parametrize("text", ["stop", "Stop!", "please stop", "stop it"])
def test_a_lone_stop_means_what_there_is_to_stop(text: str) -> None:
    assert read_news_wish(text) is NewsWish.STOP_BARE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tell me when it moves", Wanted.ANY),
        ("let me know if anything changes", Wanted.ANY),
        ("text me when it's delivered", Wanted.DELIVERED),
        ("let me know when it goes out for delivery", Wanted.OUT_FOR_DELIVERY),
        ("write to me if something goes wrong", Wanted.PROBLEM),
        ("/notify_me", Wanted.ANY),
    ],
)
def test_the_news_that_are_named_are_wanted(text: str, wanted: Wanted) -> None:
    assert read_wanted(text) is wanted
