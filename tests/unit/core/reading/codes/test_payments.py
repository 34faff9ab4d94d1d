"""Which numbers are hidden because money can be taken with them."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.codes.payments import find_payments, without_payments


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("4111 1111 1111 1111", "[card ••••]"),
        ("4111-1111-1111-1111 12/27", "[card ••••] 12/27"),
        ("4111.1111.1111.1111", "[card ••••]"),
        ("4111 1111\n1111 1111", "[card ••••]"),
        ("４１１１１１１１１１１１１１１１", "[card ••••]"),
        ("card4111111111111111", "card[card ••••]"),
        ("my amex 3782 822463 10005", "my amex [card ••••]"),
        ("5555555555554444, 6011111111111117", "[card ••••], [card ••••]"),
        ("2223003122003222", "[card ••••]"),
        ("30569309025904", "[card ••••]"),
        ("order 7401 4111 1111 1111 1111", "order 7401 [card ••••]"),
        ("4111 1111 1111 1111 12 27 cvv 123", "[card ••••] 12 27 cvv [card ••••]"),
        ("cvc: 987", "cvc: [card ••••]"),
        ("my debit card is 9792 0301 1234 5678", "my debit card is [card ••••]"),
    ],
)
def test_a_card_is_hidden(text: str, kept: str) -> None:
    assert without_payments(text) == kept


@pytest.mark.parametrize(
    "text",
    ["GB82 WEST 1234 5698 7654 32", "gb82west12345698765432", "DE89 3704 0044 0532 0130 00", "NO93 8601 1117 947"],
)
def test_an_iban_is_hidden(text: str) -> None:
    assert without_payments(f"send it to {text} please") == "send it to [IBAN ••••] please"


def test_an_iban_with_a_slip_is_hidden_where_it_is_called_one() -> None:
    assert without_payments("my IBAN: DE89370400440532013001") == "my IBAN: [IBAN ••••]"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4111 1111 1111 1112",
        "7020 1234 0005 2348 3742",
        "LP00123456789012",
        "RR123456785CN",
        "8123456789012345",
        "it is 1195 5838 7421 0007 5211 0087 1140 3169 36",
        "order 7401, 89.90 EUR on 2026-11-03",
        "a card through the door, number 1234 5678 9012 3456",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert without_payments(text) == text


def test_a_number_that_was_hidden_is_still_known_for_one() -> None:
    hidden = without_payments("it's 4111 1111 1111 1111")
    assert [payment.kind.value for payment in find_payments(hidden)] == ["card"]
    assert without_payments(hidden) == hidden


def test_a_parcels_number_can_be_spoken_for() -> None:
    assert without_payments("4111111111111111", lambda *_: True) == "4111111111111111"
