"""Somebody at the old address who must not find the shopper."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.places.unsafe_places import is_unsafe_there


@pytest.mark.parametrize(
    "text",
    [
        "my former husband opens the post there and he mustn't learn where we live",
        "I have a restraining order against the man at that house",
        "I'm hiding from him, please don't send it there",
        "Er darf nicht erfahren, wo ich jetzt wohne",
        "hay una orden de alejamiento",
        "mi ex me maltrataba",
        "he's my ex and he can't find out where I am now",
        "nobody there may know where we live",
        "han får inte veta var jag bor",
        "제가 어디 사는지 알면 안 돼요",
    ],
)
def test_a_danger_at_the_address_is_read(text: str) -> None:
    assert is_unsafe_there(text)


@pytest.mark.parametrize(
    "text",
    [
        "my ex still lives there and can take it in",
        "nobody at the depot can see where it is",
        "I'm afraid of losing my money",
        "they cannot know when it comes",
        "they never get my address right",
        "the driver says he can't see our place from the road",
        "they do not know where we live",
        "la caja llegó muy maltratada",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_unsafe_there(text)
