"""Every table there is, under the one `metadata`: what a database has to look like."""

from __future__ import annotations

from parcelbot.store import shipments
from parcelbot.store.schema import tickets
from parcelbot.store.schema.conversations import metadata

__all__ = ["metadata", "shipments", "tickets"]
