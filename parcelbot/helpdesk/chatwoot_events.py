"""Read Chatwoot's webhooks into a few events. Pure.

Sources: www.chatwoot.com/hc/user-guide/articles/1677693021-how-to-use-webhooks and, in chatwoot/chatwoot,
app/listeners/webhook_listener.rb (events), app/models/message.rb (`webhook_data`),
app/presenters/conversations/event_data_presenter.rb (`id` of a conversation is the number agents see).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parcelbot.helpdesk.chatwoot import OURS, REFERENCE

#: Stands before "from our team" and "has closed your case".
NAMELESS = "A colleague"

_MAX_NAME = 80


@dataclass(frozen=True)
class ChatwootAgent:
    """An agent in Chatwoot; shoppers see `name`."""

    id: int
    name: str


@dataclass(frozen=True)
class ChatwootConversation:
    """The conversation in Chatwoot that an event is about; `reference` is our ticket's, "" for none."""

    remote_id: str
    reference: str


@dataclass(frozen=True)
class AgentWrote:
    """An agent's message: to the shopper or, when `private`, to the other agents.

    `resolved` tells whether the conversation was resolved then; `at` orders it among events of other kinds.
    """

    conversation: ChatwootConversation
    message_id: int
    agent: ChatwootAgent
    text: str
    private: bool
    resolved: bool
    at: float


@dataclass(frozen=True)
class StatusChanged:
    """A conversation that was resolved, or else is open. `agent` is its assignee; `at` orders such events."""

    conversation: ChatwootConversation
    resolved: bool
    agent: ChatwootAgent | None
    at: float


@dataclass(frozen=True)
class Assigned:
    """A conversation that was given to `agent`, or to nobody."""

    conversation: ChatwootConversation
    agent: ChatwootAgent | None
    at: float


ChatwootEvent = AgentWrote | StatusChanged | Assigned


def parse_event(payload: Mapping[str, Any]) -> ChatwootEvent | None:
    """Read one event; None for what does not concern us: other events, bots, ourselves, what cannot be read."""
    readers = {
        "message_created": _agent_wrote,
        "conversation_status_changed": _status_changed,
        "conversation_updated": _assigned,
    }
    read = readers.get(str(payload.get("event")))
    return read(payload) if read else None


def _agent_wrote(payload: Mapping[str, Any]) -> AgentWrote | None:
    conversation, sender = _object(payload.get("conversation")), _object(payload.get("sender"))
    about = _conversation(conversation)
    agent = _agent(sender) if sender.get("type") == "user" else None
    outgoing = payload.get("message_type") in ("outgoing", 1)
    message_id, text = payload.get("id"), _text(payload)
    ours = str(payload.get("source_id") or "").startswith(OURS)
    if not (about and agent and outgoing and isinstance(message_id, int) and text) or ours:
        return None
    # What does not say that it is public is taken for private: a note must not reach the shopper.
    private, resolved = payload.get("private") is not False, conversation.get("status") == "resolved"
    return AgentWrote(about, message_id, agent, text, private, resolved, _seconds(payload.get("created_at")))


def _status_changed(payload: Mapping[str, Any]) -> StatusChanged | None:
    conversation, status = _conversation(payload), payload.get("status")
    if conversation is None or status not in ("resolved", "open"):
        return None
    return StatusChanged(conversation, status == "resolved", _assignee(payload), _at(payload))


def _assigned(payload: Mapping[str, Any]) -> Assigned | None:
    conversation = _conversation(payload)
    if conversation is None or "assignee_id" not in _changed(payload):
        return None
    return Assigned(conversation, _assignee(payload), _at(payload))


def _conversation(conversation: Mapping[str, Any]) -> ChatwootConversation | None:
    if not isinstance(conversation.get("id"), int):
        return None
    reference = _object(conversation.get("custom_attributes")).get(REFERENCE)
    return ChatwootConversation(str(conversation["id"]), str(reference or ""))


def _assignee(payload: Mapping[str, Any]) -> ChatwootAgent | None:
    return _agent(_object(_object(payload.get("meta")).get("assignee")))


def _object(raw: Any) -> Mapping[str, Any]:
    return raw if isinstance(raw, dict) else {}


def _agent(raw: Mapping[str, Any]) -> ChatwootAgent | None:
    if not isinstance(raw.get("id"), int):
        return None
    name = str(raw.get("available_name") or raw.get("name") or "").strip()
    return ChatwootAgent(raw["id"], name[:_MAX_NAME] or NAMELESS)


def _text(payload: Mapping[str, Any]) -> str:
    attachments = payload.get("attachments")
    files = [file for file in attachments if isinstance(file, dict)] if isinstance(attachments, list) else []
    parts = [payload.get("content"), *(file.get("data_url") for file in files)]
    return "\n".join(part.strip() for part in parts if isinstance(part, str) and part.strip())


def _changed(payload: Mapping[str, Any]) -> set[str]:
    raw = payload.get("changed_attributes")
    changes = raw if isinstance(raw, list) else [raw]
    return {name for change in changes if isinstance(change, dict) for name in change}


def _at(payload: Mapping[str, Any]) -> float:
    times = (_seconds(payload.get(name)) for name in ("updated_at", "timestamp"))
    return next((time for time in times if time), 0.0)


def _seconds(time: Any) -> float:
    """Read a moment as seconds since 1970: Chatwoot sends numbers, ISO 8601, "2026-11-22 14:03:00 UTC"; 0 for none."""
    if isinstance(time, int | float):
        return float(time)
    try:
        return datetime.fromisoformat(str(time).replace(" UTC", "+00:00").replace("Z", "+00:00")).timestamp()
    except ValueError:
        return 0.0
