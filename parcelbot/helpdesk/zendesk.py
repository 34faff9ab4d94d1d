"""Deliver cases to Zendesk Support, through its Ticketing API v2.

Everything goes in as private comments: a public one would be mailed to the shopper by Zendesk's own triggers,
while our inbox answers in the chat. Sources, on developer.zendesk.com:
/api-reference/ticketing/tickets/tickets/ (create, update, list by external id),
/api-reference/ticketing/introduction/#idempotency (a key holds for two hours, and for the same body only),
/api-reference/ticketing/tickets/ticket_audits/ and /documentation/ticketing/managing-tickets/
creating-and-updating-tickets/#setting-metadata (metadata of an update, by which it is recognised again),
/api-reference/introduction/requests/ (status codes); support.zendesk.com article 4408894213018 (system rules:
never back to new, nothing solved without an assignee, closed is final).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed
from parcelbot.helpdesk import case_text
from parcelbot.helpdesk.deliver_once import deliver_once, oldest_id, open_once
from parcelbot.helpdesk.http import CONFLICT, Refused, Transport
from parcelbot.helpdesk.protocol import CaseCopy

PRIORITIES: Mapping[Priority, str] = {
    Priority.NORMAL: "normal",
    Priority.HIGH: "high",
    Priority.URGENT: "urgent",
}

#: "hold" has to be switched on in Zendesk. "closed" is for Zendesk's own automations: it cannot be undone.
STATUSES: Mapping[TicketStatus, str] = {
    TicketStatus.NEW: "open",
    TicketStatus.OPEN: "open",
    TicketStatus.PENDING: "pending",
    TicketStatus.ON_HOLD: "hold",
    TicketStatus.SOLVED: "solved",
    TicketStatus.CLOSED: "solved",
}

#: A comment may have 65,535 bytes; the summary needs some of them.
MAX_TRANSCRIPT_BYTES = 50_000

_KEY = "parcelbot_key"
_REUSED_KEY = "IdempotentRequestError"
_MOST_PAGES = 50


@dataclass(frozen=True)
class Zendesk:
    """A `Destination`: one Zendesk account.

    `email` is the account's that the API token belongs to. `order_field` and `tracking_field` are ids of custom
    ticket fields that show the order and the tracking number, 0 for none.
    """

    transport: Transport
    email: str
    order_field: int = 0
    tracking_field: int = 0
    name: str = field(default="zendesk", init=False)

    @staticmethod
    def at(url: str, email: str, token: str, **fields: int) -> Zendesk:
        """Connect to the account at `https://<shop>.zendesk.com`, with an API token of its agent `email`."""
        settings = "ZENDESK_URL, ZENDESK_EMAIL and ZENDESK_TOKEN"
        return Zendesk(Transport("Zendesk", url, settings, account=(f"{email}/token", token)), email, **fields)

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
        """Deliver, and return the ticket's number there; see `Destination`."""
        return deliver_once(self, delivery, case, remote_id)

    def find(self, case: CaseCopy) -> str:
        """Find the oldest ticket that carries our reference; "" without one."""
        answer = self.transport.get("/api/v2/tickets.json", external_id=case.ticket.reference)
        return oldest_id(answer.get("tickets", ()))

    def open(self, delivery: Delivery, case: CaseCopy) -> str:
        """Create the ticket; one that is there already gets what is new in this delivery."""
        return open_once(self, delivery, case, self._create)

    def holds(self, remote_id: str, delivery: Delivery) -> bool:
        """Return True when an update there carries this delivery's key."""
        return any(key == delivery.key for key in self._keys(remote_id))

    def add_update(self, remote_id: str, delivery: Delivery, case: CaseCopy) -> None:
        """Add the summary as it is now, and the priority."""
        self._update(
            remote_id,
            {
                "priority": PRIORITIES[case.ticket.draft.priority],
                "comment": _note(case_text.to_html(case_text.update(case))),
                "metadata": {_KEY: delivery.key},
            },
        )

    def add_line(self, remote_id: str, delivery: Delivery, said: Message, case: CaseCopy) -> None:
        """Add one line of the conversation."""
        html = case_text.to_html(f"{case_text.line(said, case.link)}\n\n{case.link}")
        self._update(remote_id, {"comment": _note(html), "metadata": {_KEY: delivery.key}})

    def set_status(self, remote_id: str, status: TicketStatus) -> None:
        """Set the status; solving makes our account the assignee when nobody is."""
        there, wanted = self._read(remote_id), STATUSES[status]
        if there["status"] in (wanted, "closed") and not (there["status"] == "closed" and status.active):
            return
        change: dict[str, Any] = {"status": wanted}
        if wanted == "solved" and not there.get("assignee_id"):
            change["assignee_email"] = self.email
        self._update(remote_id, change)

    def _create(self, delivery: Delivery, case: CaseCopy) -> str:
        try:
            answer = self.transport.post(
                "/api/v2/tickets.json", {"ticket": self._ticket(delivery, case)}, {"Idempotency-Key": delivery.key}
            )
        except Refused as refused:
            if refused.status != CONFLICT and not _reused_key(refused):
                raise
            # It was stored by an attempt whose answer was lost, or is being stored at this moment.
            known = self.find(case)
            if not known:
                raise DeliveryFailed(str(refused)) from refused
            return known
        return str(answer["ticket"]["id"])

    def _ticket(self, delivery: Delivery, case: CaseCopy) -> dict[str, Any]:
        ticket = case.ticket
        ticket_body: dict[str, Any] = {
            "external_id": ticket.reference,
            "subject": case_text.subject(ticket),
            "priority": PRIORITIES[ticket.draft.priority],
            "tags": case_text.tags(ticket),
            "comment": _note(_opening(case)),
            "custom_fields": self._custom_fields(ticket),
            "metadata": {_KEY: delivery.key},
        }
        if ticket.draft.email:
            ticket_body["requester"] = {"name": ticket.draft.email, "email": ticket.draft.email}
        return ticket_body

    def _custom_fields(self, ticket: Ticket) -> list[dict[str, Any]]:
        values = ((self.order_field, ticket.draft.order_number), (self.tracking_field, ticket.draft.tracking_number))
        return [{"id": field_id, "value": value} for field_id, value in values if field_id and value]

    def _read(self, remote_id: str) -> Mapping[str, Any]:
        ticket: Mapping[str, Any] = self.transport.get(f"/api/v2/tickets/{remote_id}.json")["ticket"]
        return ticket

    def _update(self, remote_id: str, change: Mapping[str, Any]) -> None:
        try:
            self.transport.put(f"/api/v2/tickets/{remote_id}.json", {"ticket": change})
        except Refused as refused:
            if refused.permanent and self._read(remote_id)["status"] == "closed":
                reason = f"Zendesk has closed ticket {remote_id}, and a closed ticket takes no changes: use the inbox."
                raise DeliveryFailed(reason, permanent=True) from refused
            raise

    def _keys(self, remote_id: str) -> Iterator[str]:
        page: dict[str, str | int] = {"page[size]": 100}
        for _ in range(_MOST_PAGES):
            answer = self.transport.get(f"/api/v2/tickets/{remote_id}/audits.json", **page)
            for audit in answer["audits"]:
                yield ((audit.get("metadata") or {}).get("custom") or {}).get(_KEY, "")
            if not answer.get("meta", {}).get("has_more"):
                return
            page["page[after]"] = answer["meta"]["after_cursor"]


def _note(html: str) -> dict[str, Any]:
    return {"html_body": html, "public": False}


def _opening(case: CaseCopy) -> str:
    """Write the summary and the conversation; of a very long one the newest part."""
    lines, size = [], 0
    for message in reversed(case.messages):
        html = case_text.to_html(case_text.line(message, case.link))
        size += len(html.encode())
        if size > MAX_TRANSCRIPT_BYTES:
            lines.append(case_text.to_html(f"What was said before is in the inbox: {case.link}"))
            break
        lines.append(html)
    return "<br><br>".join([case_text.to_html(case_text.summary(case)), *reversed(lines)])


def _reused_key(refused: Refused) -> bool:
    return isinstance(refused.answer, dict) and refused.answer.get("error") == _REUSED_KEY
