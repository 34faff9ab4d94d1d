"""Define what every helpdesk and mailbox is to the worker that delivers to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.outgoing.deliveries import Delivery


@dataclass(frozen=True)
class CaseCopy:
    """A case with all that a destination may tell of it.

    `messages` is what was said, in order, up to the moment of the first attempt (so that a repeated one
    says the same); what comes later follows as deliveries of their own. `said` is the line that a MESSAGE or
    REPLY_MAIL is about, None for other kinds. `link` is the ticket's address in the inbox.
    """

    ticket: Ticket
    messages: tuple[Message, ...]
    said: Message | None
    link: str


class Destination(Protocol):
    """A helpdesk or a mailbox. Called from one thread at a time."""

    @property
    def name(self) -> str:
        """Return its name in HELPDESK and in the outbox."""

    def deliver(self, delivery: Delivery, case: CaseCopy, remote_id: str) -> str:
        """Deliver, and return what the destination calls the ticket: `remote_id` or, if that was "", the new one.

        A delivery with the same `key` may come again after a crash and must not show twice.
        DeliveryFailed for everything that goes wrong, time-outs included.
        """
