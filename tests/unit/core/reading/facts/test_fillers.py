"""What has nothing in it for the person who takes a case, and what only looks like that."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.facts.fillers import is_filler


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks for getting back so fast.",
        "Sorry to keep bothering you",
        "How perfectly comforting.",
        "Well, that is helpful indeed.",
        "That isn't an answer",
        "You still haven't said why.",
        "I already told you",
        "here is the picture",
        "muchas gracias por todo",
    ],
)
def test_courtesy_mockery_and_complaints_about_the_answers_tell_a_person_nothing(sentence: str) -> None:
    assert is_filler(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks, but the courier never rang on Tuesday",
        "I told you the hallway is locked",
        "here is the picture, the seam is open on the left",
        "the curtain is lovely but too short",
        "I paid 64 euros for it",
    ],
)
def test_what_is_told_beside_it_stands(sentence: str) -> None:
    assert not is_filler(sentence)
