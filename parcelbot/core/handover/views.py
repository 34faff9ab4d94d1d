"""Describe what agents see: the queue, a case with everything that belongs to it, the errors of working on it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from parcelbot.core.cases.conversation import Author, Conversation, ConversationState, Message
from parcelbot.core.cases.tickets import Ticket

#: Lines on a page of the queue.
PAGE_LINES = 25

_AUTHORS = {Author.SHOPPER: "Shopper", Author.BOT: "Assistant", Author.AGENT: "Agent"}


class QueueFilter(str, Enum):
    """A filter of the queue.

    `new`: active, and nobody has it. `mine`: active, and the agent who looks has it. `waiting`: active, an agent has
    it, and the shopper waits for that agent's word. `overdue`: a promised answer is late. `solved`: solved or closed.
    `all`: every ticket.
    """

    NEW = "new"
    MINE = "mine"
    WAITING = "waiting"
    OVERDUE = "overdue"
    SOLVED = "solved"
    ALL = "all"


@dataclass(frozen=True)
class QueueLine:
    """A ticket in the queue, for one agent.

    `state` is its conversation's, None when the ledger has no such conversation. `unread` counts the shopper's
    lines that this agent has not read. `waiting_since` is the moment since which the shopper waits for a person's word,
    None when nobody waits. `last_text` is the last text of shopper or agent.
    """

    ticket: Ticket
    state: ConversationState | None
    unread: int
    waiting_since: datetime | None
    last_text: str


@dataclass(frozen=True)
class PrivateNote:
    """A note that an agent (`author`, an e-mail) wrote for the others; a shopper never sees it."""

    id: int
    author: str
    at: datetime
    text: str


@dataclass(frozen=True)
class CaseAttachment:
    """A file the shopper sent. `name` is theirs, for display only; `file_name` is ours, in the directory."""

    id: str
    name: str
    media_type: str
    size_bytes: int
    at: datetime
    file_name: str


@dataclass(frozen=True)
class Case:
    """A ticket with everything about it.

    `conversation` is None when the ticket came through a channel without a ledger; then `messages` is the ticket's own
    transcript. `earlier` are older tickets of the same order or parcel, `others` the active ones of the same
    conversation; both newest first.
    """

    ticket: Ticket
    conversation: Conversation | None
    messages: tuple[Message, ...]
    notes: tuple[PrivateNote, ...]
    earlier: tuple[Ticket, ...]
    attachments: tuple[CaseAttachment, ...]
    others: tuple[Ticket, ...]


class TicketUnknown(LookupError):
    """No ticket has this reference."""


class AlreadyClaimed(RuntimeError):
    """A colleague has the case; `by` is that colleague's e-mail."""

    def __init__(self, by: str) -> None:
        super().__init__("a colleague has this case")
        self.by = by


class IllegalStatus(ValueError):
    """The ticket cannot go to this status from where it stands; the text says why, for an agent."""


class ShopperUnreachable(RuntimeError):
    """There is no chat to answer in and no e-mail to write to."""


def author_words(message: Message) -> str:
    """Name who said a line, for agents: the agent by name, "Shopper" or "Assistant"."""
    return message.agent or _AUTHORS[message.author]
