from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.schema.conversations import conversations
from parcelbot.store.schema.engine import open_engine
from tests.integration.website.running import Server
from tests.integration.website.shopper import Shopper


@pytest.fixture(scope="module")
def engine(server: Server) -> Engine:
    return open_engine(server.database_url)


def seen(engine: Engine, shopper: Shopper) -> Any:
    columns = conversations.c
    query = select(columns.seen_seq, columns.seen_at).where(columns.id == shopper.conversation_id)
    with engine.connect() as connection:
        return connection.execute(query).one()


def listen_for(shopper: Shopper, count: int, after: int = 0) -> None:
    """Listen until so many messages came and the stream was still there a keep-alive later."""
    with shopper.listen(after) as events:
        for _ in range(count):
            next(event for event in events if event.name == "message")
        shopper.send("menu")
        next(event for event in events if event.name == "message" and event.data["author"] == "bot")


def test_what_no_page_has_shown_is_not_seen(shopper: Shopper, engine: Engine) -> None:
    Ledger(engine).append(shopper.conversation_id, Author.AGENT, "Are you there?", now=datetime.now(timezone.utc))
    assert tuple(seen(engine, shopper)) == (0, None)


def test_what_a_page_was_sent_is_seen_and_when(shopper: Shopper, engine: Engine) -> None:
    Ledger(engine).append(shopper.conversation_id, Author.AGENT, "Are you there?", now=datetime.now(timezone.utc))
    listen_for(shopper, 1)
    told = seen(engine, shopper)
    assert told.seen_seq >= 1
    assert datetime.now(timezone.utc) - told.seen_at < timedelta(minutes=1)


def test_a_page_that_claims_to_know_more_than_was_said_has_seen_only_that(shopper: Shopper, engine: Engine) -> None:
    shopper.ask("hello")
    with shopper.listen(after=999) as events:
        next(event for event in events if event.name == "handoff")
        shopper.ask("once more")
    assert seen(engine, shopper).seen_seq <= 4
