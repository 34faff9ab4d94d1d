"""The carrier that a scan names as the next one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcelbot.core.parcel.carriers import CarrierBook, CarrierContact, ListedCarrier
from parcelbot.core.parcel.handed_over import is_on_its_way_over, with_named_carrier
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, Shipment, Substatus
from tests.unit.core.builders import scan, shipment


def _listed(name: str, *aliases: str) -> ListedCarrier:
    return ListedCarrier(CarrierContact(name, "https://example.com", "https://example.com/{number}"), aliases=aliases)


BOOK = CarrierBook(
    {
        "yanwen": _listed("Yanwen"),
        "postnl": _listed("PostNL"),
        "an_post": _listed("An Post"),
        "swiss_post": _listed("Swiss Post", "die post", "postal service"),
    }
)


def scanned(words: str, **changes: str) -> Shipment:
    return shipment(scan(Substatus.IN_TRANSIT_OTHER, 1, description=words), carrier="Yanwen", **changes)


def taker(parcel: Shipment) -> str:
    named = with_named_carrier(Lookup(LookupOutcome.FOUND, parcel), BOOK).shipment
    assert named is not None
    return named.last_mile_carrier


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Sorted in Dublin and handed over to An Post for delivery", "An Post"),
        ("Tendered to PostNL", "PostNL"),
        ("Transferred to the PostNL network, Hoofddorp", "PostNL"),
        ("Die Sendung wurde an PostNL übergeben", "PostNL"),
        ("Colis remis à PostNL", "PostNL"),
    ],
)
def test_a_hand_over_names_who_brings_it(words: str, name: str) -> None:
    assert taker(scanned(words)) == name


@pytest.mark.parametrize(
    "words",
    [
        "Will be handed over to PostNL tomorrow",
        "Waiting to be tendered to PostNL",
        "Handed over to local courier",
        "Handed over to postal service",
        "Handed over to airline",
        "Handed over to Yanwen",
        "Arrived at sorting centre",
    ],
)
def test_what_is_still_ahead_and_nobody_in_particular_name_none(words: str) -> None:
    assert taker(scanned(words)) == ""


def test_what_the_provider_knows_stays() -> None:
    assert taker(scanned("Handed over to PostNL", last_mile_carrier="GLS")) == "GLS"


@pytest.mark.parametrize(
    "words",
    [
        "Tendered to final mile delivery provider",
        "Handed over to local courier",
        "Transferred to PostNL, Hoofddorp",
        "Colis remis au transporteur local",
        "Die Sendung wurde an den Zusteller übergeben",
    ],
)
def test_what_is_handed_on_is_not_taken_in(words: str) -> None:
    assert is_on_its_way_over(scanned(words, last_mile_carrier="PostNL"))


@pytest.mark.parametrize("words", ["Handed over to airline", "Will be tendered to PostNL", "Arrived at sorting centre"])
def test_other_scans_hand_nothing_on(words: str) -> None:
    assert not is_on_its_way_over(scanned(words, last_mile_carrier="PostNL"))


def test_a_scan_of_the_next_carrier_takes_it_in() -> None:
    parcel = scanned("Tendered to local carrier", last_mile_carrier="PostNL")
    theirs = replace(parcel.checkpoints[0], description="Item sorted", carrier="PostNL")
    assert not is_on_its_way_over(replace(parcel, checkpoints=(theirs, *parcel.checkpoints)))
    assert not is_on_its_way_over(replace(parcel, last_mile_carrier=""))
