"""Who starts the assistant for the first time reads what matters, not what libraries tell their own developers."""

from __future__ import annotations

import pytest

from tests.support.stack import ASSISTANT, Stack


@pytest.mark.parametrize("name", ASSISTANT)
def test_no_part_prints_a_deprecation(stack: Stack, name: str) -> None:
    assert "deprecat" not in stack.log(name).lower()


def test_the_assistant_is_there_after_three_lines(stack: Stack) -> None:
    start, ready, _ = stack.log("rasa").partition("up and running")
    assert ready
    assert len(start.splitlines()) <= 3, start
