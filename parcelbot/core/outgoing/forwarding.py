"""Decide where lines said after a ticket was opened are forwarded, and which deliveries have become needless. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from parcelbot.core.cases.conversation import Author
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryKind

#: Names of destinations: the support mailbox, mail to the shopper about a case, mail about a watched parcel, a
#: browser that is notified of one, the owner's webhook for what the radar finds.
MAILBOX = "email"
SHOPPER_MAIL = "shopper_mail"
NEWS_MAIL = "news_mail"
BROWSER_PUSH = "browser_push"
RADAR_HOOK = "radar_hook"

#: Mail is for those who do not look: it waits this long for them to see the line in the chat or the inbox.
MAIL_DELAY = timedelta(minutes=2)

#: A notification waits only for a page that is open just now.
PUSH_DELAY = timedelta(seconds=10)

_END = (TicketStatus.SOLVED.value, TicketStatus.CLOSED.value)


@dataclass(frozen=True)
class ReadMarks:
    """The seqs up to which the shopper's page has shown the conversation, and up to which an agent has read it."""

    shopper: int = 0
    agents: int = 0


_SEEN_IN_CHAT = (DeliveryKind.REPLY_MAIL, DeliveryKind.NEWS_MAIL, DeliveryKind.NEWS_PUSH)


def is_forwarded(destination: str, author: Author, echo_id: str) -> bool:
    """True when a line goes to the destination: all lines of people do, unless they came from there.

    The mailbox gets the shopper's lines only; agents know what agents write.
    """
    if author is Author.BOT or echo_id.startswith(f"{destination}:"):
        return False
    return author is Author.SHOPPER or destination != MAILBOX


def why_needless(delivery: Delivery, read_marks: ReadMarks) -> str:
    """Say why the delivery need not be made any more; "" when it must be made."""
    seq = delivery.payload.get("seq", 0)
    if delivery.kind in _SEEN_IN_CHAT and read_marks.shopper >= seq:
        return "the shopper has seen it in the chat"
    if delivery.destination != MAILBOX:
        return ""
    if delivery.kind is DeliveryKind.MESSAGE and read_marks.agents >= seq:
        return "an agent has read it in the inbox"
    if delivery.kind is DeliveryKind.STATUS and delivery.payload.get("status") not in _END:
        return "the mailbox is told of a case's end only"
    return ""
