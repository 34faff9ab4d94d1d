from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from parcelbot.core.cases.conversation import Author
from parcelbot.store.ledger.handover_marks import RESCUED, HandoverMarks, last_break
from parcelbot.store.ledger.ledger import Ledger

NOW = datetime(2026, 11, 23, 9, tzinfo=timezone.utc)


@pytest.fixture
def ledger(engine: Engine) -> Ledger:
    ledger = Ledger(engine)
    ledger.open("c", NOW)
    return ledger


@dataclass
class Persons:
    """What persons left in the conversation."""

    engine: Engine

    def took_over(self, conversation_id: str, after: int) -> bool:
        return HandoverMarks(self.engine).took_over(conversation_id, after)

    def last_break(self, conversation_id: str, before: int) -> int:
        with self.engine.connect() as connection:
            return last_break(connection, conversation_id, before)


@pytest.fixture
def persons(engine: Engine) -> Persons:
    return Persons(engine)


def told(row: str) -> Mapping[str, Any]:
    return {"table": "handover", "row": row, "source": "handover"}


def test_a_conversation_without_persons_has_no_break(ledger: Ledger, persons: Persons) -> None:
    ledger.append("c", Author.BOT, "Hello", now=NOW, answer={"table": "pickup", "row": "claimed", "source": "faq"})
    assert (persons.took_over("c", 0), persons.last_break("c", 99)) == (False, 0)


@pytest.mark.parametrize("row", ["claimed", "released", "solved", RESCUED["row"]])
def test_coming_and_going_breaks_a_dialogue(row: str, ledger: Ledger, persons: Persons) -> None:
    ledger.append("c", Author.BOT, "Hello", now=NOW)
    ledger.append("c", Author.BOT, "Somebody comes or goes", now=NOW, answer=told(row))
    assert (persons.last_break("c", 3), persons.last_break("c", 2)) == (2, 0)


def test_owning_up_to_a_late_answer_breaks_nothing(ledger: Ledger, persons: Persons) -> None:
    ledger.append("c", Author.BOT, "Our answer is late", now=NOW, answer=told("overdue"))
    assert persons.last_break("c", 99) == 0


def test_who_claims_or_speaks_has_taken_over_what_came_before(ledger: Ledger, persons: Persons) -> None:
    ledger.append("c", Author.BOT, "Mia has joined", now=NOW, answer=told("claimed"))
    ledger.append("c", Author.AGENT, "Hello", now=NOW)
    assert [persons.took_over("c", after) for after in (0, 1, 2)] == [True, True, False]


def test_closing_a_case_nobody_had_takes_nothing_over(ledger: Ledger, persons: Persons) -> None:
    ledger.append("c", Author.BOT, "Closed", now=NOW, answer=told("solved"))
    assert not persons.took_over("c", 0)
