"""Carry out the assistant's use cases: find the parcel a shopper means, answer a tracking question, open a ticket."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from parcelbot.core.answering.answers import decide
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry, facts_for
from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.later_details import AddedDetails
from parcelbot.core.cases.opening import MakeTicket, OpeningRules, StoredTicket
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Detail, DetailKind, Ticket, TicketDraft, make_reference
from parcelbot.core.language import Language
from parcelbot.core.languages import LanguageTable
from parcelbot.core.owner.journal import JournalEntry, JournalKind
from parcelbot.core.parcel.arrival import UsualArrival, arrival_of
from parcelbot.core.parcel.business_days import BusinessCalendar
from parcelbot.core.parcel.handed_over import with_named_carrier
from parcelbot.core.parcel.identify import Identification, References, identify
from parcelbot.core.parcel.orders import Order
from parcelbot.core.parcel.settling import ParcelState, ReadWording, settle_lookup
from parcelbot.core.parcel.shipment import Lookup, LookupOutcome, LookupRequest, Shipment
from parcelbot.core.shopper_clock import Zones
from parcelbot.core.wording import mask_number
from parcelbot.knowledge.loading import Knowledge
from parcelbot.telemetry import metrics
from parcelbot.tracking.errors import TrackingError
from parcelbot.tracking.protocol import TrackingProvider
from parcelbot.usecases.guarded_orders import GuardedOrders
from parcelbot.usecases.watching.keeping import Watching

logger = logging.getLogger(__name__)


class TicketStore(Protocol):
    """A store of tickets."""

    def find(self, reference: str) -> Ticket | None:
        """Find the ticket with this reference; None when there is none."""

    def of_conversation(self, conversation_id: str) -> Sequence[Ticket]:
        """List all tickets of a conversation, newest first."""

    def add_details(self, conversation_id: str, details: Sequence[Detail], now: datetime) -> Sequence[AddedDetails]:
        """Add details to the conversation's active tickets; gives the tickets that this changed."""

    def open(self, draft: TicketDraft, make: MakeTicket, continues: str = "") -> Ticket:
        """Store the ticket that `make` gives and return it; all that follows from it is in the same transaction.

        `continues` is the reference of the ticket that the draft goes on with under another issue.
        """


class Record(Protocol):
    """The record of what was said in conversations, as their channel keeps it."""

    def said(self, conversation_id: str) -> Sequence[Message]:
        """List everything that was said, in order; empty where the channel keeps nothing."""

    def last_heard(self, conversation_id: str, before_seq: int) -> datetime | None:
        """Give the moment the shopper last wrote before the message `before_seq`; None when never."""


class Journal(Protocol):
    """A journal of what happened in conversations, for the owner's numbers."""

    def note(self, entry: JournalEntry) -> None:
        """Write one line; never raises."""


@dataclass(frozen=True)
class SettledLookup:
    """A look-up and the state its scans and code come to; None where there is no parcel."""

    lookup: Lookup
    state: ParcelState | None

    def addressed_to(self, country: str) -> SettledLookup:
        """Give the parcel this destination where its provider names none; "" for an order without one."""
        shipment = self.lookup.shipment
        if shipment is None or self.state is None or shipment.destination or not country:
            return self
        addressed = replace(shipment, destination=country)
        return SettledLookup(replace(self.lookup, shipment=addressed), replace(self.state, shipment=addressed))


