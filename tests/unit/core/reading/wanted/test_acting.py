"""A request to act is heard in whatever form it comes; a question about acting is none."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.wanted.acting import asks_us_to_act


@pytest.mark.parametrize(
    "text",
    [
        "can you take this up with them",
        "would you take the matter up with your courier please",
        "please chase it",
        "chase them up then",
        "right, get on to the carrier",
        "somebody needs to call about this box",
        "one of you should ring the depot",
        "I'd like someone to look into it",
        "fix it for me",
        "well, do something",
        "this needs sorting",
        "I want it sorted by tonight",
        "why don't you ask them yourselves",
        "can't somebody from your side speak to the driver?",
        "it would be kind if you could have a word with your warehouse",
        "would you mind contacting them for me",
        "any chance someone could trace it?",
        "open a case with Evri for me",
        "two weeks now. Please help",
        "which carrier is that, and can you raise it with them?",
        "don't just tell me to wait, find out what happened",
    ],
)
def test_we_are_asked_to_act(text: str) -> None:
    assert asks_us_to_act(text)


@pytest.mark.parametrize(
    "text",
    [
        "have you asked them already?",
        "did anybody contact the courier",
        "when will you call them",
        "what can you do about it",
        "I don't want you to contact them",
        "should I ask the post office?",
        "I called them twice",
        "can you tell me where it is",
        "can you help me with another parcel",
        "who will look into it?",
        "how do I open a claim",
        "my neighbour asked the driver",
        "will it be delivered on Friday",
        "they said they would look into it",
        "is there a number to ring",
        "no need to chase it",
        "I took it up the stairs myself",
    ],
)
def test_what_only_speaks_of_acting_asks_for_nothing(text: str) -> None:
    assert not asks_us_to_act(text)
