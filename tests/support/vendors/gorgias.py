"""Gorgias: tickets and messages of its REST API."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, jsonify, request

from tests.support.vendors.server import Faults, VendorError, VendorServer

EMAIL, KEY = "agent@kossr.example", "gorgias-key"

_PRIORITIES = {"low", "normal", "high", "critical"}
_CHANNELS = {"api", "email", "chat", "internal-note"}
_PAGE = 3


def error_body(status: int, message: str) -> dict[str, Any]:
    return {"error": {"msg": message}}


def invalid(**problems: str) -> VendorError:
    data = {name: [problem] for name, problem in problems.items()}
    return VendorError(400, {"error": {"msg": "Failed to parse the request.", "data": data}})


@dataclass
class GorgiasServer(VendorServer):
    """The API in memory. `tickets` by id, each with its `messages`; messages come in small pages, newest first."""

    app: Flask = field(default_factory=lambda: Flask("gorgias"))
    faults: Faults = field(default_factory=lambda: Faults(error_body))
    tickets: dict[int, dict[str, Any]] = field(default_factory=dict)
    #: What Gorgias would have mailed to a customer.
    sent_out: list[dict[str, Any]] = field(default_factory=list)
    _ids: Any = field(default_factory=lambda: itertools.count(4711))

    def __post_init__(self) -> None:
        self.app.before_request(self._authenticate)
        self.app.get("/api/tickets")(self._list)
        self.app.post("/api/tickets")(self._create)
        self.app.put("/api/tickets/<int:ticket_id>")(self._update)
        self.app.post("/api/tickets/<int:ticket_id>/messages")(self._say)
        self.app.get("/api/messages")(self._messages)
        super().__post_init__()

    def _authenticate(self) -> None:
        sent = request.authorization
        if sent is None or (sent.username, sent.password) != (EMAIL, KEY):
            raise VendorError(401, error_body(401, "Please log in or provide a valid API key."))

    def _ticket(self, ticket_id: int) -> dict[str, Any]:
        if ticket_id not in self.tickets:
            raise VendorError(404, error_body(404, "The ticket does not exist."))
        return self.tickets[ticket_id]

    def _list(self) -> Response:
        wanted = request.args["external_id"]
        found = [_public(ticket) for ticket in self.tickets.values() if ticket["external_id"] == wanted]
        return jsonify(object="list", data=found, meta={"next_cursor": None, "prev_cursor": None})

    def _create(self) -> tuple[Response, int]:
        sent = request.get_json()
        if not 1 <= len(sent.get("messages", [])) <= 500:
            raise invalid(messages="Length must be between 1 and 500.")
        if sent.get("priority") not in _PRIORITIES:
            raise invalid(priority="Not a valid choice.")
        if "customer" in sent and "@" not in sent["customer"]["email"]:
            raise invalid(customer="Not a valid email address.")
        ticket = {**sent, "id": next(self._ids), "messages": []}
        for message in sent["messages"]:
            self._add(ticket, message)
        self.tickets[ticket["id"]] = ticket
        return jsonify(_public(ticket)), 201

    def _update(self, ticket_id: int) -> tuple[Response, int]:
        ticket, sent = self._ticket(ticket_id), request.get_json()
        if sent.get("status", "open") not in ("open", "closed"):
            raise invalid(status="Not a valid choice.")
        if sent.get("priority", "normal") not in _PRIORITIES:
            raise invalid(priority="Not a valid choice.")
        ticket.update(sent)
        return jsonify(_public(ticket)), 202

    def _say(self, ticket_id: int) -> tuple[Response, int]:
        return jsonify(self._add(self._ticket(ticket_id), request.get_json())), 201

    def _add(self, ticket: dict[str, Any], message: dict[str, Any]) -> dict[str, Any]:
        missing = [name for name in ("channel", "via", "from_agent", "sender") if name not in message]
        if missing or message["channel"] not in _CHANNELS:
            raise invalid(**dict.fromkeys(missing or ["channel"], "Missing data for required field."))
        if message["channel"] == "internal-note" and message.get("public", True):
            raise invalid(public="An internal note is not public.")
        kept = {**message, "id": next(self._ids)}
        if message["from_agent"] and message["channel"] != "internal-note" and not message.get("sent_datetime"):
            self.sent_out.append(kept)
        ticket["messages"].append(kept)
        return kept

    def _messages(self) -> Response:
        start = int(request.args.get("cursor", 0))
        size = min(int(request.args["limit"]), _PAGE)
        newest_first = self._ticket(int(request.args["ticket_id"]))["messages"][::-1]
        more = start + size < len(newest_first)
        meta = {"next_cursor": str(start + size) if more else None, "prev_cursor": None}
        return jsonify(object="list", data=newest_first[start : start + size], meta=meta)


def _public(ticket: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in ticket.items() if name != "messages"}
