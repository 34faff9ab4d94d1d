"""A conversation as it was said: from the channel's record, or from Rasa's events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timezone, tzinfo
from typing import Any

from parcelbot.core.cases.tickets import TranscriptLine

_AUTHORS = {"user": "shopper", "bot": "bot"}


def transcript_of_events(events: Iterable[Mapping[str, Any]], zone: tzinfo | None) -> tuple[TranscriptLine, ...]:
    """The same from Rasa's events, for a channel that keeps no record.

    A pressed button stands with its payload: what was meant is clearer than what was shown.
    """
    return tuple(
        TranscriptLine(_AUTHORS[e["event"]], _at(e, zone), str(e["text"]))
        for e in events
        if e.get("event") in _AUTHORS and e.get("text")
    )


def _at(event: Mapping[str, Any], zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(float(event["timestamp"]), zone or timezone.utc)
