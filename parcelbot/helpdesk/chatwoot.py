"""Deliver cases to Chatwoot through its application API; what agents do there comes back over `web/hooks.py`.

The case becomes a conversation in an inbox of the kind "API": what shopper and assistant said as incoming
messages, everything for agents only (the summary, what a colleague answered in our own inbox) as private
notes. Nothing goes out as "outgoing": that is what Chatwoot hands back to us for the shopper.

Sources: developers.chatwoot.com/api-reference (contacts/search, contacts/create, conversations/create,
conversations/toggle-status, conversations/toggle-priority, conversation-labels, messages/create) and
chatwoot/chatwoot: app/controllers/api/v1/accounts/conversations_controller.rb (`handle_human_open`: opening as
an agent assigns to that agent; `toggle_priority`), app/builders/messages/message_builder.rb (`source_id` is
stored), app/finders/message_finder.rb (20 newest, `before`), issue 15743 (`echo_id` is no idempotency key),
app/controllers/concerns/request_exception_handler.rb (error bodies), config/initializers/rack_attack.rb (429).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Priority, TicketStatus
from parcelbot.core.handover.views import author_words
from parcelbot.core.outgoing.deliveries import Delivery
from parcelbot.helpdesk import case_text
from parcelbot.helpdesk.deliver_once import deliver_once
from parcelbot.helpdesk.http import UNPROCESSABLE, Refused, Transport
from parcelbot.helpdesk.protocol import CaseCopy

NAME = "chatwoot"

PRIORITIES: Mapping[Priority, str] = {
    Priority.NORMAL: "medium",
    Priority.HIGH: "high",
    Priority.URGENT: "urgent",
}

#: Chatwoot's "pending" is the bot's and its "snoozed" hides the conversation, so both of ours stay open there.
STATUSES: Mapping[TicketStatus, str] = {
    TicketStatus.NEW: "open",
    TicketStatus.OPEN: "open",
    TicketStatus.PENDING: "open",
    TicketStatus.ON_HOLD: "open",
    TicketStatus.SOLVED: "resolved",
    TicketStatus.CLOSED: "resolved",
}

#: What the `source_id` of everything that we write there begins with.
OURS = "parcelbot:"
#: The conversation's custom attribute that holds our reference.
REFERENCE = "ticket_reference"

_MOST_PAGES = 100
_CLOCK_DIFFERENCE = timedelta(hours=1)


@dataclass(frozen=True)
class Chatwoot:
    """A `Destination`: one API inbox of one Chatwoot account."""

    transport: Transport
    account_id: int
    inbox_id: int
    name: str = field(default=NAME, init=False)

    @staticmethod
    def at(url: str, token: str, account_id: int, inbox_id: int) -> Chatwoot:
        """Connect to inbox `inbox_id` of the installation at `url`, with an administrator's access token."""
        settings = "CHATWOOT_URL, CHATWOOT_TOKEN, CHATWOOT_ACCOUNT and CHATWOOT_INBOX"
        # Documented with underscores, which proxies drop; Rails takes hyphens for the same.
        return Chatwoot(Transport("Chatwoot", url, settings, {"api-access-token": token}), account_id, inbox_id)

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
        """Deliver, and return the conversation's number there; see `Destination`."""
        return deliver_once(self, delivery, case, remote_id)

    def find(self, case: CaseCopy) -> str:
        """Find the conversation that carries our reference; "" without one."""
        contact = self._find_contact(case)
        return self._find_conversation(contact, case) if contact else ""

    def open(self, delivery: Delivery, case: CaseCopy) -> str:
        """Create contact and conversation and fill it; what an earlier attempt left undone is finished.

        The summary comes last: it marks that everything is there.
        """
        contact = self._find_contact(case) or self._create_contact(case)
        known = self._find_conversation(contact, case) or self._create_conversation(contact, case)
        there = set(self._source_ids(known, delivery))
        for message in case.messages:
            source_id = f"{OURS}message:{case.ticket.reference}:{message.seq}"
            if source_id not in there:
                self._say(known, _spoken(message, source_id, case.link))
        if _source_id(delivery) not in there:
            self._set_labels(known, case)
            self.add_update(known, delivery, case)
        return known

    def holds(self, remote_id: str, delivery: Delivery) -> bool:
        """Return True when a message there carries this delivery's key."""
        return any(source_id == _source_id(delivery) for source_id in self._source_ids(remote_id, delivery))

    def add_update(self, remote_id: str, delivery: Delivery, case: CaseCopy) -> None:
        """Set the priority and add the summary as it is now; the latter last, as the mark that both are done."""
        priority = PRIORITIES[case.ticket.draft.priority]
        self.transport.post(f"{self._conversation(remote_id)}/toggle_priority", {"priority": priority})
        self._say(remote_id, _note(case_text.summary(case), _source_id(delivery)))

    def add_line(self, remote_id: str, delivery: Delivery, said: Message, case: CaseCopy) -> None:
        """Add one line of the conversation."""
        self._say(remote_id, _spoken(said, _source_id(delivery), case.link))

    def set_status(self, remote_id: str, status: TicketStatus) -> None:
        """Open or resolve; one that stands there already is left alone, for opening can assign it to us."""
        wanted = STATUSES[status]
        there = self.transport.get(self._conversation(remote_id))["status"]
        if there != wanted and not (wanted == "open" and there in ("pending", "snoozed")):
            self.transport.post(f"{self._conversation(remote_id)}/toggle_status", {"status": wanted})

    def _find_contact(self, case: CaseCopy) -> int:
        """Find the contact by the shopper's e-mail or, without one, by our conversation; 0 for none."""
        wanted = _contact(case)
        key = "email" if "email" in wanted else "identifier"
        found = self.transport.get(f"{self._account}/contacts/search", q=wanted[key])["payload"]
        same = (contact for contact in found if (contact.get(key) or "").lower() == wanted[key].lower())
        return next((int(contact["id"]) for contact in same), 0)

    def _create_contact(self, case: CaseCopy) -> int:
        try:
            answer = self.transport.post(f"{self._account}/contacts", {"inbox_id": self.inbox_id, **_contact(case)})
        except Refused as refused:
            # Somebody else made it between our look and our call.
            known = self._find_contact(case) if refused.status == UNPROCESSABLE else 0
            if not known:
                raise
            return known
        return int(answer["payload"]["contact"]["id"])

    def _find_conversation(self, contact: int, case: CaseCopy) -> str:
        found = self.transport.get(f"{self._account}/contacts/{contact}/conversations")["payload"]
        reference = case.ticket.reference
        ours = (one for one in found if (one.get("custom_attributes") or {}).get(REFERENCE) == reference)
        return next((str(one["id"]) for one in ours), "")

    def _create_conversation(self, contact: int, case: CaseCopy) -> str:
        draft = case.ticket.draft
        body = {
            "inbox_id": self.inbox_id,
            "contact_id": contact,
            "source_id": case.ticket.reference,
            "status": "open",
            "custom_attributes": {
                REFERENCE: case.ticket.reference,
                "order_number": draft.order_number,
                "tracking_number": draft.tracking_number,
                "parcel_inbox": case.link,
            },
        }
        return str(self.transport.post(f"{self._account}/conversations", body)["id"])

    def _set_labels(self, remote_id: str, case: CaseCopy) -> None:
        there = self.transport.get(f"{self._conversation(remote_id)}/labels")["payload"]
        wanted = [*there, *(tag for tag in case_text.tags(case.ticket) if tag not in there)]
        self.transport.post(f"{self._conversation(remote_id)}/labels", {"labels": wanted})

    def _say(self, remote_id: str, message: Mapping[str, Any]) -> None:
        self.transport.post(f"{self._conversation(remote_id)}/messages", message)

    def _source_ids(self, remote_id: str, delivery: Delivery) -> Iterator[str]:
        """List the source ids of what was written there since this delivery exists, newest first."""
        since = (delivery.created_at - _CLOCK_DIFFERENCE).timestamp()
        before: dict[str, str | int] = {}
        for _ in range(_MOST_PAGES):
            page = self.transport.get(f"{self._conversation(remote_id)}/messages", **before)["payload"]
            yield from (message.get("source_id") or "" for message in page)
            if not page or min(message["created_at"] for message in page) < since:
                return
            before = {"before": min(message["id"] for message in page)}

    @property
    def _account(self) -> str:
        return f"/api/v1/accounts/{self.account_id}"

    def _conversation(self, remote_id: str) -> str:
        return f"{self._account}/conversations/{remote_id}"


def _contact(case: CaseCopy) -> dict[str, str]:
    draft = case.ticket.draft
    if draft.email:
        return {"name": draft.email, "email": draft.email}
    return {"name": "Shopper in the chat", "identifier": f"{OURS}{draft.conversation_id}"}


def _source_id(delivery: Delivery) -> str:
    return f"{OURS}{delivery.key}"


def _spoken(message: Message, source_id: str, link: str) -> dict[str, Any]:
    if message.author is Author.AGENT:
        return _note(case_text.line(message, link), source_id)
    text = case_text.said(message, link)
    words = text if message.author is Author.SHOPPER else f"{author_words(message)}: {text}"
    return {"content": words, "message_type": "incoming", "private": False, **_marks(source_id)}


def _note(text: str, source_id: str) -> dict[str, Any]:
    # Chatwoot fills in {{…}} in what goes out, notes included; in a shopper's words it must not.
    content = text.replace("{{", "{ {").replace("{%", "{ %")
    return {"content": content, "message_type": "outgoing", "private": True, **_marks(source_id)}


def _marks(source_id: str) -> dict[str, Any]:
    return {"source_id": source_id, "echo_id": source_id}
