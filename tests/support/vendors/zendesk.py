"""Zendesk Support: tickets, comments and audits of its Ticketing API v2."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, jsonify, request

from tests.support.vendors.server import Faults, VendorError, VendorServer

EMAIL, TOKEN = "agent@kossr.example", "zendesk-token"

_STATUSES = {"new", "open", "pending", "hold", "solved", "closed"}
_PRIORITIES = {"low", "normal", "high", "urgent"}
_PAGE = 3


def error_body(status: int, message: str) -> dict[str, Any]:
    names = {401: "Couldn't authenticate you", 404: "RecordNotFound", 409: "DatabaseConflict", 422: "RecordInvalid"}
    if status == 401:
        return {"error": names[401]}
    return {"error": names.get(status, "Error"), "description": message}


def invalid(name: str, message: str) -> VendorError:
    details = {name: [{"description": message, "error": "InvalidValue"}]}
    body = {"error": "RecordInvalid", "description": "Record validation errors", "details": details}
    return VendorError(422, body)


@dataclass
class ZendeskServer(VendorServer):
    """The API in memory. `tickets` by number, each with its `comments` and `audits`; audits come in small pages."""

    app: Flask = field(default_factory=lambda: Flask("zendesk"))
    faults: Faults = field(default_factory=lambda: Faults(error_body))
    tickets: dict[int, dict[str, Any]] = field(default_factory=dict)
    _keys: dict[str, tuple[str, int]] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: itertools.count(35436))

    def __post_init__(self) -> None:
        self.app.before_request(self._authenticate)
        self.app.get("/api/v2/tickets.json")(self._list)
        self.app.post("/api/v2/tickets.json")(self._create)
        self.app.get("/api/v2/tickets/<int:number>.json")(self._show)
        self.app.put("/api/v2/tickets/<int:number>.json")(self._update)
        self.app.get("/api/v2/tickets/<int:number>/audits.json")(self._audits)
        super().__post_init__()

    def close(self, number: int) -> None:
        """What Zendesk's own automation does to solved tickets after some days."""
        self.tickets[number]["status"] = "closed"

    def forget_keys(self) -> None:
        """Two hours pass."""
        self._keys.clear()

    def _authenticate(self) -> None:
        sent = request.authorization
        if sent is None or (sent.username, sent.password) != (f"{EMAIL}/token", TOKEN):
            raise VendorError(401, error_body(401, ""))

    def _ticket(self, number: int) -> dict[str, Any]:
        if number not in self.tickets:
            raise VendorError(404, error_body(404, "Not found"))
        return self.tickets[number]

    def _list(self) -> Response:
        wanted = request.args["external_id"]
        found = [_public(ticket) for ticket in self.tickets.values() if ticket["external_id"] == wanted]
        return jsonify(tickets=found, next_page=None, previous_page=None, count=len(found))

    def _create(self) -> tuple[Response, int]:
        sent = request.get_json()["ticket"]
        key, body = request.headers.get("Idempotency-Key", ""), json.dumps(sent, sort_keys=True)
        if key in self._keys:
            return self._again(key, body)
        self._check(sent)
        if not sent.get("comment", {}).get("html_body"):
            raise invalid("base", "Description: cannot be blank")
        if "requester" in sent and "@" not in sent["requester"]["email"]:
            raise invalid("requester", f"Requester: Email: {sent['requester']['email']} is not properly formatted")
        number = next(self._numbers)
        kept = {name: sent.get(name) for name in ("external_id", "subject", "priority", "tags", "requester")}
        fields = {"custom_fields": sent.get("custom_fields", []), "status": "new", "assignee_id": None}
        self.tickets[number] = {"id": number, **kept, **fields, "comments": [], "audits": []}
        self._record(self.tickets[number], sent)
        self._keys[key] = (body, number)
        answer = jsonify(ticket=_public(self.tickets[number]))
        answer.headers["x-idempotency-lookup"] = "miss"
        return answer, 201

    def _again(self, key: str, body: str) -> tuple[Response, int]:
        first, number = self._keys[key]
        if first != body:
            description = "Request parameters are different from those used in the first request with the same key"
            raise VendorError(400, {"error": "IdempotentRequestError", "description": description})
        answer = jsonify(ticket=_public(self.tickets[number]))
        answer.headers["x-idempotency-lookup"] = "hit"
        return answer, 201

    def _show(self, number: int) -> Response:
        return jsonify(ticket=_public(self._ticket(number)))

    def _update(self, number: int) -> Response:
        ticket, sent = self._ticket(number), request.get_json()["ticket"]
        if ticket["status"] == "closed":
            raise invalid("status", "Status: closed prevents ticket update")
        self._check(sent)
        if sent.get("status") == "new" != ticket["status"]:
            raise invalid("status", "Status: cannot be set back to new")
        if "assignee_email" in sent:
            ticket["assignee_id"] = 1
        if sent.get("status") == "solved" and not ticket["assignee_id"]:
            raise invalid("base", "Assignee: is required when solving a ticket")
        ticket.update({name: sent[name] for name in ("status", "priority") if name in sent})
        self._record(ticket, sent)
        return jsonify(ticket=_public(ticket))

    def _check(self, sent: dict[str, Any]) -> None:
        if sent.get("status", "open") not in _STATUSES:
            raise invalid("status", f"Status: {sent['status']} is not valid")
        if sent.get("priority", "normal") not in _PRIORITIES:
            raise invalid("priority", f"Priority: {sent['priority']} is not valid")
        if len(sent.get("comment", {}).get("html_body", "").encode()) > 65_535:
            raise invalid("comment", "Comment: is too long")

    def _record(self, ticket: dict[str, Any], sent: dict[str, Any]) -> None:
        if "comment" in sent:
            ticket["comments"].append(sent["comment"])
        custom = sent.get("metadata", {})
        ticket["audits"].append({"id": next(self._numbers), "metadata": {"system": {}, "custom": custom}, "events": []})

    def _audits(self, number: int) -> Response:
        start = int(request.args.get("page[after]", 0))
        size = min(int(request.args["page[size]"]), _PAGE)
        audits = self._ticket(number)["audits"]
        more = start + size < len(audits)
        meta = {"has_more": more, "after_cursor": str(start + size) if more else None}
        return jsonify(audits=audits[start : start + size], meta=meta, links={})


def _public(ticket: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in ticket.items() if name not in ("comments", "audits")}
