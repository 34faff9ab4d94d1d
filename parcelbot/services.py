"""The use cases: find the parcel a shopper means, answer a tracking question, open a ticket."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from parcelbot.core.answers import Answer, decide
from parcelbot.core.calendars import BusinessCalendar
from parcelbot.core.enquiry import Enquiry, facts_for
from parcelbot.core.facts import Facts
from parcelbot.core.identify import Identification, References, identify
from parcelbot.core.orders import Order
from parcelbot.core.shipment import Lookup, LookupOutcome, Shipment
from parcelbot.core.support_hours import SupportHours
from parcelbot.core.tickets import Priority, Ticket, TicketDraft, TicketStatus, make_reference
from parcelbot.core.wording import mask_number
from parcelbot.knowledge import Knowledge
from parcelbot.orders.protocol import OrderDirectory, OrderError
from parcelbot.tracking.errors import TrackingError
from parcelbot.tracking.protocol import TrackingProvider

logger = logging.getLogger(__name__)


class TicketStore(Protocol):
    """Where tickets are kept."""

    def find_active(self, draft: TicketDraft) -> Ticket | None:
        """The ticket that is already open for the same conversation, parcel and issue."""

    def find(self, reference: str) -> Ticket | None:
        """The ticket with this reference."""

    def of_conversation(self, conversation_id: str) -> Sequence[Ticket]:
        """All tickets of a conversation, newest first."""

    def save(self, ticket: Ticket) -> None:
        """Add the ticket, or replace the one with its reference."""


@dataclass(frozen=True)
class Reply:
    """A decided enquiry, with what it was decided on."""

    enquiry: Enquiry
    facts: Facts
    answer: Answer
    shipment: Shipment | None


@dataclass(frozen=True)
class Support:
    """How the support team works: its hours, and the working time to a first response by priority."""

    hours: SupportHours
    first_response: dict[Priority, timedelta]

    def first_response_due(self, now: datetime, priority: Priority) -> datetime:
        """When a case opened now has its first answer at the latest."""
        return self.hours.due(now, self.first_response[priority])


@dataclass(frozen=True)
class Services:
    """The use cases, over whatever `bootstrap` put behind the protocols. `clock` gives an aware now."""

    knowledge: Knowledge
    tracking: TrackingProvider
    orders: OrderDirectory
    tickets: TicketStore
    support: Support
    clock: Callable[[], datetime]
    calendar_for: Callable[[str, str, Iterable[int]], BusinessCalendar]

    def identify(self, references: References) -> Identification:
        """Find the parcel that `references` point at, or what still has to be asked."""
        if not references.can_open_order:
            return identify(references, None)
        try:
            order = self.orders.find(references.order_number, references.email)
        except OrderError:
            logger.warning("order directory unavailable")
            return identify(references, None, directory_down=True)
        return identify(references, order)

    def answer(self, enquiry: Enquiry) -> Reply:
        """Look the parcel up, if there is one, and let the tables decide."""
        lookup = self._look_up(enquiry)
        now = self.clock()
        facts = facts_for(enquiry, lookup, now, self._calendar(lookup.shipment, enquiry.order, now))
        return Reply(enquiry, facts, decide(facts, self.knowledge.tables), lookup.shipment)

    def reconsider(self, reply: Reply, enquiry: Enquiry) -> Reply:
        """Decide another question about the same parcel; the provider is not asked a second time."""
        facts = replace(
            reply.facts,
            question=enquiry.question,
            asked_status=enquiry.claims.status,
            asked_substatus=enquiry.claims.substatus,
        )
        return Reply(enquiry, facts, decide(facts, self.knowledge.tables), reply.shipment)

    def open_ticket(self, draft: TicketDraft) -> Ticket:
        """Store the case, or add to the ticket that already stands for it; returns what is stored."""
        now = self.clock()
        known = self.tickets.find_active(draft)
        ticket = self._added_to(known, draft, now) if known else self._new_ticket(draft, now)
        self.tickets.save(ticket)
        return ticket

    def _added_to(self, known: Ticket, draft: TicketDraft, now: datetime) -> Ticket:
        """A case that has become more urgent is answered sooner, never later than was promised."""
        due = min(known.first_response_due, self.support.first_response_due(now, draft.priority))
        return replace(known, draft=draft, updated_at=now, first_response_due=due)

    def _new_ticket(self, draft: TicketDraft, now: datetime) -> Ticket:
        return Ticket(
            reference=make_reference(secrets.choice),
            draft=draft,
            status=TicketStatus.NEW,
            created_at=now,
            updated_at=now,
            first_response_due=self.support.first_response_due(now, draft.priority),
        )

    def _look_up(self, enquiry: Enquiry) -> Lookup:
        if not enquiry.number:
            return Lookup(LookupOutcome.NOT_ASKED)
        try:
            return self.tracking.fetch(enquiry.number)
        except TrackingError:
            logger.warning("tracking unavailable for %s", mask_number(enquiry.number))
            return Lookup(LookupOutcome.UNAVAILABLE)

    def _calendar(self, shipment: Shipment | None, order: Order | None, now: datetime) -> BusinessCalendar:
        origin = shipment.origin if shipment else ""
        destination = (shipment.destination if shipment else "") or (order.destination if order else "")
        # silences reach back into last year, promises into the next
        return self.calendar_for(origin, destination, range(now.year - 1, now.year + 2))
