"""Read the name of a time zone, as browsers tell it."""

from __future__ import annotations

from datetime import tzinfo
from zoneinfo import ZoneInfo


def named_zone(name: str) -> tzinfo | None:
    """Find a zone by its name in the IANA database; None for "", and for one that this machine does not know."""
    try:
        return ZoneInfo(name) if name else None
    except (LookupError, ValueError, OSError):
        return None
