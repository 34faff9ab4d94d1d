"""Whether what somebody asks after stands in their case."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.in_it import lacking, named_things

HELD = "Problem: Arrived damaged; also: Wants the money back\nOrder: 7410, 52.00 EUR\nAlso said: “the lid is cracked”"


@pytest.mark.parametrize("text", ["is it all in the ticket?", "is everything in there now?", "is that noted too?"])
def test_a_question_for_everything_names_no_thing(text: str) -> None:
    assert named_things(text) == []


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("are the lid and the teapot in it?", ["the teapot"]),
        ("is the 52 euros on that too?", []),
        ("did you put in that I want the money?", []),
        ("is the lid in the case, and that I move house on Friday?", ["that I move house Friday"]),
    ],
)
def test_what_stands_nowhere_in_a_case_is_lacking(text: str, lacks: list[str]) -> None:
    things = lacking(named_things(text), HELD)
    assert [thing.replace(" on ", " ") for thing in things] == lacks
