"""A case as its page shows it: the transcript with its reasons, who else is there, what can be said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from parcelbot.core.cases.cards import card_line
from parcelbot.core.cases.conversation import Author, Conversation, Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.views import Case
from parcelbot.inbox import labels
from parcelbot.inbox.case.reasons import HANDOVER, AnswerReason, Reasons
from parcelbot.knowledge.macros import Macro, fill

#: A shopper's page tells of itself every 30 s at the latest.
_ONLINE_FOR = timedelta(seconds=90)

_FITTING = "For this kind of case"
_OTHERS = "For any case"

#: How the shopper is addressed: nobody tells the shop's assistant a name.
_NAMELESS = "there"


@dataclass(frozen=True)
class ShownLine:
    """One line of the transcript. `picks` are the titles of offered buttons, `card` what a card showed."""

    message: Message
    who: str
    reason: AnswerReason | None
    picks: tuple[str, ...]
    card: str

    @property
    def told(self) -> str:
        """What is read out when the line comes in."""
        return f"{self.who}: {self.message.text or 'sent a file'}"

    @property
    def handover(self) -> bool:
        """True for what the system told the shopper about who has the case."""
        return (self.message.answer or {}).get("table") == HANDOVER


@dataclass(frozen=True)
class Shopper:
    """Whether the shopper is there, waits, and can be reached.

    `last_said` is the agents' newest line, `seen` whether the shopper's page has shown it.
    """

    online: bool
    last_there: datetime | None
    waiting_since: datetime | None
    chat: bool
    email: str
    last_said: Message | None
    seen: bool

    @property
    def reachable(self) -> bool:
        """False when there is neither a chat nor an e-mail."""
        return self.chat or bool(self.email)


@dataclass(frozen=True)
class Offer:
    """A macro filled for this case, and what sending it changes besides, in words."""

    macro: Macro
    effects: str


def lines_of(messages: Iterable[Message], reasons: Reasons) -> tuple[ShownLine, ...]:
    """The transcript, each of the assistant's answers with its reason."""
    return tuple(
        ShownLine(
            message,
            labels.author_words(message),
            reasons.of(message.answer),
            tuple(choice.title for choice in message.choices),
            card_line(message.card or {}),
        )
        for message in messages
    )


def shopper_of(case: Case, now: datetime, mails: bool) -> Shopper:
    """Where the shopper is, from what their page has told; no e-mail counts while none can be sent."""
    conversation = case.conversation
    seen_at = conversation.seen_at if conversation else None
    last_said = next((m for m in reversed(case.messages) if m.author is Author.AGENT), None)
    return Shopper(
        online=seen_at is not None and now - seen_at < _ONLINE_FOR,
        last_there=seen_at,
        waiting_since=conversation.waiting_since if conversation else None,
        chat=conversation is not None,
        email=case.ticket.draft.email if mails else "",
        last_said=last_said,
        seen=bool(conversation and last_said and conversation.seen_seq >= last_said.seq),
    )


def last_seq(case: Case) -> int:
    """The newest line there is; 0 when nothing was said."""
    return max((message.seq for message in case.messages), default=0)


def offers_for(macros: Iterable[Macro], ticket: Ticket, agent: Agent, now: datetime, zone: tzinfo) -> tuple[Offer, ...]:
    """All macros, filled for this ticket."""
    values = macro_values(ticket, agent, now, zone)
    return tuple(Offer(filled, effects_of(filled)) for filled in (fill(macro, values) for macro in macros))


def grouped(offers: Iterable[Offer], issue: str) -> dict[str, list[Offer]]:
    """The offers under headings, those that fit the issue first; a heading without offers is left out."""
    groups: dict[str, list[Offer]] = {_FITTING: [], _OTHERS: []}
    for offer in offers:
        groups[_FITTING if offer.macro.fits(issue) else _OTHERS].append(offer)
    return {heading: listed for heading, listed in groups.items() if listed}


def macro_values(ticket: Ticket, agent: Agent, now: datetime, zone: tzinfo) -> dict[str, str]:
    """What placeholders stand for; "" for what the ticket does not know or a promise that has passed."""
    due = ticket.promised
    return {
        "name": _NAMELESS,
        "agent": agent.name,
        "reference": ticket.reference,
        "order_number": ticket.draft.order_number,
        "tracking_number": ticket.draft.tracking_number,
        "due": labels.full_moment(due, now, zone) if due and due > now else "",
    }


def effects_of(macro: Macro) -> str:
    """What sending a macro changes besides the status, in words; "" for nothing."""
    priority = f"sets the priority to {labels.PRIORITIES[macro.priority.value].lower()}" if macro.priority else ""
    note = f"leaves the note “{macro.note}”" if macro.note else ""
    return " and ".join(part for part in (priority, note) if part)


def owner_of(ticket: Ticket, conversation: Conversation | None, names: Mapping[str, str]) -> str:
    """The name of who has the case, "" for nobody; one who answers from a helpdesk is known by the chat only."""
    if not ticket.assignee:
        return ""
    return names.get(ticket.assignee) or (conversation.agent if conversation else "") or ticket.assignee
