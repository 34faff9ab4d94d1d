from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.rasa_plugins.website.threads import Threads
from parcelbot.rasa_plugins.website.turns.dispatcher import Dispatcher
from parcelbot.store.ledger.backlog import WaitingMessage

NOW = datetime(2026, 11, 22, tzinfo=timezone.utc)


@dataclass
class FakeBacklog:
    """Messages that wait; somebody else takes the conversation after so many claims."""

    waiting: list[int]
    claims_allowed: int = 1000
    claims: int = 0

    def claim(self, conversation_id: str, runner: str, now: datetime, lease: timedelta) -> bool:
        self.claims += 1
        return self.claims <= self.claims_allowed

    def next(self, conversation_id: str, done: int | None = None) -> WaitingMessage | None:
        if done is not None:
            self.waiting.remove(done)
        return WaitingMessage(Message("c", self.waiting[0], Author.SHOPPER, NOW), 1) if self.waiting else None

    def release(self, conversation_id: str, runner: str) -> bool:
        return bool(self.waiting)


@dataclass
class FakeTurns:
    """Turns that take no time."""

    ran: list[int] = field(default_factory=list)

    async def run(self, waiting: WaitingMessage) -> None:
        self.ran.append(waiting.message.seq)


def serve(backlog: FakeBacklog) -> list[int]:
    async def until_idle() -> list[int]:
        turns, threads = FakeTurns(), Threads()
        dispatcher = Dispatcher(turns, backlog, threads, lease_s=10)
        dispatcher.kick("c")
        while dispatcher._active:
            await asyncio.sleep(0)
        threads.close()
        return turns.ran

    return asyncio.run(until_idle())


def test_the_claim_is_kept_alive_through_many_short_turns() -> None:
    backlog = FakeBacklog([1, 2, 3, 4, 5])

    assert serve(backlog) == [1, 2, 3, 4, 5]
    assert backlog.claims == 5


def test_who_has_lost_the_claim_leaves_the_rest_to_who_has_it() -> None:
    assert serve(FakeBacklog([1, 2, 3], claims_allowed=2)) == [1, 2]
