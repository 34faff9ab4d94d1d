"""Who hears the same again says so, and may ask something besides."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.repeats import hears_the_same_again, without_the_reproach


@pytest.mark.parametrize(
    "text",
    [
        "you've said that twice",
        "the very same text again",
        "stop repeating yourself",
        "that is not an answer to my question",
    ],
)
def test_a_reproach_is_one(text: str) -> None:
    assert hears_the_same_again(text)


@pytest.mark.parametrize(
    "text", ["you told me to wait", "you said this Friday", "it's the same colour", "you never answered my two e-mails"]
)
def test_other_things_are_none(text: str) -> None:
    assert not hears_the_same_again(text)


def test_what_is_asked_besides_is_left() -> None:
    assert "is it lost" in without_the_reproach("you already told me that, is it lost")
    assert without_the_reproach("ok but you said that already") == ""
