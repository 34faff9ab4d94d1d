"""Reads what is delivered: the ticket, what was said, and how far it has been read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.cases.transcripts import transcript_as_messages
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryKind
from parcelbot.core.outgoing.forwarding import ReadMarks
from parcelbot.helpdesk.protocol import CaseCopy

#: Kinds that are about one line.
_ABOUT_A_LINE = (DeliveryKind.MESSAGE, DeliveryKind.REPLY_MAIL)


class TicketReader(Protocol):
    """Where tickets are read."""

    def find(self, reference: str) -> Ticket | None:
        """The ticket, None when there is none."""


class Talk(Protocol):
    """Where conversations are read."""

    def after(self, conversation_id: str, seq: int) -> list[Message]:
        """Everything said after `seq`, in order."""


class Readers(Protocol):
    """How far shopper and agents have read."""

    def read_marks(self, reference: str) -> ReadMarks:
        """The shopper and the agents of a ticket."""


@dataclass(frozen=True)
class CaseFiles:
    """`courier.Cases` over tickets and ledger; `inbox_url` is where agents find the inbox."""

    tickets: TicketReader
    ledger: Talk
    readers: Readers
    inbox_url: str

    def copy(self, delivery: Delivery) -> CaseCopy | None:
        """The case as the delivery is to tell it."""
        ticket = self.tickets.find(delivery.reference)
        if ticket is None:
            return None
        messages = tuple(self.ledger.after(ticket.draft.conversation_id, 0)) or transcript_as_messages(ticket)
        seq = delivery.payload.get("seq")
        said = next((m for m in messages if m.seq == seq), None) if delivery.kind in _ABOUT_A_LINE else None
        if delivery.kind in _ABOUT_A_LINE and said is None:
            return None
        if delivery.kind is DeliveryKind.TICKET and seq is not None:
            messages = tuple(message for message in messages if message.seq <= seq)
        return CaseCopy(ticket, messages, said, f"{self.inbox_url.rstrip('/')}/tickets/{ticket.reference}")

    def read_marks(self, reference: str) -> ReadMarks:
        """How far shopper and agents have read."""
        return self.readers.read_marks(reference)
