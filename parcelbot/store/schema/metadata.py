"""Collect every table under the one `metadata`, which says what a database has to look like."""

from __future__ import annotations

from parcelbot.store import (
    call_turns,
    following,
    journeys,
    limit_counts,
    order_guesses,
    provider_quota,
    shipments,
)
from parcelbot.store.radar import tables as radar
from parcelbot.store.schema import tickets
from parcelbot.store.schema.conversations import metadata
from parcelbot.store.watching import tables as watching

__all__ = [
    "call_turns",
    "following",
    "journeys",
    "limit_counts",
    "metadata",
    "order_guesses",
    "provider_quota",
    "radar",
    "shipments",
    "tickets",
    "watching",
]
