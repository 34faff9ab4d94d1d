"""Blessings, a good night, and words that only take note."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.replies.oks import takes_note
from parcelbot.core.reading.replies.partings import blesses, says_good_night


@pytest.mark.parametrize(
    "text",
    [
        "May the Lord bless you and yours",
        "stay blessed my dear",
    ],
)
def test_a_blessing_is_one(text: str) -> None:
    assert blesses(text)


@pytest.mark.parametrize("text", ["god knows where it is", "is it a blessing or a curse, this tracking?"])
def test_a_sigh_is_no_blessing(text: str) -> None:
    assert not blesses(text)


@pytest.mark.parametrize("text", ["right, night night", "good night to all of you"])
def test_a_good_night_is_one(text: str) -> None:
    assert says_good_night(text)


@pytest.mark.parametrize("text", ["k", "10-4", "ten four", "duly noted", "copy that", "roger", "ok sir noted"])
def test_a_word_that_takes_note_is_nothing_more(text: str) -> None:
    assert takes_note(text)


@pytest.mark.parametrize("text", ["10-4 is when I'm home", "noted the wrong house", "k2 is the flat"])
def test_more_than_taking_note_says_something(text: str) -> None:
    assert not takes_note(text)
