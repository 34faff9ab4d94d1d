"""Chatwoot: contacts, conversations and messages of its application API, and what its webhooks say."""

from __future__ import annotations

import hashlib
import hmac
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, jsonify, request

from tests.support.vendors.server import Faults, VendorError, VendorServer

TOKEN, ACCOUNT, INBOX = "chatwoot-token", 1, 3

_TYPES = {"incoming": 0, "outgoing": 1}
_PAGE = 20
_BASE = f"/api/v1/accounts/{ACCOUNT}"


def error_body(status: int, message: str) -> dict[str, Any]:
    return {"error": message}


@dataclass
class ChatwootServer(VendorServer):
    """The API in memory. `conversations` by number, each with its `messages`.

    `now_s` is Chatwoot's clock. The token is an administrator's: opening a conversation assigns it to nobody.
    """

    now_s: Callable[[], float] = lambda: 0.0
    app: Flask = field(default_factory=lambda: Flask("chatwoot"))
    faults: Faults = field(default_factory=lambda: Faults(error_body))
    contacts: dict[int, dict[str, Any]] = field(default_factory=dict)
    conversations: dict[int, dict[str, Any]] = field(default_factory=dict)
    #: What would have reached the shopper's side through the inbox's webhook.
    sent_out: list[dict[str, Any]] = field(default_factory=list)
    _ids: Any = field(default_factory=lambda: itertools.count(100))

    def __post_init__(self) -> None:
        self.app.before_request(self._authenticate)
        here = f"{_BASE}/conversations/<int:number>"
        self.app.get(f"{_BASE}/contacts/search")(self._search)
        self.app.post(f"{_BASE}/contacts")(self._create_contact)
        self.app.get(f"{_BASE}/contacts/<int:contact_id>/conversations")(self._of_contact)
        self.app.post(f"{_BASE}/conversations")(self._create)
        self.app.get(here)(self._show)
        self.app.post(f"{here}/messages")(self._say)
        self.app.get(f"{here}/messages", endpoint="messages")(self._messages)
        self.app.post(f"{here}/labels")(self._set_labels)
        self.app.get(f"{here}/labels", endpoint="labels")(self._labels)
        self.app.post(f"{here}/toggle_priority")(self._priority)
        self.app.post(f"{here}/toggle_status")(self._status)
        super().__post_init__()

    def _authenticate(self) -> None:
        if request.environ.get("HTTP_API_ACCESS_TOKEN") != TOKEN:
            raise VendorError(401, {"error": "Invalid Access Token"})

    def _conversation(self, number: int) -> dict[str, Any]:
        if number not in self.conversations:
            raise VendorError(404, {"error": "Resource could not be found"})
        return self.conversations[number]

    def _search(self) -> Response:
        wanted = request.args["q"].lower()
        texts = {id_: [contact.get("email"), contact.get("identifier")] for id_, contact in self.contacts.items()}
        found = [self.contacts[i] for i, of in texts.items() if any(wanted in text.lower() for text in of if text)]
        return jsonify(meta={"count": len(found), "current_page": 1}, payload=found[:15])

    def _create_contact(self) -> Response:
        sent = request.get_json()
        for name, label in (("email", "Email"), ("identifier", "Identifier")):
            if sent.get(name) and any(c.get(name) == sent[name] for c in self.contacts.values()):
                raise VendorError(422, {"message": f"{label} has already been taken", "attributes": [name]})
        if sent.get("email") and "@" not in sent["email"]:
            raise VendorError(422, {"message": "Email Invalid email", "attributes": ["email"]})
        contact = {"id": next(self._ids), **{name: sent.get(name) for name in ("name", "email", "identifier")}}
        self.contacts[contact["id"]] = contact
        inbox = {"inbox": {"id": sent.get("inbox_id")}, "source_id": "generated"}
        return jsonify(payload={"contact": contact, "contact_inbox": inbox})

    def _of_contact(self, contact_id: int) -> Response:
        of = [one for one in reversed(self.conversations.values()) if one["contact_id"] == contact_id]
        return jsonify(payload=[_public(one) for one in of[:20]])

    def _create(self) -> Response:
        sent = request.get_json()
        if sent.get("inbox_id") != INBOX or sent.get("contact_id") not in self.contacts:
            raise VendorError(404, {"error": "Resource could not be found"})
        number = len(self.conversations) + 1
        kept = {name: sent[name] for name in ("contact_id", "source_id", "status", "custom_attributes")}
        self.conversations[number] = {"id": number, **kept, "labels": [], "priority": None, "messages": []}
        return jsonify(_public(self.conversations[number]))

    def _show(self, number: int) -> Response:
        return jsonify(_public(self._conversation(number)))

    def _say(self, number: int) -> Response:
        sent, conversation = request.get_json(), self._conversation(number)
        if sent["message_type"] not in _TYPES:
            raise VendorError(422, {"error": f"'{sent['message_type']}' is not a valid message_type"})
        message = {
            "id": next(self._ids),
            "content": sent["content"],
            "message_type": _TYPES[sent["message_type"]],
            "private": sent["private"],
            "source_id": sent.get("source_id"),
            "created_at": int(self.now_s()),
        }
        conversation["messages"].append(message)
        if message["message_type"] == _TYPES["outgoing"] and not message["private"]:
            self.sent_out.append(message)
        # echo_id comes back and is not kept
        return jsonify({**message, "echo_id": sent.get("echo_id")})

    def _messages(self, number: int) -> Response:
        before = int(request.args.get("before", 1_000_000))
        older = [message for message in self._conversation(number)["messages"] if message["id"] < before]
        return jsonify(meta={}, payload=older[-_PAGE:])

    def _set_labels(self, number: int) -> Response:
        self._conversation(number)["labels"] = request.get_json()["labels"]
        return self._labels(number)

    def _labels(self, number: int) -> Response:
        return jsonify(payload=self._conversation(number)["labels"])

    def _priority(self, number: int) -> Response:
        priority = request.get_json()["priority"]
        if priority not in ("urgent", "high", "medium", "low", None):
            raise VendorError(422, {"error": f"'{priority}' is not a valid priority"})
        self._conversation(number)["priority"] = priority
        return Response(status=200)

    def _status(self, number: int) -> Response:
        status = request.get_json()["status"]
        if status not in ("open", "resolved", "pending", "snoozed"):
            raise VendorError(422, {"error": f"'{status}' is not a valid status"})
        self._conversation(number)["status"] = status
        return jsonify(meta={}, payload={"success": True, "conversation_id": number, "current_status": status})


