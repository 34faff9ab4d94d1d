"""Hours and days as a shopper is told them: by the clock of their browser, or by one that is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from parcelbot.core.answering.claims import Claims
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.cases.tickets import TicketDraft, snapshot_of
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome
from parcelbot.core.questions import Question
from tests.unit.actions.talk import ORDER, PARCEL, Chat, kept, kept_ticket
from tests.unit.tracking.fakes import FakeProvider
from tests.unit.usecases.fakes import services

#: Nine in the evening in Los Angeles, on the Monday; the team is back at nine, which is one at night there.
NOW = datetime(2026, 11, 24, 5, tzinfo=timezone.utc)
DUE = datetime(2026, 11, 24, 18, tzinfo=timezone.utc)
DUE_TICKET = kept_ticket(first_response_due=DUE, created_at=NOW, updated_at=NOW)


def asks_when(**metadata: Any) -> Any:
    chat = Chat(services(tickets=kept(DUE_TICKET), now=NOW), metadata=metadata)
    return chat.says("when do I get an answer?", "ticket_status")


def test_an_answer_is_due_by_the_shoppers_own_clock() -> None:
    assert "Tue 24 November, 10:00 your time" in asks_when(time_zone="America/Los_Angeles")


def test_an_answer_of_the_same_day_there_is_due_today() -> None:
    assert "by 19:00 today" in asks_when(time_zone="Europe/Berlin")


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "UTC"])
def test_without_the_shoppers_zone_the_hour_says_in_which_it_is(zone: str) -> None:
    assert "Tue 24 November, 18:00 UTC" in asks_when(time_zone=zone)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "bis heute, 19:00 Uhr."),
        ("fr", "au plus tard le jour même à 19:00."),
        ("es", "a más tardar el día de hoy a las 19:00."),
        ("pl", "do dziś, godz. 19:00."),
        ("tr", "en geç bugün saat 19:00 "),
        ("ja", "本日19:00までに"),
    ],
)
def test_today_stands_in_the_sentences_of_other_languages(language: str, told: str) -> None:
    chat = Chat(services(tickets=kept(DUE_TICKET), now=NOW), metadata={"time_zone": "Europe/Berlin"})
    assert told in chat.says("KT-AAAAAA", "ticket_status", language=language)


def test_a_returns_way_says_nothing_of_the_shoppers_clock() -> None:
    back = replace(PARCEL, origin="GB", destination="CN")
    found = FakeProvider(Lookup(LookupOutcome.FOUND, back))
    order = replace(ORDER, destination="", parcels=())
    decided = {
        sent_back: Chat(services(found, now=NOW)).use_cases.answer(
            Enquiry(Question.REFUND_STATUS, PARCEL.number, order, claims=Claims(sent_back=sent_back))
        )
        for sent_back in (True, False)
    }
    assert (decided[True].home, decided[False].home) == ("", "CN")


def test_the_country_of_the_order_comes_before_the_parcels() -> None:
    found = FakeProvider(Lookup(LookupOutcome.FOUND, replace(PARCEL, destination="CN")))
    decided = services(found, now=NOW).answer(Enquiry(Question.REFUND_STATUS, PARCEL.number, ORDER))
    draft = TicketDraft("c", snapshot=snapshot_of({"destination": "CN"}, decided.home))
    assert (decided.home, draft.home, draft.parcel_then) == ("GB", "GB", {"destination": "CN"})


def test_the_day_of_a_shopper_decides_what_is_waited_for() -> None:
    silent = replace(PARCEL, checkpoints=(replace(PARCEL.checkpoints[0], at=NOW - timedelta(days=4)),))
    found = FakeProvider(Lookup(LookupOutcome.FOUND, silent))
    here, there = (
        Chat(services(found, now=NOW), metadata={"time_zone": zone}).asks_where().cards[0]
        for zone in ("Europe/Berlin", "America/Los_Angeles")
    )
    assert (here["last_scan"], here["elapsed_days"]) == (there["last_scan"], there["elapsed_days"])
    assert here["wait_until"] == there["wait_until"]
