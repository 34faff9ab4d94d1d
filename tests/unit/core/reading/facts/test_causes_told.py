"""Causes that a shopper names are told to the person by name, with what is right in place of what was wrong."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.facts.causes_told import (
    NO_CODE,
    UNTOLD,
    WRONG_PHONE,
    causes_told,
    right_part,
    says_the_phone_is_wrong,
)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("I must have typed my phone number wrong at the checkout", WRONG_PHONE),
        ("Meine Telefonnummer in der Bestellung ist falsch", WRONG_PHONE),
        ("the locker code never arrived", NO_CODE),
        ("there is no code", NO_CODE),
        ("je n'ai jamais reçu de code", NO_CODE),
        ("no one has informed me that it went back", UNTOLD),
        ("niemand hat mir etwas gesagt", UNTOLD),
    ],
)
def test_a_cause_is_named(text: str, cause: str) -> None:
    assert causes_told([text]) == [cause]


@pytest.mark.parametrize(
    "text", ["you told me to wait", "that phone number is wrong, it only rings", "code 7 on the slip"]
)
def test_what_we_said_or_gave_is_no_such_cause(text: str) -> None:
    assert causes_told([text]) == []
    assert not says_the_phone_is_wrong(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [("it's flat 7B, they left that out", "flat 7B"), ("12A is missing in the address", "part of the address 12A")],
)
def test_the_right_part_of_an_address_is_read(text: str, part: str) -> None:
    assert right_part([text]) == part


def test_a_neighbours_door_is_no_correction() -> None:
    assert right_part(["unit 12 has it"]) == ""
