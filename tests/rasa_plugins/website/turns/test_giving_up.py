"""When a message is given up, and that it never ends in silence."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from prometheus_client import REGISTRY
from rasa.core.channels.channel import UserMessage

from parcelbot.core.cases.conversation import Author, Conversation, ConversationState, Message, TurnClaim
from parcelbot.front.threads import Threads
from parcelbot.rasa_plugins.website.turns.turn import TurnEnd, Turns
from parcelbot.store.ledger.backlog import WaitingMessage
from parcelbot.store.ledger.turn_book import BegunTurn

#: The time of the machine that took the message in: it counts for nothing.
LONG_AGO = datetime(2020, 1, 1, tzinfo=timezone.utc)
CONVERSATION = Conversation("c", ConversationState.BOT, 2, LONG_AGO)
WRITTEN, BEHIND = (Message("c", seq, Author.SHOPPER, LONG_AGO, "a towel came grey") for seq in (1, 2))
LAST_WORD = Message("c", 0, Author.BOT, LONG_AGO, "I have stopped trying", in_reply_to=1)
ANSWER = "It is on its way."


@dataclass
class FakeAssistant:
    """Fails with `failure`, or else says `says`; `heard` counts how often it was asked."""

    failure: Exception | None = None
    says: str = ""
    heard: int = 0

    async def said_before(self, message: UserMessage) -> None:
        return None

    async def handle(self, message: UserMessage) -> None:
        self.heard += 1
        if self.failure:
            raise self.failure
        await message.output_channel.send_text_message("c", self.says)


@dataclass
class FakeLastResort:
    """Has the last word unless a person has the message."""

    has_a_person: bool = False

    def watch(self, message: Message) -> None:
        pass

    def unwatch(self, message: Message) -> None:
        pass

    async def was_passed_on(self, message: Message) -> bool:
        return False

    async def pass_on_if_asked(self, message: Message) -> bool:
        return False

    async def is_a_persons(self, message: Message) -> bool:
        return self.has_a_person

    async def last_word(self, message: Message) -> Message:
        return LAST_WORD


@dataclass
class FakeLedger:
    """Keeps with which message turns ended and what was said with that; nothing once the claim `is_lost`."""

    is_lost: bool = False
    ended: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def answer(self, claim: TurnClaim, to: int, said: Sequence[Message]) -> bool:
        if not self.is_lost:
            self.ended.append((to, tuple(message.text for message in said)))
        return not self.is_lost

    def give_up(self, claim: TurnClaim, to: int, last_word: Message) -> bool:
        return self.answer(claim, to, [last_word])


class FakeHub:
    """Tells nobody."""

    def signal(self, *_: Any) -> None:
        pass


@dataclass
class House:
    """Turns over stand-ins."""

    assistant: FakeAssistant = field(default_factory=lambda: FakeAssistant(KeyError("a fault of ours")))
    last_resort: FakeLastResort = field(default_factory=FakeLastResort)
    ledger: FakeLedger = field(default_factory=FakeLedger)

    def run(self, faults: int = 0, attempt: int = 2, failing_for: timedelta = timedelta()) -> TurnEnd:
        waiting = WaitingMessage(WRITTEN, attempt, (BEHIND,), failing_for)
        return asyncio.run(self._run(BegunTurn(TurnClaim("c", 1), waiting, CONVERSATION), faults))

    async def _run(self, turn: BegunTurn, faults: int) -> TurnEnd:
        threads = Threads(1)
        turns = Turns(self.assistant, self.ledger, FakeHub(), threads, self.last_resort, reads_together=True)
        try:
            return await turns.run(turn, faults)
        finally:
            threads.close()


def given_up(reason: str) -> float:
    return REGISTRY.get_sample_value("parcelbot_messages_given_up_total", {"reason": reason}) or 0.0


AWAY = ConnectionRefusedError()
AN_HOUR = timedelta(hours=1)
GIVEN_UP = [
    pytest.param("faults", FakeAssistant(KeyError("a fault of ours")), {"faults": 2}, id="three faults"),
    pytest.param("away", FakeAssistant(AWAY), {"faults": 2, "failing_for": AN_HOUR}, id="an hour away"),
    pytest.param("deaths", FakeAssistant(), {"attempt": 5}, id="four deaths"),
    pytest.param("silence", FakeAssistant(), {}, id="nothing to say"),
]


@pytest.mark.parametrize(("reason", "assistant", "state"), GIVEN_UP)
def test_a_message_that_is_given_up_ends_with_the_last_word(
    reason: str, assistant: FakeAssistant, state: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    house, before = House(assistant), given_up(reason)
    assert house.run(**state) is TurnEnd.DONE
    assert house.ledger.ended == [(1, (LAST_WORD.text,))]
    assert given_up(reason) == before + 1
    assert f"gave up on message 1 of c: {reason}" in caplog.text


def test_a_message_is_not_given_up_while_its_hour_runs_whatever_the_clocks_of_machines_say() -> None:
    house = House(FakeAssistant(AWAY))
    assert house.run(faults=2, failing_for=AN_HOUR - timedelta(seconds=1)) is TurnEnd.AWAY
    assert house.ledger.ended == []


def test_a_fault_is_tried_again_first() -> None:
    assert House().run(faults=1) is TurnEnd.FAILED


def test_what_waits_behind_a_message_that_is_given_up_still_waits() -> None:
    house = House(FakeAssistant())
    house.run(attempt=1)
    assert house.assistant.heard == 1
    assert [to for to, _ in house.ledger.ended] == [1]


def test_an_answer_ends_all_that_was_read_together() -> None:
    house = House(FakeAssistant(says=ANSWER))
    house.run(attempt=1)
    assert house.ledger.ended == [(2, (ANSWER,))]


def test_a_message_that_a_person_has_is_not_given_up() -> None:
    house, before = House(last_resort=FakeLastResort(has_a_person=True)), given_up("faults")
    assert house.run(faults=2) is TurnEnd.DONE
    assert house.ledger.ended == [(1, ())]
    assert given_up("faults") == before


def test_who_has_lost_the_conversation_gives_nothing_up() -> None:
    house, before = House(ledger=FakeLedger(is_lost=True)), given_up("faults")
    house.run(faults=2)
    assert given_up("faults") == before
