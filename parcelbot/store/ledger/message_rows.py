"""Between ledger rows and messages: what of a message is written into its JSON payload, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parcelbot.core.cases.conversation import Author, Choice, Conversation, ConversationState, Message

_PLAIN_FIELDS = ("text", "card", "attachment", "answer", "command")

#: Fields that rows of an earlier release lack, and what stands for them.
_LATER_FIELDS = {"agent": ""}


def payload_of(message: Message) -> dict[str, Any]:
    """The JSON that keeps everything of `message` that has no column of its own."""
    choices = [[choice.id, choice.title, choice.payload] for choice in message.choices]
    names = (*_PLAIN_FIELDS, *_LATER_FIELDS)
    return {**{name: getattr(message, name) for name in names}, "choices": choices}


def message_of(row: Mapping[str, Any]) -> Message:
    """The message a row of `messages` holds."""
    payload = row["payload"]
    return Message(
        conversation_id=row["conversation_id"],
        seq=row["seq"],
        author=Author(row["author"]),
        at=row["at"],
        choices=tuple(Choice(*choice) for choice in payload["choices"]),
        in_reply_to=row["in_reply_to"],
        **{name: payload[name] for name in _PLAIN_FIELDS},
        **{name: payload.get(name, fallback) for name, fallback in _LATER_FIELDS.items()},
    )


def conversation_of(row: Mapping[str, Any]) -> Conversation:
    """The conversation a row of `conversations` holds."""
    return Conversation(
        id=row["id"],
        state=ConversationState(row["state"]),
        last_seq=row["last_seq"],
        created_at=row["created_at"],
        agent=row["agent"],
        identity=row["identity"],
        seen_seq=row["seen_seq"],
        seen_at=row["seen_at"],
        waiting_since=row["waiting_since"],
        writing_until=row["writing_until"],
    )
