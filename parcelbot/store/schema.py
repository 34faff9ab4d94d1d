"""Every table there is, under the one `metadata`: what a database has to look like."""

from __future__ import annotations

from parcelbot.store import desk_tables, shipments
from parcelbot.store.tables import metadata

__all__ = ["desk_tables", "metadata", "shipments"]
