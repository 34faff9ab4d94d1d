"""Whether what somebody asks after stands in their case."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.cases.in_it import lacking, named_things, puts_another_in

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


@pytest.mark.parametrize(
    "text",
    ["put the runner in there as well", "the other parcel is late too", "das andere Paket fehlt", "もう一つの荷物も"],
)
def test_another_piece_is_put_in(text: str) -> None:
    assert puts_another_in(text)


@pytest.mark.parametrize("text", ["the lid is cracked", "please add my phone number", "it came on the other day"])
def test_a_line_about_the_same_piece_puts_no_other_in(text: str) -> None:
    assert not puts_another_in(text)
