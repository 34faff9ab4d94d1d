"""What a vendor's error says, for an admin."""

from __future__ import annotations

from typing import Any

import pytest

from parcelbot.helpdesk.http import details


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, ""),
        ({}, ""),
        ("plain text", "plain text"),
        (
            {
                "error": "RecordInvalid",
                "description": "Record validation errors",
                "details": {"requester": [{"description": "Requester: Email: is not properly formatted"}]},
            },
            "RecordInvalid; Record validation errors; Requester: Email: is not properly formatted",
        ),
        (
            {"error": {"msg": "Failed to parse the request.", "data": {"customer": ["Not a valid email address."]}}},
            "Failed to parse the request.; Not a valid email address.",
        ),
        ({"message": "Email has already been taken", "attributes": ["email"]}, "Email has already been taken; email"),
        ({"error": ["twice", "twice"]}, "twice"),
        ({"status": 422, "ok": False}, ""),
    ],
)
def test_the_words_of_an_error_in_one_line(answer: Any, words: str) -> None:
    assert details(answer) == words


def test_an_email_address_is_masked() -> None:
    assert details({"error": "anna@example.com is taken"}) == "a•••@example.com is taken"


def test_a_long_error_is_cut() -> None:
    assert len(details({"error": "x" * 1000})) == 240
