"""Write messages as docs/protocol.md describes them: nothing of what is kept behind a choice."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from parcelbot.core.cases.conversation import Message


def message_json(message: Message) -> dict[str, Any]:
    """Write one message of the protocol."""
    return {
        "seq": message.seq,
        "author": message.author.value,
        "at": iso(message.at),
        "text": message.text,
        "choices": [{"id": choice.id, "title": choice.title} for choice in message.choices],
        "card": message.card,
        "attachment": message.attachment,
        "answer": message.answer,
        "agent": message.agent or None,
        "language": message.language or None,
    }


def iso(moment: datetime) -> str:
    """Write a moment as ISO 8601 in UTC with a Z, to the millisecond."""
    return moment.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
