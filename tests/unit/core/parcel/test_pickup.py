"""Where a parcel waits and until which day, read from the wordings of scans."""

from __future__ import annotations

from datetime import date

import pytest

from parcelbot.core.parcel.pickup import Pickup, read_pickup

SCANNED = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("wording", "place"),
    [
        ("Package available for pickup at: CORNER DRUGS #10472", "CORNER DRUGS #10472"),
        ("Available for collection at Bromley Customer Service Point", "Bromley Customer Service Point"),
        ("Delivered to ParcelShop - Corner Express, Hull. Ready for collection with your PIN", "Corner Express, Hull"),
        ("Collect from Rosa's Kiosk by 28 November", "Rosa's Kiosk"),
        ("Disponible dans votre point de retrait LE RELAIS DES FLEURS jusqu'au 04/12", "LE RELAIS DES FLEURS"),
        ("Liegt in der Filiale Hauptstr. 12, 50667 Köln zur Abholung bereit", "Hauptstr. 12, 50667 Köln"),
        ("Försändelsen är levererad till ombudet ICA Nära och kan hämtas", "ICA Nära"),
        ("Ready to collect from MEERA NEWS, PIN 0931", "MEERA NEWS"),
        ("Eingestellt in Packstation 212, zur Abholung bereit", "Packstation 212"),
        ("Umieszczona w Paczkomacie (odbiorczym) KRA08M", "Paczkomacie KRA08M"),
        ("Gotowa do odbioru w punkcie Żabka Długa 4", "Żabka Długa 4"),
        ("Připraveno na výdejním místě Papírnictví Dvořák", "Papírnictví Dvořák"),
        ("Available for Pickup, OAKDALE, 12 ELM ST, M-F 0900-1700", "OAKDALE, 12 ELM ST (M-F 0900-1700)"),
        (
            "Ligt klaar bij PostNL-punt Primera Dorpsstraat, open ma-za 9:00-18:00",
            "Primera Dorpsstraat (ma-za 9:00-18:00)",
        ),
    ],
)
def test_a_name_after_a_word_that_points_at_a_place_is_the_place(wording: str, place: str) -> None:
    assert read_pickup(wording, SCANNED).place == place


@pytest.mark.parametrize(
    "wording",
    [
        "Held at Post Office, At Customer Request",
        "Your shipment has been delivered to DHL ServicePoint and is available for collection",
        "Available for pickup by customer",
        "IN ATTESA DI RITIRO",
        "Liegt in der Filiale zur Abholung bereit",
        "您的快件已存放至丰巢快递柜",
        "",
    ],
)
def test_what_any_place_may_be_called_is_no_name(wording: str) -> None:
    assert read_pickup(wording, SCANNED).place == ""


@pytest.mark.parametrize(
    ("wording", "until"),
    [
        ("Ready to collect until Fri 4 December", date(2026, 12, 4)),
        ("Collect by December 4th, 2026", date(2026, 12, 4)),
        ("Collect by 2026-12-04", date(2026, 12, 4)),
        ("Collect before December 4", date(2026, 12, 3)),
        ("Disponible jusqu'au 04/12", date(2026, 12, 4)),
        ("Disponible hasta el 24/11/2026", date(2026, 11, 24)),
        ("Bis zum 30.11.2026 zur Abholung bereit", date(2026, 11, 30)),
        ("Please collect within 7 days", date(2026, 11, 27)),
        ("Ritirare entro 5 giorni", date(2026, 11, 25)),
        ("Hai 72 ore per ritirarlo", date(2026, 11, 23)),
        ("Do odbioru do 3 grudnia", date(2026, 12, 3)),
        ("K vyzvednutí do 7. prosince", date(2026, 12, 7)),
        ("Kan hämtas till och med 2026-12-04", date(2026, 12, 4)),
        ("请于12月5日前取件", date(2026, 12, 5)),
    ],
)
def test_the_last_day_is_told_by_a_date_or_a_number_of_days(wording: str, until: date) -> None:
    assert read_pickup(wording, SCANNED).until == until


def test_a_date_over_the_turn_of_the_year_lies_ahead() -> None:
    assert read_pickup("Collect by 3 January", date(2026, 12, 28)).until == date(2027, 1, 3)


def test_of_two_ways_to_read_numbers_the_one_that_can_be_a_deadline_counts() -> None:
    assert read_pickup("Collect by 12/03/2026", SCANNED).until == date(2026, 12, 3)


@pytest.mark.parametrize(
    "wording",
    [
        "Collect by 10/11/2027",
        "Collect by 31 February",
        "Collect by the end of the week",
        "Collect within 0 days",
        "Collect within 99 days",
        "Collect by 99/99",
    ],
)
def test_what_cannot_be_a_deadline_is_none(wording: str) -> None:
    assert read_pickup(wording, SCANNED).until is None


def test_two_days_that_numbers_may_mean_are_none() -> None:
    assert read_pickup("Collect by 01/02", date(2026, 12, 31)) == Pickup("", None)
