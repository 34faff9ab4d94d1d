"""A carrier is found by what anybody calls it, and is reached where its parcel goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.carriers import CarrierBook, CarrierContact, ListedCarrier
from parcelbot.core.parcel.shipment import Substatus
from tests.unit.core.builders import scan, shipment

DPD = CarrierContact("DPD", "https://dpd.example", "https://dpd.example/track/{number}")
DPD_GB = replace(DPD, site="https://dpd.example/uk", phone="+44 121 000000", country="GB")
CORREOS = CarrierContact("Correos", "https://correos.example", "https://correos.example/?n={number}&lang=en")
CORREOS_ES = replace(CORREOS, phone="+34 900 000000", country="ES")
UPS = CarrierContact("UPS", "https://ups.example", "https://ups.example/{number}")
MAIL = CarrierContact("UPS Mail Innovations", "https://mail.example", "https://mail.example/{number}")
BOOK = CarrierBook(
    {
        "dpd": ListedCarrier(DPD, (DPD_GB,), ("dynamic parcel",), worldwide=True),
        "correos": ListedCarrier(CORREOS, (CORREOS_ES,), ("correos españa",)),
        "ups": ListedCarrier(
            UPS, (replace(UPS, page="https://ups.example/help"), replace(UPS, country="US")), (), True
        ),
        "ups_mail": ListedCarrier(MAIL, (), (), True),
        "tambo_express": ListedCarrier(replace(CORREOS, name="Tambo Express"), (), ("correos mx",)),
    }
)


@pytest.mark.parametrize(
    ("name", "carrier"),
    [
        ("DPD", "dpd"),
        ("d.p.d", ""),
        ("dpd (DE)", "dpd"),
        ("DPD Germany", "dpd"),
        ("Dynamic Parcel", "dpd"),
        ("Correos España", "correos"),
        ("CORREOS ESPANA", "correos"),
        ("Correos (Spain)", "correos"),
        ("UPS Mail Innovations Heavyweight", "ups_mail"),
        ("UPS Freight", "ups"),
    ],
)
def test_a_carrier_goes_by_many_names(name: str, carrier: str) -> None:
    assert BOOK.identify(name) == carrier


@pytest.mark.parametrize("name", ["", "  ", "Correos de Mexico", "Dpdx", "A carrier nobody knows", "💥" * 5_000])
def test_a_name_that_only_resembles_a_carrier_is_nobodys(name: str) -> None:
    assert (BOOK.identify(name), BOOK.contact(name, "ES")) == ("", None)


@pytest.mark.parametrize(
    ("name", "country", "contact"),
    [
        ("DPD", "GB", DPD_GB),
        ("UPS", "US", replace(UPS, country="US")),
        ("UPS", "FR", replace(UPS, page="https://ups.example/help")),
        ("Correos", "FR", CORREOS_ES),
        ("UPS Mail Innovations", "FR", MAIL),
    ],
)
def test_the_contact_is_the_one_of_the_country_else_the_nearest_there_is(
    name: str, country: str, contact: CarrierContact
) -> None:
    assert BOOK.contact(name, country) == contact


def test_a_name_that_two_carriers_share_is_the_one_of_the_country() -> None:
    names = [contact.name for country in ("ES", "MX") if (contact := BOOK.contact("Correos", country))]
    assert names == ["Correos", "Tambo Express"]


def test_a_tracking_page_takes_the_number_safely() -> None:
    assert CORREOS.tracking_link("LX 1/2&x=<b>") == "https://correos.example/?n=LX%201%2F2%26x%3D%3Cb%3E&lang=en"


def test_a_page_that_takes_no_number_is_given_as_it_is() -> None:
    assert replace(UPS, tracking="https://ups.example/track").tracking_link("1Z") == "https://ups.example/track"


def test_the_last_mile_carrier_has_the_parcel_once_it_has_taken_over() -> None:
    first = shipment(scan(Substatus.NONE, 1))
    assert (first.carrier_now, first.number_now) == ("Cainiao", first.number)
    handed_over = replace(first, last_mile_carrier="Royal Mail", last_mile_number="QM301188226GB")
    assert (handed_over.carrier_now, handed_over.number_now) == ("Royal Mail", "QM301188226GB")


def test_a_last_mile_carrier_without_a_number_of_its_own_goes_by_the_first() -> None:
    handed_over = replace(shipment(), last_mile_carrier="Royal Mail")
    assert handed_over.number_now == handed_over.number
