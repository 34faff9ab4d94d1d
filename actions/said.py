"""List what was said and sent in a conversation, from the record of its channel or from Rasa's events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timezone, tzinfo
from typing import Any

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket, TranscriptLine
from parcelbot.core.cases.transcripts import transcript_of

_EVENT_AUTHORS = {"user": "shopper", "bot": "bot"}


def transcript_of_events(events: Iterable[Mapping[str, Any]], zone: tzinfo | None) -> tuple[TranscriptLine, ...]:
    """Make a transcript of Rasa's events, for a channel that keeps no record; times in `zone` (UTC when None).

    A pressed button stands with its payload, which says more clearly what was meant than its title.
    """
    return tuple(
        TranscriptLine(_EVENT_AUTHORS[e["event"]], _at(e, zone), str(e["text"]))
        for e in events
        if e.get("event") in _EVENT_AUTHORS and e.get("text")
    )


def _at(event: Mapping[str, Any], zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(float(event["timestamp"]), zone or timezone.utc)


def sent_parts(said: Sequence[Message], part: str) -> tuple[str, ...]:
    """List a part of every file that was sent, its "name" or its "attachment_id", oldest first, each once."""
    parts = (str(m.attachment.get(part, "")) for m in said if m.attachment)
    return tuple(dict.fromkeys(part for part in parts if part))


def said_after(
    cases: Sequence[Ticket], said: Sequence[Message], events: Sequence[Mapping[str, Any]]
) -> Sequence[Message]:
    """Leave out what was said for earlier cases; nothing where the shopper has typed no word since."""
    since = [message for message in said if all(message.at > case.created_at for case in cases)]
    return since if typed_by_shopper(since, events) else said


def typed_by_shopper(said: Sequence[Message], events: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """List the texts that the shopper typed; the title of a pressed button is not among them."""
    if said:
        return tuple(m.text for m in said if m.author is Author.SHOPPER and m.text and not m.command)
    lines = transcript_of_events(events, None)
    return tuple(line.text for line in lines if line.author == "shopper" and not line.text.startswith("/"))


def whole_transcript(
    said: Sequence[Message], events: Sequence[Mapping[str, Any]], zone: tzinfo | None
) -> tuple[TranscriptLine, ...]:
    """Make the transcript from the channel's record, which is whole; Rasa's events begin with the session."""
    return transcript_of(said, zone) if said else transcript_of_events(events, zone)
