"""Deliver cases to Gorgias, through its REST API.

The conversation arrives as it was: what the shopper said as incoming messages, everything else as internal
notes, so that Gorgias itself never writes to the shopper. Sources, on developers.gorgias.com:
/reference/create-ticket (messages, `external_id` of ticket and message), /reference/list-tickets (by
`external_id`), /reference/create-ticket-message (internal notes are not sent), /reference/list-messages,
/reference/update-ticket (status open or closed), /docs/create-a-new-message-in-ticket-via-api (who is sender),
/reference/limitations (40 calls in 20 s, `Retry-after`); error bodies are {"error": {"msg", "data"}}.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed
from parcelbot.helpdesk import case_text
from parcelbot.helpdesk.deliver_once import deliver_once, oldest_id, open_once
from parcelbot.helpdesk.http import CONFLICT, Refused, Transport
from parcelbot.helpdesk.protocol import CaseCopy

PRIORITIES: Mapping[Priority, str] = {
    Priority.NORMAL: "normal",
    Priority.HIGH: "high",
    Priority.URGENT: "critical",
}

#: Gorgias knows two.
STATUSES: Mapping[TicketStatus, str] = {
    TicketStatus.NEW: "open",
    TicketStatus.OPEN: "open",
    TicketStatus.PENDING: "open",
    TicketStatus.ON_HOLD: "open",
    TicketStatus.SOLVED: "closed",
    TicketStatus.CLOSED: "closed",
}

#: A new ticket may have 500 messages, and the summary is one.
MAX_MESSAGES = 499

_MOST_PAGES = 50


@dataclass(frozen=True)
class Gorgias:
    """A `Destination`: one Gorgias account; `email` is the user's that the API key belongs to."""

    transport: Transport
    email: str
    name: str = field(default="gorgias", init=False)

    @staticmethod
    def at(url: str, email: str, key: str) -> Gorgias:
        """Connect to the account at `https://<shop>.gorgias.com`, with the API key of its user `email`."""
        settings = "GORGIAS_URL, GORGIAS_EMAIL and GORGIAS_KEY"
        return Gorgias(Transport("Gorgias", url, settings, account=(email, key)), email)

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
        """Deliver, and return the ticket's id there; see `Destination`."""
        return deliver_once(self, delivery, case, remote_id)

    def find(self, case: CaseCopy) -> str:
        """Find the oldest ticket that carries our reference; "" without one."""
        answer = self.transport.get("/api/tickets", external_id=case.ticket.reference, limit=100)
        return oldest_id(answer["data"])

    def open(self, delivery: Delivery, case: CaseCopy) -> str:
        """Create the ticket; one that is there already gets what is new in this delivery."""
        return open_once(self, delivery, case, self._create)

    def holds(self, remote_id: str, delivery: Delivery) -> bool:
        """Return True when a message there carries this delivery's key."""
        return any(key == delivery.key for key in self._keys(remote_id))

    def add_update(self, remote_id: str, delivery: Delivery, case: CaseCopy) -> None:
        """Set the priority and add the summary as it is now; the latter last, as the mark that both are done."""
        self._update(remote_id, {"priority": PRIORITIES[case.ticket.draft.priority]})
        self._say(remote_id, self._note(case_text.update(case), delivery.key))

    def add_line(self, remote_id: str, delivery: Delivery, said: Message, case: CaseCopy) -> None:
        """Add one line of the conversation."""
        self._say(remote_id, self._message(said, delivery.key, case))

    def set_status(self, remote_id: str, status: TicketStatus) -> None:
        """Open or close it."""
        self._update(remote_id, {"status": STATUSES[status]})

    def _create(self, delivery: Delivery, case: CaseCopy) -> str:
        try:
            return str(self.transport.post("/api/tickets", self._ticket(delivery, case))["id"])
        except Refused as refused:
            known = self.find(case) if refused.status == CONFLICT else ""
            if not known:
                raise
            return known

    def _ticket(self, delivery: Delivery, case: CaseCopy) -> dict[str, Any]:
        ticket = case.ticket
        email = ticket.draft.email
        lines = [
            {**self._message(message, f"{ticket.reference}:{message.seq}", case), "created_datetime": _time(message)}
            for message in case.messages[-MAX_MESSAGES:]
        ]
        return {
            "external_id": ticket.reference,
            "subject": case_text.subject(ticket),
            "channel": "api",
            "via": "api",
            "from_agent": False,
            "status": "open",
            "priority": PRIORITIES[ticket.draft.priority],
            "tags": [{"name": tag} for tag in case_text.tags(ticket)],
            **({"customer": {"email": email}} if email else {}),
            "messages": [*lines, self._note(case_text.summary(case), delivery.key)],
        }

    def _message(self, message: Message, key: str, case: CaseCopy) -> dict[str, Any]:
        email = case.ticket.draft.email
        if message.author is not Author.SHOPPER or not email:
            return self._note(case_text.line(message, case.link), key)
        return {
            "channel": "api",
            "via": "api",
            "from_agent": False,
            "sender": {"email": email},
            "external_id": key,
            **_body(case_text.said(message, case.link)),
        }

    def _note(self, text: str, key: str) -> dict[str, Any]:
        return {
            "channel": "internal-note",
            "via": "api",
            "from_agent": True,
            "public": False,
            "sender": {"email": self.email},
            "external_id": key,
            **_body(text),
        }

    def _say(self, remote_id: str, message: Mapping[str, Any]) -> None:
        self.transport.post(f"/api/tickets/{_number(remote_id)}/messages", message)

    def _update(self, remote_id: str, change: Mapping[str, Any]) -> None:
        self.transport.put(f"/api/tickets/{_number(remote_id)}", change)

    def _keys(self, remote_id: str) -> Iterator[str]:
        page: dict[str, str | int] = {"ticket_id": _number(remote_id), "limit": 100}
        for _ in range(_MOST_PAGES):
            answer = self.transport.get("/api/messages", **page)
            for message in answer["data"]:
                yield message.get("external_id") or ""
            cursor = (answer.get("meta") or {}).get("next_cursor")
            if not cursor:
                return
            page["cursor"] = cursor


def _body(text: str) -> dict[str, str]:
    return {"body_text": text, "body_html": case_text.to_html(text)}


def _time(message: Message) -> str:
    return message.at.isoformat()


def _number(remote_id: str) -> int:
    if not remote_id.isdigit():
        raise DeliveryFailed(f"{remote_id!r} is no ticket of Gorgias.", permanent=True)
    return int(remote_id)
