"""Read what is delivered: the ticket, its conversation, and how far shopper and agents have read."""

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
    """Tickets, as far as they are delivered."""

    def find(self, reference: str) -> Ticket | None:
        """Return the ticket; None when there is none."""


class MessageReader(Protocol):
    """Conversations, as far as they are delivered."""

    def after(self, conversation_id: str, seq: int) -> list[Message]:
        """Return everything said after `seq`, in order."""


class ReadMarksReader(Protocol):
    """The places up to which conversations have been read."""

    def read_marks(self, reference: str) -> ReadMarks:
        """Tell how far the shopper and the agents of a ticket have read."""


@dataclass(frozen=True)
class CaseCopier:
    """A `courier.CaseCopies` over tickets and ledger; `inbox_url` is where agents find the inbox."""

    tickets: TicketReader
    ledger: MessageReader
    reading: ReadMarksReader
    inbox_url: str

    def copy(self, delivery: Delivery) -> CaseCopy | None:
        """Copy the case as the delivery is to tell it; None when it, or the line meant, is no longer there."""
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
        """Tell how far shopper and agents have read."""
        return self.reading.read_marks(reference)
