"""The shopper's page is told while an agent writes, whichever process the agent's words come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone

import pytest

from parcelbot.core.cases.conversation import Author, OwnershipMove
from parcelbot.core.cases.tickets import Ticket, TicketDraft, TicketStatus
from parcelbot.store.cases.desk import SqlDeskStore
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.schema.engine import open_engine
from tests.integration.website.running import Server
from tests.integration.website.shopper import Event, Shopper
from tests.support.tickets import SeededTicketStore

ANA = "ana@kossr.example"


class Agent:
    """Somebody who has the shopper's conversation, in another process."""

    def __init__(self, server: Server, shopper: Shopper) -> None:
        engine, now = open_engine(server.database_url), datetime.now(timezone.utc)
        self.ledger, self.desk, self.shopper = Ledger(engine), SqlDeskStore(engine), shopper
        self.reference = f"KT-{shopper.conversation_id[:6].upper()}"
        draft = TicketDraft(shopper.conversation_id)
        SeededTicketStore(engine).save(Ticket(self.reference, draft, TicketStatus.OPEN, now, now, now, ANA))
        self.ledger.change_owner(shopper.conversation_id, OwnershipMove.CLAIM, agent="Ana")

    def types(self, seconds: float) -> None:
        self.desk.writing(self.reference, ANA, datetime.now(timezone.utc) + timedelta(seconds=seconds))

    def says(self, text: str) -> None:
        self.ledger.append(self.shopper.conversation_id, Author.AGENT, text, now=datetime.now(timezone.utc))


@pytest.fixture
def agent(server: Server, shopper: Shopper) -> Agent:
    return Agent(server, shopper)


def typing(events: Iterable[Event]) -> Iterator[bool]:
    return (event.data["typing"] for event in events if event.name == "typing")


def test_an_agent_who_writes_is_seen_writing_and_then_no_more(shopper: Shopper, agent: Agent) -> None:
    with shopper.listen() as events:
        agent.types(2)
        told = typing(events)
        assert [next(told), next(told)] == [True, False]


def test_when_the_message_comes_nobody_writes_any_more(shopper: Shopper, agent: Agent) -> None:
    with shopper.listen() as events:
        agent.types(600)
        assert next(typing(events))
        agent.says("Hello")
        assert next(event for event in events if event.name == "message").data["text"] == "Hello"
        assert not next(typing(events))
