"""Hold the conversations that are going on just now, as they were when they were stored last."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass

from rasa.shared.core.trackers import DialogueStateTracker

#: A conversation takes some 100 kB; one that is not held is read from the database in some milliseconds.
HELD = 500
#: Shoppers answer within minutes or come back another time; what was erased elsewhere is gone from here by then, too.
IDLE_S = 300.0


@dataclass(frozen=True)
class LiveTracker:
    """A conversation as it was stored with this version; the tracker is copied, never given away."""

    tracker: DialogueStateTracker
    version: int


#: Held of a conversation that was looked for and is in no database.
NOBODY = LiveTracker(DialogueStateTracker("", ()), 0)


class LiveTrackers:
    """Conversations by id, the longest idle first; for one event loop."""

    def __init__(self, held: int = HELD, idle_s: float = IDLE_S) -> None:
        self._held = held
        self._idle_s = idle_s
        self._live: OrderedDict[str, tuple[LiveTracker, float]] = OrderedDict()
        self._sweep: asyncio.TimerHandle | None = None

    def get(self, conversation_id: str) -> LiveTracker | None:
        """Give the conversation, if it is held."""
        found = self._live.get(conversation_id)
        return found[0] if found else None

    def put(self, conversation_id: str, live: LiveTracker) -> None:
        """Hold the conversation for a while; the one idle for longest makes room."""
        self._live[conversation_id] = live, time.monotonic()
        self._live.move_to_end(conversation_id)
        if len(self._live) > self._held:
            self._live.popitem(last=False)
        if self._sweep is None:
            self._sweep = asyncio.get_running_loop().call_later(self._idle_s, self._drop_idle)

    def drop(self, conversation_id: str) -> None:
        """Let go of the conversation; nothing happens if it is not held."""
        self._live.pop(conversation_id, None)

    def clear(self) -> None:
        """Let go of all."""
        self._live.clear()

    def _drop_idle(self) -> None:
        self._sweep = None
        before = time.monotonic() - self._idle_s
        while self._live and (oldest := next(iter(self._live.values())))[1] <= before:
            self._live.popitem(last=False)
        if self._live:
            wait_s = oldest[1] - before
            self._sweep = asyncio.get_running_loop().call_later(wait_s, self._drop_idle)
