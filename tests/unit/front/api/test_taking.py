"""A database that is slow to write: a message is called for once it is there, whoever has given up waiting for it."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable, Coroutine
from types import SimpleNamespace
from typing import Any, cast

import pytest

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.front.api.request_body import PostedMessage
from parcelbot.front.api.taking import take
from parcelbot.front.api.timely import DatabaseAway
from parcelbot.front.notices import PassingNotice
from parcelbot.front.runtime import Runtime
from parcelbot.front.threads import Threads
from parcelbot.store.ledger.ledger import Receipt
from tests.unit.core.builders import NOW

POSTED = PostedMessage("mine", "where is it")
#: Longer than anything here takes, also on a busy machine.
PATIENCE_S = 30.0


class SlowLedger:
    """Keeps who writes until it is `free`; `fails` is what it then says instead of a receipt."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.fails: Exception | None = None
        self._kept: dict[str, Message] = {}

    def accept(self, conversation_id: str, echo_id: str, **_: Any) -> Receipt:
        assert self.free.wait(PATIENCE_S)
        if self.fails:
            raise self.fails
        repeated = echo_id in self._kept
        message = self._kept.setdefault(echo_id, Message(conversation_id, 1, Author.SHOPPER, NOW, "where is it"))
        return Receipt(message, repeated)


class House:
    """The parts that taking in needs, and what they were told."""

    def __init__(self, silence_s: float) -> None:
        self.ledger = SlowLedger()
        self.watched: list[Message] = []
        self.called: list[tuple[str, str]] = []
        self.notices: list[PassingNotice] = []
        self.threads = Threads()
        parts = SimpleNamespace(
            settings=SimpleNamespace(silence_s=silence_s),
            ledger=self.ledger,
            threads=self.threads,
            last_resort=SimpleNamespace(watch=self.watched.append),
            hub=SimpleNamespace(
                call_for_answer=lambda *told: self.called.append(told),
                notify=lambda _, n, words: self.notices.append(n),
            ),
        )
        self.runtime = cast(Runtime, parts)

    async def take(self) -> Receipt:
        return await take(self.runtime, "c-1", POSTED, "192.0.2.0/24")

    async def all_written(self) -> None:
        """Let those that wait write, and hear what comes of it."""
        self.ledger.free.set()
        await asyncio.get_running_loop().run_in_executor(None, self.threads.close)
        await asyncio.sleep(0)


def played(scene: Callable[[House], Coroutine[Any, Any, None]], silence_s: float = PATIENCE_S) -> House:
    async def play() -> House:
        house = House(silence_s)
        await scene(house)
        return house

    return asyncio.run(play())


def test_what_is_taken_in_is_watched_over_and_called_for_once() -> None:
    async def scene(house: House) -> None:
        house.ledger.free.set()
        assert not (await house.take()).repeated
        assert (await house.take()).repeated
        await house.all_written()

    house = played(scene)
    assert house.called == [("c-1", "192.0.2.0/24")]
    assert [message.seq for message in house.watched] == [1]
    assert house.notices == []


def test_who_waits_too_long_is_told_that_it_is_not_here() -> None:
    async def scene(house: House) -> None:
        with pytest.raises(DatabaseAway):
            await house.take()
        house.ledger.fails = RuntimeError("the disk is full")
        await house.all_written()

    house = played(scene, silence_s=0.01)
    assert (house.notices, house.called) == ([PassingNotice.NOT_TAKEN], [])


def test_an_attempt_that_was_given_up_and_comes_through_is_called_for_all_the_same() -> None:
    async def scene(house: House) -> None:
        with pytest.raises(DatabaseAway):
            await house.take()
        await house.all_written()

    house = played(scene, silence_s=0.01)
    assert house.called == [("c-1", "192.0.2.0/24")]
    assert [message.seq for message in house.watched] == [1]


def test_who_hangs_up_leaves_a_message_that_is_taken_in_and_no_complaint_when_it_is_not() -> None:
    complaints: list[dict[str, Any]] = []

    async def scene(house: House) -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, told: complaints.append(told))
        caller = asyncio.ensure_future(house.take())
        await asyncio.sleep(0)
        caller.cancel()
        await asyncio.wait(asyncio.all_tasks() - {asyncio.current_task()})
        await house.all_written()
        # what nobody has looked at complains when it goes
        gc.collect()

    assert played(scene, silence_s=0.01).called == [("c-1", "192.0.2.0/24")]
    assert complaints == []
