"""Run actions in a thread with an event loop of its own: one that blocks holds up no other conversation."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")

#: So many look-ups at once, each of which may wait for the first news of its parcel; the pool is the actions' own, and
#: the assistant's work goes on when all of them wait.
_WAITING_ACTIONS = 64


class ActionThread:
    """The thread; it is started with the first action, so that it stands on the right side of a server's fork."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None

    async def run(self, action: Coroutine[Any, Any, T]) -> T:
        """Run `action` there, in the caller's context (log lines name the conversation), and wait for its result."""
        if self._loop is None:
            self._loop = _started()
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(action, self._loop))


def _started() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    loop.set_default_executor(ThreadPoolExecutor(_WAITING_ACTIONS, thread_name_prefix="action"))
    threading.Thread(target=loop.run_forever, name="actions", daemon=True).start()
    return loop
