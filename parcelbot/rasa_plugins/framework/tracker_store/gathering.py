"""Bring the conversations of an earlier release to where the others are now."""

from __future__ import annotations

import logging
from pathlib import Path

from parcelbot.settings.variables import DEFAULT_CONVERSATIONS_DB
from parcelbot.store.trackers.moving import move_file

logger = logging.getLogger(__name__)


def gather(address: str) -> None:
    """Move what is in the file that is used unless told otherwise; nothing happens where there is none."""
    if moved := move_file(Path(DEFAULT_CONVERSATIONS_DB), address):
        logger.info("%d conversations moved from %s to the database", moved, DEFAULT_CONVERSATIONS_DB)
