"""Turn messages into a ticket's transcript, and a ticket's transcript back into messages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timezone, tzinfo

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Ticket, TranscriptLine


def transcript_of(said: Iterable[Message], zone: tzinfo | None) -> tuple[TranscriptLine, ...]:
    """Keep every text and file of shopper, bot and agent, in order, with times in `zone` (UTC when None).

    A file stands as "[file: its name]"; a message with neither text nor file is left out.
    """
    lines = ((message, _text(message)) for message in said)
    return tuple(
        TranscriptLine(message.author.value, message.at.astimezone(zone or timezone.utc), text)
        for message, text in lines
        if text
    )


def transcript_as_messages(ticket: Ticket) -> tuple[Message, ...]:
    """Read the ticket's own transcript as messages numbered from 1, for a channel that has no ledger."""
    return tuple(
        Message(ticket.draft.conversation_id, seq, Author(line.author), line.at, line.text)
        for seq, line in enumerate(ticket.draft.transcript, start=1)
    )


def _text(message: Message) -> str:
    sent = f"[file: {message.attachment.get('name', '')}]" if message.attachment else ""
    return "\n".join(part for part in (message.text, sent) if part)
