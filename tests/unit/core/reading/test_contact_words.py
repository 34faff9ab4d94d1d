"""Being in touch: with a person, by telephone, or in vain."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.contact_words import asks_for_a_person, asks_to_be_rung, wrote_in_vain


@pytest.mark.parametrize(
    ("text", "rung"), [("please ring me on my mobile", True), ("could you call the depot?", False)]
)
def test_who_is_to_be_called_is_told_apart(text: str, rung: bool) -> None:
    assert asks_to_be_rung(text) is rung


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("right, get me a person", True),
        ("I want to talk to a human being", True),
        ("i dont need a person for that", False),
        ("what a nice person", False),
    ],
)
def test_a_person_is_asked_for_or_declined(text: str, asked: bool) -> None:
    assert asks_for_a_person(text) is asked


@pytest.mark.parametrize(
    ("text", "in_vain"),
    [
        ("I mailed you on Monday about my towels", True),
        ("nobody has replied to me so far", True),
        ("you don't answer your messages", True),
        ("so I write here again on Friday, right?", False),
        ("will the reply come by e-mail?", False),
        ("if nobody answers by Tuesday I'll go elsewhere", False),
    ],
)
def test_what_was_written_before_is_told_from_what_is_still_to_come(text: str, in_vain: bool) -> None:
    assert wrote_in_vain(text) is in_vain
