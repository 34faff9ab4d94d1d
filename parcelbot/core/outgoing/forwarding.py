"""What is said after a ticket was opened: where it is sent on, and when that has become needless. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryKind

#: The support mailbox, and mail to the shopper.
MAILBOX = "email"
SHOPPER_MAIL = "shopper_mail"

#: Mail is for who does not look: who does has this long to see it in the chat or the inbox.
MAIL_DELAY = timedelta(minutes=2)

_END = (TicketStatus.SOLVED.value, TicketStatus.CLOSED.value)


@dataclass(frozen=True)
class ReadMarks:
    """How far the shopper's page has shown the conversation, and how far an agent has read it, as seqs."""

    shopper: int = 0
    agents: int = 0


def is_forwarded(destination: str, author: Author, echo_id: str) -> bool:
    """True when a line goes to the destination: people's lines do, unless they came from there.

    The mailbox gets the shopper's only: what agents write, agents know.
    """
    if author is Author.BOT or echo_id.startswith(f"{destination}:"):
        return False
    return author is Author.SHOPPER or destination != MAILBOX


def why_needless(delivery: Delivery, read_marks: ReadMarks) -> str:
    """Why the delivery need not be made any more; "" when it must."""
    seq = delivery.payload.get("seq", 0)
    if delivery.kind is DeliveryKind.REPLY_MAIL and read_marks.shopper >= seq:
        return "the shopper has seen it in the chat"
    if delivery.destination != MAILBOX:
        return ""
    if delivery.kind is DeliveryKind.MESSAGE and read_marks.agents >= seq:
        return "an agent has read it in the inbox"
    if delivery.kind is DeliveryKind.STATUS and delivery.payload.get("status") not in _END:
        return "the mailbox is told of a case's end only"
    return ""
