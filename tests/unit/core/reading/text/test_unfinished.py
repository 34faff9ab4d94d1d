"""Which lines may go on in the next message."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.text.unfinished import is_unfinished


@pytest.mark.parametrize(
    "text", ["hello", "are you there", "so my parcel", "silent for 12 days now", "ich habe gestern", "私の荷物"]
)
def test_a_line_without_an_end_may_go_on(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize(
    "text", ["where is it?", "Nothing came.", "LP00123456789012", "order 7401", "届きません。", "hm…", ""]
)
def test_an_end_mark_or_a_number_completes_it(text: str) -> None:
    assert not is_unfinished(text)
