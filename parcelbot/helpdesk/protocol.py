"""Define what every helpdesk and mailbox is to the worker that delivers to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.outgoing.deliveries import Delivery
from parcelbot.core.watching.browsers import BrowserAddress


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

    @property
    def conversation_id(self) -> str:
        """The conversation of the case."""
        return self.ticket.draft.conversation_id

    @property
    def last_seq(self) -> int:
        """The seq of the last line that was said; 0 where nothing was."""
        return max((message.seq for message in self.messages), default=0)


@dataclass(frozen=True)
class NewsCopy:
    """News of a watched parcel with all that a mail may tell of it.

    `said` is the line in the chat, None for the mail that asks whether the address is theirs. `language` is the code of
    the one that is spoken there. The links open the parcel's page, end the messages, and confirm the address.
    `unasked`: nobody asked for the news, the parcel is late.
    """

    conversation_id: str
    watch_id: str
    number: str
    email: str
    said: Message | None
    language: str
    page_link: str
    stop_link: str
    confirm_link: str
    unasked: bool = False

    @property
    def last_seq(self) -> int:
        """The seq of the line; 0 without one."""
        return self.said.seq if self.said else 0


@dataclass(frozen=True)
class PushCopy:
    """News of a watched parcel for one browser: what it shows, and where a tap leads; `tag` replaces an older one."""

    conversation_id: str
    browser_id: str
    browser: BrowserAddress
    title: str
    body: str
    page_link: str
    tag: str
    language: str
    last_seq: int


@dataclass(frozen=True)
class RadarCopy:
    """A finding of the radar, as JSON can hold it; it belongs to no conversation."""

    told: Mapping[str, Any]
    conversation_id: str = ""
    last_seq: int = 0


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
