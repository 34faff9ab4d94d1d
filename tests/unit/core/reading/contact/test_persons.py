"""A wish for a person, in so many words; who wants none asks for none."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.contact.persons import asks_for_a_person


@pytest.mark.parametrize(
    "text",
    [
        "Would somebody at your end have a look at the invoice for me",
        "maybe a person could see to it, I'm lost",
        "could anyone there please sort this out",
    ],
)
def test_a_person_is_asked_for(text: str) -> None:
    assert asks_for_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "nobody at your end needs to look at it",
        "somebody has dealt with it already, the neighbour says",
        "my neighbour is a real person who waits for it",
    ],
)
def test_nobody_is_asked_for(text: str) -> None:
    assert not asks_for_a_person(text)
