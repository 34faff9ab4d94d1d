"""What a scan says in its own words, where a code says only "problem", "ready" or "delivered"."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcelbot.core.parcel.scan_wordings import Whereabouts
from parcelbot.core.parcel.shipment import Status
from parcelbot.knowledge.scan_wordings import load_wordings

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
READER = load_wordings(KNOWLEDGE)


@pytest.mark.parametrize(
    ("wording", "meaning", "status"),
    [
        ("Consignment kept at depot pending shipper instructions", "awaits_sender", Status.EXCEPTION),
        ("Sendung lagert, Weisung des Versenders ausstehend", "awaits_sender", Status.EXCEPTION),
        ("Sorry, our driver ran out of time", "out_of_time", Status.DELIVERY_FAILURE),
        ("Livraison reportée, faute de temps", "out_of_time", Status.DELIVERY_FAILURE),
        ("Holding at branch on the recipient's request", "held_at_counter", Status.AVAILABLE_FOR_PICKUP),
        ("Delivered to concierge", "at_reception", Status.DELIVERED),
        ("Entregado en conserjería", "at_reception", Status.DELIVERED),
        ("Delivered, cluster box", "in_mailboxes", Status.DELIVERED),
    ],
)
def test_its_own_words_are_read(wording: str, meaning: str, status: Status) -> None:
    reading = READER.read(wording)
    assert reading is not None
    assert (reading.meaning.id, reading.meaning.status) == (meaning, status)


@pytest.mark.parametrize("wording", ["Delivered to parcel locker", "Delivered in mailbox", "Left with neighbour"])
def test_other_places_stay_what_they_were(wording: str) -> None:
    reading = READER.read(wording)
    assert reading is not None
    assert reading.meaning.whereabouts not in (Whereabouts.MAILBOXES, Whereabouts.RECEPTION)
