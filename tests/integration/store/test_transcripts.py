"""Reading for the actions what was said, from the website's ledger."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.transcripts import SqlTranscripts

NOW = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)


@pytest.fixture
def record(engine: Engine) -> SqlTranscripts:
    ledger = Ledger(engine)
    for conversation in ("c-1", "c-2"):
        ledger.open(conversation, NOW)
    photo = {"attachment_id": "a-1", "name": "box.jpg"}
    ledger.accept("c-1", "e-1", now=NOW, text="where is it?")
    ledger.append("c-1", Author.BOT, "On its way.", now=NOW + timedelta(seconds=2))
    ledger.accept("c-1", "e-2", now=NOW + timedelta(hours=5), attachment=photo)
    ledger.accept("c-2", "e-1", now=NOW + timedelta(hours=7), text="somebody else")
    return SqlTranscripts(engine)


def test_everything_said_comes_in_order_with_its_files(record: SqlTranscripts) -> None:
    said = record.said("c-1")
    assert [(m.author, m.text) for m in said] == [
        (Author.SHOPPER, "where is it?"),
        (Author.BOT, "On its way."),
        (Author.SHOPPER, ""),
    ]
    assert said[-1].attachment == {"attachment_id": "a-1", "name": "box.jpg"}


def test_a_conversation_of_another_channel_has_no_record(record: SqlTranscripts) -> None:
    assert list(record.said("rest-conversation")) == []
    assert record.last_heard("rest-conversation", 9) is None


def test_when_the_shopper_wrote_last_before_a_message_is_known(record: SqlTranscripts) -> None:
    assert record.last_heard("c-1", 3) == NOW
    assert record.last_heard("c-1", 4) == NOW + timedelta(hours=5)


def test_before_the_first_message_nobody_was_heard(record: SqlTranscripts) -> None:
    assert record.last_heard("c-1", 1) is None
