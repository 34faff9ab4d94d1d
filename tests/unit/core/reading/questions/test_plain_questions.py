"""Questions whose own words say which they are."""

from __future__ import annotations

from parcelbot.core.reading.questions.plain_questions import asks_when_it_comes


def test_who_misses_the_day_asks_when_it_comes() -> None:
    assert asks_when_it_comes("that still doesn't say when my order arrives")
    assert not asks_when_it_comes("when do you answer?")
