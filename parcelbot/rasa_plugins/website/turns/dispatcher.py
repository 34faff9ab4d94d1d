"""Run the assistant for each conversation's messages, in order, on one worker at a time."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Coroutine
from datetime import datetime, timedelta, timezone
from typing import Any

from parcelbot.rasa_plugins.website.threads import Threads
from parcelbot.rasa_plugins.website.turns.turn import Turns
from parcelbot.store.ledger.backlog import Backlog
from parcelbot.telemetry.logs import log_context

logger = logging.getLogger(__name__)

_SWEEP_S = 3.0


class Dispatcher:
    """Works off the backlog. A message counts as dealt with only when its turn is over."""

    def __init__(self, turns: Turns, backlog: Backlog, threads: Threads, lease_s: float) -> None:
        self._turns = turns
        self._backlog = backlog
        self._threads = threads
        self._lease = timedelta(seconds=lease_s)
        self._runner = uuid.uuid4().hex
        self._active: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()

    def kick(self, conversation_id: str) -> None:
        """Say that something waits in this conversation; returns at once."""
        self._again.add(conversation_id)
        if conversation_id not in self._active:
            self._active[conversation_id] = asyncio.create_task(self._serve(conversation_id))

    async def sweep(self) -> None:
        """Pick up, for ever, what a dead worker or an earlier life of this one left undone."""
        while True:
            try:
                for conversation_id in await self._threads.run(self._backlog.stranded, _now()):
                    self.kick(conversation_id)
            except Exception:
                logger.exception("cannot look for messages left undone")
            await asyncio.sleep(_SWEEP_S)

    async def close(self) -> None:
        """Stop at once; turns that are not over begin again after the restart."""
        tasks = list(self._active.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, conversation_id: str) -> None:
        try:
            # no await between the last look at _again and the removal: a kick is never missed
            while conversation_id in self._again:
                self._again.discard(conversation_id)
                with log_context(conversation_id):
                    await self._drain(conversation_id)
        except Exception:
            logger.exception("conversation %s has to wait for the next sweep", conversation_id)
        finally:
            del self._active[conversation_id]

    async def _drain(self, conversation_id: str) -> None:
        more = True
        # once more for what another worker took in while we held the claim
        while more and await self._claim(conversation_id):
            try:
                await self._work_off(conversation_id)
            finally:
                more = await self._threads.run(self._backlog.release, conversation_id, self._runner)

    async def _work_off(self, conversation_id: str) -> None:
        waiting = await self._threads.run(self._backlog.next, conversation_id)
        while waiting:
            await self._keep_claim(conversation_id, self._turns.run(waiting))
            done = waiting.message.seq
            waiting = await self._threads.run(self._backlog.next, conversation_id, done)
            # many short turns outlast a lease, too
            if waiting and not await self._claim(conversation_id):
                return

    async def _keep_claim(self, conversation_id: str, turn: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(turn)
        try:
            while not task.done():
                await asyncio.wait({task}, timeout=self._lease.total_seconds() / 3)
                if not task.done():
                    await self._claim(conversation_id)
        finally:
            task.cancel()
        await task

    async def _claim(self, conversation_id: str) -> bool:
        return await self._threads.run(self._backlog.claim, conversation_id, self._runner, _now(), self._lease)


def _now() -> datetime:
    return datetime.now(timezone.utc)
