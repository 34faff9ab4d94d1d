from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from sqlalchemy.exc import OperationalError

from parcelbot.core.cases.conversation import Author, Conversation, ConversationState, Message, TurnClaim
from parcelbot.front.threads import Threads
from parcelbot.rasa_plugins.website.turns.dispatcher import Dispatcher, Repeats
from parcelbot.rasa_plugins.website.turns.pauses import Pauses
from parcelbot.rasa_plugins.website.turns.turn import TurnEnd
from parcelbot.store.ledger.backlog import LastTyped, WaitingMessage
from parcelbot.store.ledger.turn_book import BegunTurn, NoTurn

#: How often is looked whether a turn begins that is not to.
WHILE_ROUNDS = 100
NOW = datetime(2026, 11, 22, tzinfo=timezone.utc)
CONVERSATION = Conversation("c", ConversationState.BOT, 1, NOW)


@dataclass
class FakeBook:
    """The only conversation, with the messages that wait in it; `deaths` are attempts that nobody took back.

    Somebody else takes the conversation after so many claims were given, or while one is kept. `newest` was typed last;
    an error instead is what reading it ends in.
    """

    pending: list[int]
    deaths: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    allowed: int = 1000
    kept: bool = True
    newest: str | Exception = "and then"
    opens: bool = False
    given: int = 0
    held: int = 0

    def begin(self, conversation_id: str, runner: str) -> BegunTurn | NoTurn:
        if not self.pending:
            return NoTurn.NOTHING_WAITS
        if self.given >= self.allowed:
            return NoTurn.ELSEWHERE
        self.given += 1
        self.held += 1
        self.deaths[self.pending[0]] += 1
        waiting = WaitingMessage(Message("c", self.pending[0], Author.SHOPPER, NOW), self.deaths[self.pending[0]])
        return BegunTurn(TurnClaim("c", self.given), waiting, CONVERSATION)

    def put_back(self, turn: BegunTurn) -> None:
        self.held -= 1
        self.deaths[turn.waiting.message.seq] -= 1

    def done(self, seq: int) -> None:
        """End a turn, as the ledger does with the answer."""
        self.held -= 1
        self.deaths[seq] -= 1
        self.pending.remove(seq)

    def last_typed(self, conversation_id: str) -> LastTyped:
        if isinstance(self.newest, Exception):
            raise self.newest
        return LastTyped(self.newest, len(self.pending) > 1, self.opens)

    def keep(self, claim: TurnClaim) -> bool:
        return self.kept

    def waiting(self, conversation_id: str) -> list[int]:
        return list(self.pending)


@dataclass
class FakeTurns:
    """Turns that end as they are told to, one after the other; afterwards all are done."""

    book: FakeBook
    ends: list[TurnEnd | Exception] = field(default_factory=list)
    ran: list[int] = field(default_factory=list)
    faults: list[int] = field(default_factory=list)
    hangs: bool = False
    broken_off: int = 0
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, turn: BegunTurn, faults: int) -> TurnEnd:
        seq = turn.waiting.message.seq
        self.ran.append(seq)
        self.faults.append(faults)
        if self.hangs:
            try:
                await self.goes_on.wait()
            except asyncio.CancelledError:
                self.broken_off += 1
                raise
        end = self.ends.pop(0) if self.ends else TurnEnd.DONE
        if isinstance(end, Exception):
            raise end
        if end is TurnEnd.DONE:
            self.book.done(seq)
        return end


def dispatcher_of(turns: FakeTurns, threads: Threads, **otherwise: Any) -> Dispatcher:
    """A dispatcher in a hurry."""
    book = turns.book
    return Dispatcher(turns, book, book, book, threads, keep_every_s=0.001, repeats=Repeats(0.001, 0.001), **otherwise)


def serve(turns: FakeTurns, until: Callable[[], bool], pause_s: float = 0.0) -> None:
    async def work() -> None:
        threads = Threads()
        dispatcher = dispatcher_of(turns, threads, pauses=Pauses(pause_s, pause_s))
        dispatcher.kick("c", "203.0.113.9")
        while dispatcher._active or not until():
            await asyncio.sleep(0)
        await dispatcher.close()
        threads.close()

    asyncio.run(work())


def served(*pending: int, ends: list[TurnEnd | Exception] | None = None) -> FakeTurns:
    turns = FakeTurns(FakeBook(list(pending)), list(ends or []))
    serve(turns, lambda: not turns.book.pending)
    return turns