def _public(conversation: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in conversation.items() if name not in ("messages", "contact_id")}


# ---- what its webhooks send


def spoke(
    conversation: int,
    message_id: int,
    content: str | None,
    *,
    agent: tuple[int, str] = (12, "Ana"),
    conversation_facts: dict[str, Any] | None = None,
    **facts: Any,
) -> dict[str, Any]:
    """`message_created`: an agent wrote, to the shopper unless the facts say otherwise."""
    return {
        "event": "message_created",
        "id": message_id,
        "content": content,
        "created_at": "2026-11-23T09:00:00.000Z",
        "message_type": "outgoing",
        "content_type": "text",
        "content_attributes": {},
        "private": False,
        "source_id": None,
        "sender": {"id": agent[0], "name": agent[1], "email": "agent@kossr.example", "type": "user"},
        "conversation": {"id": conversation, "status": "open", "custom_attributes": {}, **(conversation_facts or {})},
        "inbox": {"id": INBOX, "name": "Parcels"},
        "account": {"id": ACCOUNT, "name": "KOSSR"},
        **facts,
    }


def moved(
    conversation: int, status: str, *, at: float = 0.0, agent: tuple[int, str] | None = (12, "Ana"), **facts: Any
) -> dict[str, Any]:
    """`conversation_status_changed`."""
    change = {"status": {"previous_value": "?", "current_value": status}}
    return _changed("conversation_status_changed", conversation, status, change, at, agent, facts)


def assigned(
    conversation: int, agent: tuple[int, str] | None, *, at: float = 0.0, status: str = "open", **facts: Any
) -> dict[str, Any]:
    """`conversation_updated` of the assignee."""
    change = {"assignee_id": {"previous_value": None, "current_value": agent and agent[0]}}
    return _changed("conversation_updated", conversation, status, change, at, agent, facts)


def _changed(
    event: str,
    conversation: int,
    status: str,
    change: dict[str, Any],
    at: float,
    agent: tuple[int, str] | None,
    facts: dict[str, Any],
) -> dict[str, Any]:
    assignee = {"id": agent[0], "name": agent[1], "type": "user"} if agent else None
    return {
        "event": event,
        "id": conversation,
        "inbox_id": INBOX,
        "status": status,
        "custom_attributes": {},
        "meta": {"assignee": assignee, "sender": {"id": 100, "type": "contact"}},
        "changed_attributes": [change],
        "updated_at": at,
        "timestamp": int(at),
        **facts,
    }


def signature(secret: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The headers of a signed webhook."""
    signed = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Chatwoot-Timestamp": str(timestamp), "X-Chatwoot-Signature": f"sha256={signed}"}
