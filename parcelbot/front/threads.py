"""Run blocking calls (database, files, pictures) off the event loop."""

from __future__ import annotations

import asyncio
import contextvars
import functools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")

_WORKERS = 8


class Threads:
    """A small pool of threads, `workers` of them, that coroutines hand blocking calls to."""

    def __init__(self, workers: int = _WORKERS) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="website")

    async def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Await `function(*args, **kwargs)`."""
        # with the context, so that what is logged there names the conversation
        call = functools.partial(contextvars.copy_context().run, function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    def close(self) -> None:
        """Let running calls end and take no more."""
        self._pool.shutdown(wait=True)
