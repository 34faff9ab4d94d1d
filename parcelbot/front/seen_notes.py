"""Note how far pages have shown their conversations: now and then for all of them, not at each word."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timezone

from sqlalchemy.exc import SQLAlchemyError

from parcelbot.front.threads import Threads
from parcelbot.store.ledger.ledger import Ledger

logger = logging.getLogger(__name__)

_EVERY_S = 1.0


class SeenNotes:
    """The notes that are to be written: the first one at once, those of the next second together.

    A process that dies forgets that second; its pages tell the next one again how far they are. For one event loop.
    """

    def __init__(self, ledger: Ledger, threads: Threads) -> None:
        self._ledger = ledger
        self._threads = threads
        self._shown: dict[str, int] = {}
        self._writing: asyncio.Task[None] | None = None

    def put(self, conversation_id: str, seq: int) -> None:
        """Note that a page is open now and has shown everything up to `seq`."""
        self._shown[conversation_id] = max(seq, self._shown.get(conversation_id, 0))
        if self._writing is None:
            self._writing = asyncio.get_running_loop().create_task(self._write())

    async def close(self) -> None:
        """Write what is left."""
        if self._writing is not None:
            self._writing.cancel()
        await self._flush()

    async def _write(self) -> None:
        while self._shown:
            await self._flush()
            await asyncio.sleep(_EVERY_S)
        self._writing = None

    async def _flush(self) -> None:
        shown, self._shown = self._shown, {}
        if not shown:
            return
        try:
            await self._threads.run(self._ledger.mark_seen, shown, datetime.now(timezone.utc))
        except SQLAlchemyError:
            logger.warning("cannot keep what was seen", exc_info=True)
