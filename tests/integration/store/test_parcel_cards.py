"""Cards of a parcel are found in the conversations that show it, and renewed there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.cases.card_news import ShownCard
from parcelbot.core.cases.conversation import Author
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.parcel_cards import SqlParcelCards
from tests.unit.core.builders import NOW

N = "LP00123456789012"
DAY = timedelta(days=1)


def card(status: str = "in_transit", number: str = N) -> dict[str, Any]:
    return {"kind": "tracking", "number": number, "status": status, "text": f"{number}: {status}"}


@pytest.fixture
def signals() -> list[str]:
    return []


@pytest.fixture
def cards(engine: Engine, signals: list[str]) -> SqlParcelCards:
    return SqlParcelCards(engine, signals.append)


@pytest.fixture
def ledger(engine: Engine) -> Ledger:
    ledger = Ledger(engine)
    for name in ("c1", "c2"):
        ledger.open(name, NOW)
        ledger.mark_seen({name: 0}, NOW)
    return ledger


def show(ledger: Ledger, conversation: str, **what: str) -> int:
    told = card(**what)
    return ledger.append(conversation, Author.BOT, told["text"], now=NOW, card=told).seq


def test_the_newest_card_of_the_parcel_is_found_in_every_open_conversation(
    ledger: Ledger, cards: SqlParcelCards
) -> None:
    show(ledger, "c1")
    newest = show(ledger, "c1", status="delivered")
    show(ledger, "c2", number="LP00000000000001")
    ours = show(ledger, "c2")
    found = cards.showing(N, NOW - DAY)
    assert sorted((shown.conversation_id, shown.seq) for shown in found) == [("c1", newest), ("c2", ours)]
    assert {shown.card["number"] for shown in found} == {N}


def test_who_has_not_looked_for_long_is_left_out(ledger: Ledger, cards: SqlParcelCards) -> None:
    show(ledger, "c1")
    assert cards.showing(N, NOW + DAY) == []


def test_a_renewed_card_is_the_messages_own_from_then_on(
    ledger: Ledger, cards: SqlParcelCards, signals: list[str]
) -> None:
    seq = show(ledger, "c1")
    (shown,) = cards.showing(N, NOW - DAY)
    cards.renew(shown, shown.renewed_as(card("delivered")))
    (message,) = ledger.after("c1", seq - 1)
    assert message.card == {**card("delivered"), "said": card()["text"]}
    assert (message.text, message.at) == (card()["text"], NOW)
    assert signals == ["c1"]


def test_what_was_renewed_is_told_from_where_a_stream_stands(ledger: Ledger, cards: SqlParcelCards) -> None:
    seq = show(ledger, "c1")
    assert ledger.renewed_cards("c1", 0) == []
    for status in ("out_for_delivery", "delivered"):
        cards.renew(cards.showing(N, NOW - DAY)[0], card(status))
    rev = ledger.conversation("c1").card_rev
    (renewed,) = ledger.renewed_cards("c1", 0)
    assert (renewed.seq, renewed.rev, renewed.card["status"]) == (seq, rev, "delivered")
    assert ledger.renewed_cards("c1", rev) == []


def test_a_renewal_changes_a_conversations_position(ledger: Ledger, cards: SqlParcelCards) -> None:
    show(ledger, "c1")
    before = ledger.positions(["c1"])
    cards.renew(cards.showing(N, NOW - DAY)[0], card("delivered"))
    assert ledger.positions(["c1"]) != before


def test_a_conversation_that_is_gone_is_nobodys_trouble(cards: SqlParcelCards, signals: list[str]) -> None:
    cards.renew(ShownCard("nobody", 1, card()), card("delivered"))
    assert signals == []
