"""Model tickets: the cases that the assistant hands over to agents. Pure; the store keeps them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from parcelbot.core.language import ENGLISH

#: No look-alikes: 0/O, 1/I/L, 2/Z, 5/S and 8/B are out, so that a reference can be read aloud.
REFERENCE_ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY"
REFERENCE_LENGTH = 6
#: What a snapshot holds besides the parcel.
_HOME = "home"


class TicketStatus(str, Enum):
    """The agents' progress with a ticket."""

    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    ON_HOLD = "on_hold"
    SOLVED = "solved"
    CLOSED = "closed"

    @property
    def active(self) -> bool:
        """True while somebody still has to do something about it."""
        return self not in (TicketStatus.SOLVED, TicketStatus.CLOSED)


class Priority(str, Enum):
    """The urgency of a ticket, least first."""

    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 for normal to 2 for urgent."""
        return list(Priority).index(self)


class DetailKind(str, Enum):
    """A field of a ticket that shoppers give; the value is its name."""

    ORDER_NUMBER = "order_number"
    TRACKING_NUMBER = "tracking_number"
    EMAIL = "email"

    @property
    def noun(self) -> str:
        """The word before its value as agents read it: "order 7401"."""
        return {"order_number": "order", "tracking_number": "tracking number", "email": "e-mail"}[self.value]


@dataclass(frozen=True)
class Detail:
    """One thing a shopper gave, normalised."""

    kind: DetailKind
    value: str

    @property
    def beside(self) -> str:
        """Name it as one that stands beside its field: "order 7402", "earlier e-mail ana@example.com"."""
        earlier = "earlier " if self.kind is DetailKind.EMAIL else ""
        return f"{earlier}{self.kind.noun} {self.value}"


@dataclass(frozen=True)
class TranscriptLine:
    """One thing said: `author` is "shopper", "bot" or "agent"; `at` is aware."""

    author: str
    at: datetime
    text: str


def snapshot_of(parcel: Mapping[str, Any], home: str) -> Mapping[str, Any]:
    """Keep a parcel as it is now, {} for none, and the country whose time is likely the shopper's, "" for none."""
    return {**parcel, _HOME: home} if parcel or home else {}


@dataclass(frozen=True)
class TicketDraft:
    """Everything about a case that is handed over, before it has a reference.

    `issue` is the question the shopper asked, `row` the "table/row" that answered it; "" where the
    conversation never got that far. `verified` is true when order number and e-mail matched an order.
    `attachments` are ids of files the shopper sent. `also_given` are numbers given after their field
    was filled, and e-mails from before the newest one, in order. `language` is the conversation's code.
    """

    conversation_id: str
    issue: str = ""
    row: str = ""
    order_number: str = ""
    tracking_number: str = ""
    email: str = ""
    sales_channel: str = "shop"
    verified: bool = False
    priority: Priority = Priority.NORMAL
    summary: tuple[str, ...] = ()
    snapshot: Mapping[str, Any] = field(default_factory=dict)
    checklist: Mapping[str, bool] = field(default_factory=dict)
    transcript: tuple[TranscriptLine, ...] = ()
    attachments: tuple[str, ...] = ()
    also_given: tuple[Detail, ...] = ()
    language: str = ENGLISH

    @property
    def key(self) -> tuple[str, str, str]:
        """Conversation, parcel (or order) and issue: two drafts with the same key are the same case."""
        return (self.conversation_id, self.tracking_number or self.order_number, self.issue)

    @property
    def home(self) -> str:
        """The country whose time is likely the shopper's, as an ISO 3166 alpha-2 code; "" where it is not known."""
        # what was kept before a home was knows only where the parcel goes
        return str(self.snapshot.get(_HOME, self.snapshot.get("destination")) or "")

    @property
    def parcel_then(self) -> Mapping[str, Any]:
        """The parcel as it was when the case was opened; {} without one."""
        return {name: value for name, value in self.snapshot.items() if name != _HOME}

    @property
    def active_key(self) -> str:
        """The key as one text."""
        return "|".join(self.key)


@dataclass(frozen=True)
class Ticket:
    """A stored case; its times are aware.

    `priority_row` is the row of `knowledge/priorities.yml` that set the draft's priority, `earlier` the
    references of older tickets about the same order or parcel. `first_response_at` is when an agent first
    wrote to the shopper, `overdue_told_at` when the shopper was told that the promise was not kept.
    `answer_due` is promised when a case that had its first answer is given back or asked about again, and gone
    once somebody has answered.
    """

    reference: str
    draft: TicketDraft
    status: TicketStatus
    created_at: datetime
    updated_at: datetime
    first_response_due: datetime
    assignee: str = ""
    priority_row: str = ""
    earlier: tuple[str, ...] = ()
    first_response_at: datetime | None = None
    solved_at: datetime | None = None
    overdue_told_at: datetime | None = None
    answer_due: datetime | None = None

    @property
    def promised(self) -> datetime | None:
        """The moment by which a person's answer is owed; None when none is."""
        if not self.status.active:
            return None
        return self.answer_due if self.first_response_at else self.first_response_due

    def overdue(self, now: datetime) -> bool:
        """Tell whether the moment of a promised answer has passed without one."""
        return self.promised is not None and self.promised < now


def make_reference(choose: Callable[[str], str]) -> str:
    """Make a new reference such as KT-7QF3MX; `choose` picks one character of the alphabet it is given."""
    return "KT-" + "".join(choose(REFERENCE_ALPHABET) for _ in range(REFERENCE_LENGTH))
