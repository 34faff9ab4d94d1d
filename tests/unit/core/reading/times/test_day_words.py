"""A day that was named, exclaimed at or held against us."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.times.day_words import only_names_days, reproaches_the_day


@pytest.mark.parametrize("text", ["Friday?! It's only Monday!", "still three days till Thursday, wow"])
def test_an_exclamation_at_a_day_is_no_more(text: str) -> None:
    assert only_names_days(text)


@pytest.mark.parametrize("text", ["I'm away on Friday", "what a whole week"])
def test_what_else_is_said_of_a_day_or_of_none_is_more(text: str) -> None:
    assert not only_names_days(text)


@pytest.mark.parametrize(
    "text",
    [
        "told you so",
        "you said Tuesday",
        "do you just make up the days?",
        "did you pluck that date out of the air",
        "why should I believe the next date",
    ],
)
def test_a_day_that_passed_or_was_made_up_is_held_against_us(text: str) -> None:
    assert reproaches_the_day(text)


@pytest.mark.parametrize(
    "text", ["pick a day for me please", "I believe the next day is fine", "I told you my address"]
)
def test_a_day_that_is_wished_for_or_agreed_to_is_not(text: str) -> None:
    assert not reproaches_the_day(text)
