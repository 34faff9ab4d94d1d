"""A parcel's news change the card that is shown, at once and for whoever comes back."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from parcelbot.core.cases.conversation import Author
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.parcel_cards import SqlParcelCards
from parcelbot.store.schema.engine import open_engine
from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper

NUMBER = "LP00123456789012"


class Parcel:
    """A card in the shopper's chat, and the web process that renews it."""

    def __init__(self, server: Server, shopper: Shopper) -> None:
        engine = open_engine(server.database_url)
        self.now = datetime.now(timezone.utc)
        self.cards = SqlParcelCards(engine)
        self.conversation = shopper.conversation_id
        ledger, card = Ledger(engine), self.card("in_transit")
        self.seq = ledger.append(self.conversation, Author.BOT, card["text"], now=self.now, card=card).seq
        ledger.mark_seen({self.conversation: 0}, self.now)

    def card(self, status: str) -> dict[str, Any]:
        return {"kind": "tracking", "number": NUMBER, "status": status, "text": f"It is {status}"}

    def news(self, status: str) -> None:
        shown = self.cards.showing(NUMBER, self.now - timedelta(days=1))
        for card in (card for card in shown if card.conversation_id == self.conversation):
            self.cards.renew(card, card.renewed_as(self.card(status)))


@pytest.fixture
def parcel(server: Server, shopper: Shopper) -> Parcel:
    return Parcel(server, shopper)


def test_an_open_stream_hears_of_the_news(shopper: Shopper, parcel: Parcel) -> None:
    with shopper.listen() as events:
        assert next(event.data for event in events if event.name == "message")["card"] == parcel.card("in_transit")
        parcel.news("delivered")
        told = next(event for event in events if event.name == "card")
    assert (told.data["seq"], told.data["card"]["status"], told.id) == (parcel.seq, "delivered", "")


def test_who_comes_back_with_the_old_card_is_told_the_new_one(shopper: Shopper, parcel: Parcel) -> None:
    parcel.news("out_for_delivery")
    parcel.news("delivered")
    with shopper.listen(after=parcel.seq) as events:
        told = next(event.data for event in events if event.name == "card")
    assert (told["seq"], told["card"]["status"]) == (parcel.seq, "delivered")


def test_who_reads_it_all_anew_gets_the_new_card_in_its_message(shopper: Shopper, parcel: Parcel) -> None:
    parcel.news("delivered")
    (message,) = shopper.messages()
    assert (message["card"]["status"], message["text"]) == ("delivered", "It is in_transit")
    shopper.send("hello")
    with shopper.listen() as events:
        names = [next(events).name for _ in range(3)]
    assert "card" not in names


def test_another_conversation_hears_nothing_of_it(server: Server, shopper: Shopper, parcel: Parcel) -> None:
    other = Shopper(f"{server.url}/website").arrive()
    parcel.news("delivered")
    other.ask("hello")
    with other.listen() as events:
        assert {next(events).name for _ in range(2)} == {"message"}
