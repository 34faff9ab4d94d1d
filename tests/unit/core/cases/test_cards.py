"""The cards as the widget reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from parcelbot.core.answering.answers import Answer
from parcelbot.core.answering.facts import Facts
from parcelbot.core.cases.cards import CardField, CardWords, TicketCard, card_line, ticket_card, tracking_card
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.core.parcel.arrival import Arrival, ArrivalSource
from parcelbot.core.parcel.shipment import Substatus
from tests.unit.core.builders import NOW, row, scan, shipment

TYPES = Path(__file__).parents[4] / "widget" / "src" / "types.d.ts"
WORDS = CardWords(
    "Left the country", "China", "United Kingdom", "Tue 24 November", "Write to me.", "", "A parcel.", "9 days ago"
)
PARCEL = shipment(scan(Substatus.IN_TRANSIT_DEPARTURE, 9, "Shanghai, CN"))
ANSWER = Answer("in_transit", row(urgency="watch"))
TRACKING = tracking_card(PARCEL, Facts(now=NOW), ANSWER, WORDS)
TICKET = Ticket("KT-AAAAAA", TicketDraft("c-1"), TicketStatus.NEW, NOW, NOW, NOW + timedelta(hours=4))


def fields_in_typescript(interface: str) -> list[str]:
    body = re.search(rf"export interface {interface} {{\n(.*?)\n}}", TYPES.read_text("utf-8"), re.DOTALL)
    assert body
    return re.findall(r"^  (\w+):", body[1], re.MULTILINE)


@pytest.mark.parametrize(
    ("interface", "card"), [("TrackingCard", TRACKING.to_json()), ("TicketCard", ticket_card(TICKET, "").to_json())]
)
def test_a_card_has_the_fields_that_the_widget_reads_in_their_order(interface: str, card: dict[str, object]) -> None:
    assert list(card) == fields_in_typescript(interface)


def test_a_scan_has_the_fields_that_the_widget_reads() -> None:
    assert list(TRACKING.to_json()["checkpoints"][0]) == fields_in_typescript("Checkpoint")


def test_the_card_tells_the_estimate_with_whose_it_is_and_whether_it_has_passed() -> None:
    words = replace(WORDS, expected="Thu 19 to Fri 20 November")
    facts = Facts(now=NOW, arrival=Arrival(date(2026, 11, 19), date(2026, 11, 20), ArrivalSource.PROVIDER))
    assert tracking_card(PARCEL, facts, ANSWER, words).to_json()["expected"] == {
        "earliest": "2026-11-19",
        "latest": "2026-11-20",
        "source": "provider",
        "text": "Thu 19 to Fri 20 November",
        "late": True,
    }


def test_a_card_without_an_estimate_has_none() -> None:
    assert TRACKING.to_json()["expected"] is None


def test_a_stored_ticket_shows_its_promise() -> None:
    assert ticket_card(TICKET, "By Monday").to_json() == {
        "kind": "ticket",
        "reference": "KT-AAAAAA",
        "status": "new",
        "fields": [],
        "promise": "By Monday",
    }


def test_a_ticket_that_is_not_sent_yet_is_a_draft_with_its_fields() -> None:
    card = TicketCard(fields=(CardField("Order", "7401"),)).to_json()
    assert (card["status"], card["reference"], card["fields"]) == ("draft", "", [{"label": "Order", "value": "7401"}])


@pytest.mark.parametrize(
    ("card", "line"),
    [
        (TRACKING.to_json(), f"{PARCEL.number} · Left the country · wait until Tue 24 November"),
        (ticket_card(TICKET, "By Monday").to_json(), "KT-AAAAAA · By Monday"),
        (TicketCard().to_json(), "Preview of the case"),
        ({"kind": "of another release"}, ""),
        ({}, ""),
    ],
)
def test_an_agent_reads_a_card_in_one_line(card: dict[str, object], line: str) -> None:
    assert card_line(card) == line
