"""What people write into a shop's tracking field, and the parcels in it."""

from __future__ import annotations

import pytest

from parcelbot.orders.tracking_texts import SentParcel, read_parcels


def numbers(text: str) -> list[str]:
    return [parcel.number for parcel in read_parcels(text, "DHL")]


@pytest.mark.parametrize(
    "text",
    [
        "LX555123405CN, LX555123422CN",
        "LX555123405CN,LX555123422CN",
        "LX555123405CN LX555123422CN",
        "LX555123405CN / LX555123422CN",
        "LX555123405CN;LX555123422CN",
        "LX555123405CN\nLX555123422CN\n",
        "LX555123405CN and LX555123422CN",
        "lx555123405cn & LX 555 123 422 CN",
        "Box 1: LX555123405CN | Box 2: LX555123422CN",
    ],
)
def test_a_list_is_several_parcels(text: str) -> None:
    assert numbers(text) == ["LX555123405CN", "LX555123422CN"]


@pytest.mark.parametrize(
    "text",
    [
        "3318810025",
        " 3318810025 ",
        "DHL AWB# 3318810025",
        "AWB: 3318810025",
        "DHL Express Waybill No. 3318810025",
        "331 881 0025",
        "331-881-0025",
        "3318810025 (2 boxes)",
        "sent 20.11.2026, 3318810025",
        "3318810025, N/A",
        "https://www.dhl.com/en/home/tracking.html?tracking-id=3318810025&submit=1",
    ],
)
def test_a_number_is_found_in_what_stands_around_it(text: str) -> None:
    assert numbers(text) == ["3318810025"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7020 1234 0005 2348 3742", "70201234000523483742"),
        ("1Z 999 AA1 01 2345 6784", "1Z999AA10123456784"),
        ("4PX3000123456789CN", "4PX3000123456789CN"),
        ("H00AAA0000000001", "H00AAA0000000001"),
        ("TBA304992837465", "TBA304992837465"),
    ],
)
def test_groups_are_one_number(text: str, number: str) -> None:
    assert numbers(text) == [number]


@pytest.mark.parametrize(
    "text",
    ["", "N/A", "n/a", "none", "-", "TBA", "to follow", "box 2", "12345", "x" * 10_000, "1" * 10_000, "💥", "://"],
)
def test_what_is_no_number_is_no_parcel(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "company", "carrier"),
    [
        ("3318810025", "DHL Express", "DHL Express"),
        ("DHL AWB# 3318810025", "", "DHL"),
        ("DHL AWB# 3318810025", "Other", "DHL"),
        ("UPS - 1Z999AA10123456784", "other", "UPS"),
        ("4PX 3000123456", "", "4PX"),
        ("Royal Mail: QM301188226GB", "N/A", "Royal Mail"),
        ("Royal Mail: QM 301 188 226 GB", "N/A", "Royal Mail"),
        ("DHL AWB# 3318810025", "FedEx", "FedEx"),
        ("3318810025", "Other", ""),
        ("Tracking number: 3318810025", "", ""),
        ("your order went out with the nice people at 3318810025", "", ""),
        ("https://www.dhl.com/track?id=3318810025", "", ""),
    ],
)
def test_the_carrier_is_the_one_that_was_chosen_else_the_one_named_before_the_number(
    text: str, company: str, carrier: str
) -> None:
    (parcel,) = read_parcels(text, company)
    assert parcel.carrier == carrier


def test_each_number_of_a_list_has_its_own_carrier() -> None:
    assert read_parcels("UPS 1Z999AA10123456784; DHL 3318810025", "") == (
        SentParcel("1Z999AA10123456784", "UPS"),
        SentParcel("3318810025", "DHL"),
    )


def test_a_postal_number_before_a_slash_hides_no_other_number() -> None:
    assert read_parcels("Royal Mail: AB123456785GB / DPD 15501234567890", "") == (
        SentParcel("AB123456785GB", "Royal Mail"),
        SentParcel("15501234567890", "DPD"),
    )
