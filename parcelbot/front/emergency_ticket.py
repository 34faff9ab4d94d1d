"""Pass a case to a person without the assistant: all that is known is what stands in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from parcelbot.core.cases.conversation import Conversation, Message
from parcelbot.core.cases.opening import StoredTicket
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.tickets import Ticket, TicketDraft
from parcelbot.core.cases.transcripts import transcript_of
from parcelbot.core.language import ENGLISH
from parcelbot.core.shopper_clock import ShopperClock, Zones

#: The payload of every button that asks for a person.
ASK_FOR_A_PERSON = "/talk_to_human"

#: The issue of a ticket that the assistant could not open itself.
ASSISTANT_DOWN = "assistant_down"

_SUMMARY = (
    "Problem: the assistant did not answer, so the shopper asked for a person",
    "Nothing was checked or promised; what was said is all there is",
    "Order not verified",
)


class ConversationTickets(Protocol):
    """The tickets there are."""

    def of_conversation(self, conversation_id: str) -> Sequence[Ticket]:
        """List all tickets of a conversation, newest first."""


class RescueUseCases(Protocol):
    """The use cases that are needed: the tickets, opening one, and the shop's time."""

    @property
    def tickets(self) -> ConversationTickets:
        """The tickets there are."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """Gives an aware now in the shop's time zone."""

    @property
    def zones(self) -> Zones:
        """Finds time zones."""

    def open_ticket(self, draft: TicketDraft, case: CaseFacts) -> StoredTicket:
        """Store the case as a new ticket, or add it to the active one with the same key."""


@dataclass(frozen=True)
class Rescued:
    """The stored ticket and the shopper's clock."""

    opened: StoredTicket
    clock: ShopperClock

    @property
    def ticket(self) -> Ticket:
        """The ticket itself."""
        return self.opened.ticket

    @property
    def response(self) -> str:
        """The name of what the shopper is told; a promise that was not kept is not made again."""
        if self.opened.is_new:
            return "utter_ticket_opened"
        return "utter_ticket_updated_overdue" if self.ticket.overdue(self.clock.now) else "utter_ticket_updated"


class Rescue:
    """Opens the ticket; `provide` builds the use cases when they are first needed, which blocks for a while."""

    def __init__(self, provide: Callable[[], RescueUseCases]) -> None:
        self._provide = provide

    def open(self, conversation: Conversation, said: Sequence[Message]) -> Rescued:
        """Open one ticket for the conversation, with all that was said; an active one is added to instead."""
        cases = self._provide()
        active = next((t for t in cases.tickets.of_conversation(conversation.id) if t.status.active), None)
        now = cases.clock()
        draft = replace(
            active.draft if active else _minimal(conversation),
            language=conversation.language or ENGLISH,
            transcript=transcript_of(said, now.tzinfo),
            attachments=tuple(m.attachment["attachment_id"] for m in said if m.attachment),
        )
        clock = cases.zones.clock(now, conversation.time_zone, draft.home)
        return Rescued(cases.open_ticket(draft, CaseFacts()), clock)


def _minimal(conversation: Conversation) -> TicketDraft:
    email = str((conversation.identity or {}).get("email") or "").lower()
    return TicketDraft(conversation.id, issue=ASSISTANT_DOWN, email=email, summary=_SUMMARY)