def test_all_that_waits_is_answered_in_order() -> None:
    turns = served(1, 2, 3)
    assert turns.ran == [1, 2, 3]
    assert (turns.book.given, turns.book.held) == (3, 0)


def test_what_another_process_has_is_left_to_it() -> None:
    turns = FakeTurns(FakeBook([1, 2, 3], allowed=2))
    serve(turns, lambda: len(turns.ran) == 2)
    assert turns.ran == [1, 2]


def test_a_message_is_tried_again_until_parts_are_back_and_the_next_one_waits_for_it() -> None:
    away = [TurnEnd.AWAY] * 20
    assert served(1, 2, ends=away).ran == [1] * 21 + [2]


def test_parts_that_are_away_are_no_fault_of_the_message() -> None:
    turns = served(1, ends=[TurnEnd.AWAY] * 5 + [TurnEnd.FAILED, TurnEnd.FAILED])
    assert turns.faults == [0] * 6 + [1, 2]
    assert turns.book.deaths[1] == 0


def test_the_next_message_begins_without_faults() -> None:
    assert served(1, 2, ends=[TurnEnd.FAILED]).faults == [0, 1, 0]


def test_an_accident_is_tried_again() -> None:
    assert served(1, ends=[RuntimeError("boom")]).ran == [1, 1]


def test_a_turn_whose_conversation_another_process_has_taken_is_broken_off() -> None:
    turns = FakeTurns(FakeBook([1], allowed=1, kept=False), hangs=True)
    serve(turns, lambda: turns.broken_off == 1)
    assert turns.ran == [1]


def stopped_during(turns: FakeTurns, finish_within_s: float, after_a_while: Callable[[], None]) -> None:
    async def work() -> None:
        threads = Threads()
        dispatcher = dispatcher_of(turns, threads, finish_within_s=finish_within_s)
        dispatcher.kick("c", "203.0.113.9")
        while not turns.ran:
            await asyncio.sleep(0)
        asyncio.get_running_loop().call_later(0.01, after_a_while)
        await dispatcher.close()
        threads.close()

    asyncio.run(work())


def test_a_turn_that_is_under_way_when_we_are_stopped_is_finished() -> None:
    turns = FakeTurns(FakeBook([1]), hangs=True)
    stopped_during(turns, 60, turns.goes_on.set)
    assert turns.book.pending == []


def begun_before_a_pause(book: FakeBook) -> bool:
    """Tell whether a turn begins at a line after which nothing comes any more, without waiting for the pause."""
    turns, pauses = FakeTurns(book), Pauses(60, 60)

    async def work() -> bool:
        threads = Threads()
        dispatcher = dispatcher_of(turns, threads, finish_within_s=0, pauses=pauses)
        dispatcher.kick("c", "203.0.113.9")
        for _ in range(WHILE_ROUNDS):
            await asyncio.sleep(0.001)
            if turns.ran:
                break
        await dispatcher.close()
        threads.close()
        return bool(turns.ran)

    return asyncio.run(work())


def test_a_turn_waits_for_a_pause_while_the_line_may_go_on() -> None:
    assert not begun_before_a_pause(FakeBook([1], newest="and then"))


def test_a_line_that_is_complete_is_answered_at_once() -> None:
    assert begun_before_a_pause(FakeBook([1], newest="Where is it?"))


def test_a_conversation_that_opens_without_a_number_waits_for_one() -> None:
    assert not begun_before_a_pause(FakeBook([1], newest="Where is it?", opens=True))
    assert begun_before_a_pause(FakeBook([1], newest="Where is LP00123456789012?", opens=True))


def test_a_line_that_cannot_be_read_just_now_holds_nothing_up() -> None:
    assert begun_before_a_pause(FakeBook([1], newest=OperationalError("select", {}, Exception("locked"))))


def test_a_turn_begins_once_the_shopper_has_paused() -> None:
    turns = FakeTurns(FakeBook([1]))
    serve(turns, lambda: not turns.book.pending, pause_s=0.01)
    assert turns.ran == [1]


def test_one_that_hangs_then_is_broken_off_and_its_message_still_waits() -> None:
    turns = FakeTurns(FakeBook([1]), hangs=True)
    stopped_during(turns, 0.01, lambda: None)
    assert (turns.broken_off, turns.book.pending) == (1, [1])


def test_a_message_that_fails_again_and_again_waits_twice_as_long_each_time_up_to_the_longest() -> None:
    repeats = Repeats(first_s=0.5, longest_s=4)
    assert [repeats.after(failures) for failures in (1, 2, 3, 4, 5, 1000)] == [0.5, 1, 2, 4, 4, 4]
