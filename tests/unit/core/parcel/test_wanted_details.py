"""A postcode or a phone number is read out of whatever the shopper writes around it."""

from __future__ import annotations

import pytest

from parcelbot.core.parcel.shipment import WantedDetail
from parcelbot.core.parcel.wanted_details import read_detail


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("sw1a 1aa", "SW1A 1AA"),
        ("it's SW1A1AA, thanks", "SW1A 1AA"),
        ("my postcode is 10115", "10115"),
        ("75008 Paris", "75008"),
        ("zip 90210-1234", "90210 1234"),
        ("1012 AB Amsterdam", "1012 AB"),
        ("K1A 0B1", "K1A 0B1"),
        ("D02 X285", "D02 X285"),
        ("00-950 Warszawa", "00 950"),
        ("114 55 Stockholm", "114 55"),
        ("2000", "2000"),
        ("I don't know", ""),
        ("at number 12", ""),
        ("", ""),
    ],
)
def test_a_postcode_is_read(text: str, postcode: str) -> None:
    assert read_detail(text, WantedDetail.POSTCODE) == postcode


def test_with_its_country_where_the_carrier_wants_both() -> None:
    assert read_detail("90210", WantedDetail.COUNTRY_AND_POSTCODE, "us") == "US-90210"


def test_without_a_country_both_cannot_be_told() -> None:
    assert read_detail("90210", WantedDetail.COUNTRY_AND_POSTCODE) == ""


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("+44 7911 123456", "3456"),
        ("(020) 7946-0958", "0958"),
        ("0958", "0958"),
        ("the last four are 0 9 5 8", "0958"),
        ("no idea", ""),
        ("12", ""),
    ],
)
def test_of_a_phone_number_the_last_four_digits_are_read(text: str, digits: str) -> None:
    assert read_detail(text, WantedDetail.PHONE) == digits