@dataclass(frozen=True)
class Services:
    """The assistant's use cases, over whatever `bootstrap` put behind the protocols.

    `languages` gives English for one that is not spoken; `team_speaks` are the codes of those that agents write in;
    `hours` are the support team's; `clock` gives now in the shop's time zone; `read_wording` reads carriers' scans;
    `usual_arrival` tells from delivered parcels when one like them comes; `zones` finds time zones. `watching` writes
    to shoppers unasked; None where nobody can be written to.
    """

    knowledge: Knowledge
    languages: Mapping[str, Language]
    language_table: LanguageTable
    team_speaks: Sequence[str]
    tracking: TrackingProvider
    orders: GuardedOrders
    tickets: TicketStore
    record: Record
    journal: Journal
    hours: SupportHours
    clock: Callable[[], datetime]
    calendar_for: Callable[[str, str, Iterable[int]], BusinessCalendar]
    read_wording: ReadWording
    usual_arrival: UsualArrival
    zones: Zones
    watching: Watching | None = None

    def identify(self, references: References, conversation_id: str) -> Identification:
        """Find the parcel that `references` point at, or the detail that still has to be asked for.

        Who tries too many orders is told nothing more of any, whichever conversation it is tried in.
        """
        if not references.can_open_order:
            return identify(references)
        found = self.orders.find(references.order_number, references.email, conversation_id)
        if found.order is not None:
            number = self._as_ordered(references.tracking_number, found.order, conversation_id)
            references = replace(references, tracking_number=number)
        return identify(references, found)

    def _as_ordered(self, number: str, order: Order, conversation_id: str) -> str:
        """Give a number that the last carrier made for a parcel of `order` as the order names it."""
        if not number or number in order.parcels:
            return number
        parcels = (self.look_up(LookupRequest(parcel, asked_by=conversation_id)) for parcel in order.parcels)
        last_miles = {found.shipment.last_mile_number: found.shipment.number for found in parcels if found.shipment}
        return last_miles.get(number, number)

    def look_up(self, request: LookupRequest) -> Lookup:
        """Ask the provider for one parcel, its state settled: NOT_ASKED for "", UNAVAILABLE when the provider fails."""
        return self.look_up_settled(request).lookup

    def look_up_settled(self, request: LookupRequest) -> SettledLookup:
        """Ask the provider for one parcel and settle code and scans."""
        return self.settled(self._ask_provider(request))

    def settled(self, told: Lookup) -> SettledLookup:
        """Settle code and scans of what the provider told; nobody is asked."""
        named = with_named_carrier(told, self.knowledge.carrier_book)
        return SettledLookup(*settle_lookup(named, self.read_wording, self.clock()))

    def order_of(self, draft: TicketDraft) -> Order | None:
        """Find the order of a case for the agents; None unless its shopper has shown that it is theirs."""
        if not draft.verified:
            return None
        # an e-mail that was corrected later is not the one that the order was opened with
        earlier = (given.value for given in draft.also_given if given.kind is DetailKind.EMAIL)
        found = (self.orders.proven(draft.order_number, email) for email in (draft.email, *earlier))
        return next((order for order in found if order is not None), None)

    def answer(self, enquiry: Enquiry) -> DecidedEnquiry:
        """Look the parcel up, if there is one, and let the tables decide."""
        return self.decide(enquiry, self.look_up_settled(enquiry.request))

    def decide(self, enquiry: Enquiry, found: SettledLookup) -> DecidedEnquiry:
        """Let the tables decide about a parcel that was looked up, on the day that it is where the shopper is."""
        found = found.addressed_to(enquiry.order.destination if enquiry.order else "")
        now, shipment = self.clock(), found.lookup.shipment
        now = now.astimezone(enquiry.zone) if enquiry.zone else now
        arrival = arrival_of(found.state, self.usual_arrival, now.date()) if found.state else None
        calendar = self._calendar(shipment, enquiry.order, now)
        told = facts_for(enquiry, found.lookup, now, calendar, found.state, arrival)
        facts = replace(
            told,
            shop=self.knowledge.shop,
            carrier_reachable=self._can_be_reached(shipment),
            home_post=self.knowledge.home_post(shipment) if shipment else "",
        )
        return DecidedEnquiry(enquiry, facts, decide(facts, self.knowledge.tables), shipment)

    def open_ticket(self, draft: TicketDraft, case: CaseFacts, continues: str = "") -> StoredTicket:
        """Store the case as a new ticket, or add it to the active one with its key or the reference `continues`."""
        rules, made = self._opening_rules(), set[str]()

        def make(known: Ticket | None, earlier: tuple[Ticket, ...]) -> Ticket:
            if known is not None:
                return rules.added_to(known, draft, case, earlier)
            made.add(reference := make_reference(secrets.choice))
            return rules.new_ticket(draft, case, earlier, reference)

        ticket = self.tickets.open(draft, make, continues)
        is_new = ticket.reference in made
        metrics.ticket_stored(ticket, is_new)
        logger.info("ticket %s %s", ticket.reference, "opened" if is_new else "added to")
        if is_new:
            self.note(draft.conversation_id, JournalKind.HANDED_OVER, draft.issue, draft.row)
        return StoredTicket(ticket, is_new)

    def add_details(self, conversation_id: str, details: Sequence[Detail]) -> None:
        """Add details to the conversation's open tickets that do not know them yet."""
        for addition in self.tickets.add_details(conversation_id, details, self.clock()) if details else ():
            logger.info("ticket %s: %s", addition.ticket.reference, addition.audit_detail)

    def first_response_due(self, case: CaseFacts) -> datetime:
        """Give the moment by which a case handed over now would have its first answer."""
        return self._opening_rules().due(case)

    def note(self, conversation_id: str, kind: JournalKind, intent: str = "", row: str = "") -> None:
        """Write a line of the journal for the owner's numbers; `row` is "table/row"."""
        self.journal.note(JournalEntry(self.clock(), conversation_id, kind, intent, row))

    def _ask_provider(self, request: LookupRequest) -> Lookup:
        if not request.number:
            return Lookup(LookupOutcome.NOT_ASKED)
        try:
            return self.tracking.fetch(request)
        except TrackingError:
            logger.warning("tracking unavailable for %s", mask_number(request.number))
            return Lookup(LookupOutcome.UNAVAILABLE)

    def _can_be_reached(self, shipment: Shipment | None) -> bool:
        """Tell whether we know how to reach the carrier that has the parcel now."""
        if shipment is None:
            return False
        return self.knowledge.carrier_contact(shipment.carrier_now, shipment.destination) is not None

    def _opening_rules(self) -> OpeningRules:
        return OpeningRules(self.knowledge.priorities, self.hours, self.clock())

    def _calendar(self, shipment: Shipment | None, order: Order | None, now: datetime) -> BusinessCalendar:
        origin = shipment.origin if shipment else ""
        destination = (shipment.destination if shipment else "") or (order.destination if order else "")
        # silences reach back into last year, promises into the next
        return self.calendar_for(origin, destination, range(now.year - 1, now.year + 2))
