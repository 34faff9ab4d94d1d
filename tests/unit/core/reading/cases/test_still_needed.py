"""Whoever asks what else we need of them is told so."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.cases.still_needed import asks_what_is_still_needed


@pytest.mark.parametrize(
    "text",
    [
        "is there anything else you need from me",
        "what else do you need",
    ],
)
def test_what_is_still_needed_is_asked(text: str) -> None:
    assert asks_what_is_still_needed(text)


@pytest.mark.parametrize("text", ["Do I need to pay anything else?", "is there anything else I can do to speed it up"])
def test_what_has_to_be_paid_or_done_is_another_question(text: str) -> None:
    assert not asks_what_is_still_needed(text)
