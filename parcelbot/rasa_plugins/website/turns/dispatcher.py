"""Run the assistant for each conversation's messages, in order, on one process at a time, and fairly."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from parcelbot.core.cases.conversation import TurnClaim
from parcelbot.front.threads import Threads
from parcelbot.rasa_plugins.website.turns.fair_slots import FairSlots
from parcelbot.rasa_plugins.website.turns.pauses import AT_ONCE, Pauses
from parcelbot.rasa_plugins.website.turns.turn import TurnEnd, Turns
from parcelbot.store.ledger.backlog import Backlog, WaitingElsewhere
from parcelbot.store.ledger.claims import SqlTurnClaims, runner_name
from parcelbot.store.ledger.turn_book import NoTurn, TurnBook
from parcelbot.telemetry.logs import log_context

logger = logging.getLogger(__name__)

_SWEEP_S = 3.0
#: Whoever goes on and on is answered all the same.
_LONGEST_BURST_S = 5.0
_TURNS_AT_ONCE = 8
#: After so long a turn is waiting for something else and leaves its slot to others.
_LONGEST_SLOT_S = 2.0
#: Longer than a turn in which the tracking provider is slow, shorter than those who stop us wait (`deploy/`).
_FINISH_WITHIN_S = 10.0


@dataclass(frozen=True)
class Repeats:
    """Waits before a turn is tried again: the first, then twice as long each time, up to the longest."""

    first_s: float = 0.5
    longest_s: float = 4.0

    def after(self, failures: int) -> float:
        """Give the seconds to wait after so many turns that were not done, at least one."""
        return float(min(self.first_s * 2.0 ** min(failures - 1, 10), self.longest_s))


USUAL_REPEATS = Repeats()


@dataclass
class _Patience:
    """The patience with one conversation's oldest message: how often it went wrong, and when it is tried again.

    `faults` are failures of the assistant itself; parts that are away only count as `failures`.
    """

    failures: int = 0
    faults: int = 0
    not_before_s: float = 0.0

    def wait_s(self, end: TurnEnd, now_s: float, repeats: Repeats) -> float:
        """Count a turn that was not done; gives the seconds until the next one."""
        self.failures += 1
        self.faults += end is TurnEnd.FAILED
        wait_s = repeats.after(self.failures)
        self.not_before_s = now_s + wait_s
        return wait_s


class Dispatcher:
    """Works off the backlog. A message counts as dealt with only when the ledger holds what came of it.

    A process shows every `keep_every_s` that it lives; turns may take `finish_within_s` to end when it is stopped.
    A turn begins when its shopper's last line is complete, or after one of the `pauses`: "hello", "are you there" and
    the parcel are one message. The message waits in the ledger meanwhile; a process that dies over a pause loses none.
    """

    def __init__(
        self,
        turns: Turns,
        backlog: Backlog,
        book: TurnBook,
        claims: SqlTurnClaims,
        threads: Threads,
        keep_every_s: float,
        finish_within_s: float = _FINISH_WITHIN_S,
        pauses: Pauses = AT_ONCE,
        repeats: Repeats = USUAL_REPEATS,
    ) -> None:
        self._turns = turns
        self._backlog = backlog
        self._book = book
        self._claims = claims
        self._threads = threads
        self._keep_every_s = keep_every_s
        self._finish_within_s = finish_within_s
        self._pauses = pauses
        self._repeats = repeats
        self._written_at: dict[str, float] = {}
        self._slots = FairSlots(_TURNS_AT_ONCE, _LONGEST_SLOT_S)
        self._active: dict[str, asyncio.Task[None]] = {}
        self._again: dict[str, str] = {}
        self._patience: dict[str, _Patience] = {}
        self._closing = False
        self._sweeping: asyncio.Future[None] | None = None

    def kick(self, conversation_id: str, network: str) -> None:
        """Say that something waits in this conversation, written from `network`; returns at once.

        What went wrong just now is tried again when its time has come, not at each new message.
        """
        if self._is_due(conversation_id):
            self._written_at[conversation_id] = time.monotonic()
            self._begin(conversation_id, network)

    def _begin(self, conversation_id: str, network: str) -> None:
        if self._closing:
            return
        self._again[conversation_id] = network
        if conversation_id not in self._active:
            self._active[conversation_id] = asyncio.create_task(self._serve(conversation_id))

    def start(self) -> None:
        """Begin to look for what waits."""
        self._sweeping = asyncio.ensure_future(self._sweep())

    async def _sweep(self) -> None:
        """Pick up, for ever, what a dead process or an earlier life of this one left undone."""
        while True:
            try:
                for waiting in await self._threads.run(self._backlog.everywhere):
                    self._pick_up(waiting)
            except Exception:
                logger.exception("cannot look for messages left undone")
            await asyncio.sleep(_SWEEP_S)

    async def close(self) -> None:
        """Begin nothing new and let turns end; those that take too long begin again after the restart."""
        self._closing = True
        if self._sweeping:
            self._sweeping.cancel()
        tasks = list(self._active.values())
        if tasks:
            await asyncio.wait(tasks, timeout=self._finish_within_s)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _pick_up(self, waiting: WaitingElsewhere) -> None:
        conversation_id = waiting.message.conversation_id
        if conversation_id not in self._active and self._claims.is_free(conversation_id, waiting.held):
            self.kick(conversation_id, waiting.network)

    def _is_due(self, conversation_id: str) -> bool:
        known = self._patience.get(conversation_id)
        return known is None or time.monotonic() >= known.not_before_s

    async def _serve(self, conversation_id: str) -> None:
        try:
            # no await between the last look at _again and the removal: a kick is never missed
            while conversation_id in self._again:
                await self._until_a_pause(conversation_id)
                network = self._again.pop(conversation_id)
                with log_context(conversation_id):
                    await self._drain(conversation_id, network)
        finally:
            del self._active[conversation_id]
            self._written_at.pop(conversation_id, None)

    async def _until_a_pause(self, conversation_id: str) -> None:
        """Wait until a shopper's line is complete, or nothing was written for a moment, or for long enough."""
        began = time.monotonic()
        while self._pauses.longest_s > 0 and (now := time.monotonic()) - began < _LONGEST_BURST_S:
            written_at = self._written_at.get(conversation_id, now - self._pauses.longest_s)
            if written_at + self._pauses.longest_s <= now:
                return
            left = written_at + await self._pause_after_the_last(conversation_id) - now
            if left <= 0:
                return
            await asyncio.sleep(left)

    async def _pause_after_the_last(self, conversation_id: str) -> float:
        try:
            return self._pauses.after(await self._threads.run(self._backlog.last_typed, conversation_id))
        except SQLAlchemyError:
            logger.warning("cannot see whether %s may go on just now", conversation_id)
            return 0.0

    async def _drain(self, conversation_id: str, network: str) -> None:
        try:
            end = await self._turns_until_none_waits(conversation_id, network)
        except Exception:
            logger.exception("conversation %s has to wait", conversation_id)
            end = TurnEnd.AWAY
        if end in (TurnEnd.FAILED, TurnEnd.AWAY):
            self._put_off(conversation_id, network, end)

    async def _turns_until_none_waits(self, conversation_id: str, network: str) -> TurnEnd:
        """Run turns until none waits or one is not done; gives the last one's end."""
        while True:
            async with self._slots.turn(network):
                end = await self._turn(conversation_id)
            # once more for what another process took in while we held the claim
            if end is not TurnEnd.DONE or not await self._threads.run(self._backlog.waiting, conversation_id):
                return end

    async def _turn(self, conversation_id: str) -> TurnEnd:
        """Run a turn over the oldest message that waits; DONE when none does."""
        turn = await self._threads.run(self._book.begin, conversation_id, runner_name())
        if isinstance(turn, NoTurn):
            return TurnEnd.DONE if turn is NoTurn.NOTHING_WAITS else TurnEnd.ELSEWHERE
        known = self._patience.get(conversation_id)
        end = None
        try:
            end = await self._keep_claim(turn.claim, self._turns.run(turn, known.faults if known else 0))
        finally:
            if end is TurnEnd.DONE:
                self._patience.pop(conversation_id, None)
            else:
                await self._threads.run(self._book.put_back, turn)
        return end

    async def _keep_claim(self, claim: TurnClaim, turn: Coroutine[Any, Any, TurnEnd]) -> TurnEnd:
        """Show that we live while the turn runs; it is broken off when another process has the conversation."""
        task = asyncio.ensure_future(turn)
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=self._keep_every_s)
                if not task.done() and not await self._is_ours(claim):
                    logger.warning("another process answers %s now", claim.conversation_id)
                    return TurnEnd.ELSEWHERE
            return await task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _is_ours(self, claim: TurnClaim) -> bool:
        try:
            return await self._threads.run(self._claims.keep, claim)
        except SQLAlchemyError:
            # who cannot write cannot have been told; at the end of the turn the ledger decides
            logger.warning("cannot keep the claim on %s just now", claim.conversation_id)
            return True

    def _put_off(self, conversation_id: str, network: str, end: TurnEnd) -> None:
        """Try again in a while; what came in meanwhile has to wait for that, too."""
        self._again.pop(conversation_id, None)
        patience = self._patience.setdefault(conversation_id, _Patience())
        wait_s = patience.wait_s(end, time.monotonic(), self._repeats)
        logger.warning("conversation %s waits, for a turn %s; trying again in %s s", conversation_id, end.value, wait_s)
        asyncio.get_running_loop().call_later(wait_s, self._begin, conversation_id, network)
