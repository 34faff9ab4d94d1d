"""Convert messages to ledger rows with their JSON payload, and rows to messages and conversations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parcelbot.core.cases.conversation import Author, Choice, Conversation, ConversationState, Message

_PLAIN_FIELDS = ("text", "card", "attachment", "answer", "command")

#: Fields that rows of an earlier release lack, with the values to use then.
_LATER_FIELDS = {"agent": "", "language": ""}


def row_of(message: Message) -> dict[str, Any]:
    """Give the columns of `messages` that keep `message`."""
    return {
        "conversation_id": message.conversation_id,
        "seq": message.seq,
        "author": message.author.value,
        "payload": _payload_of(message),
        "at": message.at,
        "in_reply_to": message.in_reply_to,
        "offers": bool(message.choices),
    }


def _payload_of(message: Message) -> dict[str, Any]:
    """Give the JSON that keeps everything of `message` that has no column of its own."""
    choices = [[choice.id, choice.title, choice.payload] for choice in message.choices]
    names = (*_PLAIN_FIELDS, *_LATER_FIELDS)
    return {**{name: getattr(message, name) for name in names}, "choices": choices}


def message_of(row: Mapping[str, Any]) -> Message:
    """Give the message that a row of `messages` holds."""
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
    """Give the conversation that a row of `conversations` holds."""
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
        card_rev=row["card_rev"],
        language=row["language"],
        time_zone=row["time_zone"],
    )
