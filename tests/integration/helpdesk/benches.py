"""The three helpdesks seen alike: a client, the server it talks to, and what has arrived there."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from parcelbot.core.cases.conversation import Author, Message
from parcelbot.core.cases.tickets import Priority, Ticket, TicketDraft, TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryKind
from parcelbot.helpdesk.chatwoot import Chatwoot
from parcelbot.helpdesk.gorgias import Gorgias
from parcelbot.helpdesk.protocol import CaseCopy, Destination
from parcelbot.helpdesk.zendesk import Zendesk
from tests.support.vendors import chatwoot, gorgias, zendesk
from tests.support.vendors.server import VendorServer

NOW = datetime(2026, 11, 22, 14, 3, tzinfo=timezone.utc)
EMAIL = "anna@example.com"
LINK = "http://127.0.0.1:8080/inbox/tickets/KT-7QF3MX"

#: How long a client waits for an answer: on a busy machine, and where a test knows that none will come.
PATIENT_S, HASTY_S = 30.0, 0.4


@dataclass(frozen=True)
class Arrived:
    """A ticket as agents there see it; `texts` in the order of arrival, as plain text."""

    remote_id: str
    reference: str
    status: str
    priority: str
    texts: list[str]


@dataclass
class Bench:
    """A destination, the server behind it and a way to look into that."""

    destination: Destination
    server: VendorServer
    arrived: Callable[[], list[Arrived]]

    @property
    def only(self) -> Arrived:
        (one,) = self.arrived()
        return one

    @property
    def name(self) -> str:
        """A bench passes for the destination it has."""
        return self.destination.name

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str = "") -> str:
        wait_s = HASTY_S if self.server.faults.holds_up else PATIENT_S
        return _waiting(self.destination, wait_s).deliver(delivery, case, remote_id)

    def times(self, words: str) -> int:
        """How often the words stand in everything that has arrived."""
        return sum(text.count(words) for one in self.arrived() for text in one.texts)


def zendesk_bench() -> Bench:
    server = zendesk.ZendeskServer()

    def arrived() -> list[Arrived]:
        return [
            Arrived(
                str(number),
                ticket["external_id"],
                ticket["status"],
                ticket["priority"],
                [plain(comment["html_body"]) for comment in ticket["comments"]],
            )
            for number, ticket in server.tickets.items()
        ]

    client = Zendesk.at(server.url, zendesk.EMAIL, zendesk.TOKEN, order_field=360, tracking_field=361)
    return Bench(client, server, arrived)


def gorgias_bench() -> Bench:
    server = gorgias.GorgiasServer()

    def arrived() -> list[Arrived]:
        return [
            Arrived(
                str(ticket_id),
                ticket["external_id"],
                ticket["status"],
                ticket["priority"],
                [message["body_text"] for message in ticket["messages"]],
            )
            for ticket_id, ticket in server.tickets.items()
        ]

    return Bench(Gorgias.at(server.url, gorgias.EMAIL, gorgias.KEY), server, arrived)


def chatwoot_bench() -> Bench:
    server = chatwoot.ChatwootServer(now_s=NOW.timestamp)

    def arrived() -> list[Arrived]:
        return [
            Arrived(
                str(number),
                conversation["custom_attributes"]["ticket_reference"],
                conversation["status"],
                conversation["priority"],
                [message["content"] for message in conversation["messages"]],
            )
            for number, conversation in server.conversations.items()
        ]

    client = Chatwoot.at(server.url, chatwoot.TOKEN, chatwoot.ACCOUNT, chatwoot.INBOX)
    return Bench(client, server, arrived)


BENCHES = {"zendesk": zendesk_bench, "gorgias": gorgias_bench, "chatwoot": chatwoot_bench}


def _waiting(client: Any, answer_s: float) -> Destination:
    made: Destination = replace(client, transport=replace(client.transport, answer_s=answer_s))
    return made


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<br>", "\n", markup))


def draft(**changes: Any) -> TicketDraft:
    values: dict[str, Any] = {
        "conversation_id": "web-1",
        "issue": "delivered_not_received",
        "row": "delivered/checked",
        "order_number": "10428",
        "tracking_number": "LP00123456789012",
        "email": EMAIL,
        "verified": True,
        "summary": ("Problem: delivered not received", "Last scan: 2 days ago, Delivered, Leeds"),
    }
    return TicketDraft(**{**values, **changes})


def ticket(reference: str = "KT-7QF3MX", status: TicketStatus = TicketStatus.NEW, **changes: Any) -> Ticket:
    due = NOW + timedelta(hours=4)
    return Ticket(reference, draft(**changes), status, NOW, NOW, due)


def message(seq: int, text: str, author: Author = Author.SHOPPER, **more: Any) -> Message:
    return Message("web-1", seq, author, NOW + timedelta(seconds=seq), text, **more)


TALK = (
    message(1, "my parcel says delivered but it is not here"),
    message(2, "I am sorry to hear that. Have you asked your neighbours?", Author.BOT),
    message(3, "yes, all of them"),
)


def copy(of: Ticket, said: Message | None = None, messages: tuple[Message, ...] = TALK) -> CaseCopy:
    return CaseCopy(of, messages, said, LINK)


def delivery(kind: DeliveryKind, of: Ticket, key: str = "", attempts: int = 1, **payload: Any) -> Delivery:
    made = key or f"{kind.value}:{of.reference}:{payload.get('seq', NOW.isoformat())}"
    return Delivery(1, "somewhere", kind, of.reference, made, payload, attempts, NOW)


def opening(of: Ticket, attempts: int = 1) -> Delivery:
    return delivery(DeliveryKind.TICKET, of, attempts=attempts)


def saying(of: Ticket, said: Message, attempts: int = 1) -> Delivery:
    return delivery(DeliveryKind.MESSAGE, of, attempts=attempts, seq=said.seq)


def status_of(of: Ticket) -> Delivery:
    return delivery(DeliveryKind.STATUS, of)


def urgent(of: Ticket) -> Ticket:
    return replace(of, draft=replace(of.draft, priority=Priority.URGENT))
