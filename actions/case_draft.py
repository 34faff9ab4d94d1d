"""Draft the ticket of a case: what it is about, what its priority depends on, and everything handed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from actions.case_named import CaseNamed
from actions.case_tickets import continuing, ticket_of
from actions.case_urgency import days_since_the_contact, days_to_the_last_day, days_until
from actions.said import said_after, sent_parts, typed_by_shopper, whole_transcript
from parcelbot.core.answering.assumed import sure_checks
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.told_sentences import told_sentences
from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.later_details import other_emails
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.shop_matters import with_shop_matters
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.summary import CaseFindings, summarise
from parcelbot.core.cases.tickets import Ticket, TicketDraft, snapshot_of
from parcelbot.core.dialogue.state import CaseAnswer
from parcelbot.core.dialogue.told.told_days import LAST_DAY, MOVES_ON
from parcelbot.core.parcel.shipment import LookupRequest, Shipment
from parcelbot.core.parcel.shipment_json import shipment_to_json

#: Parcels of the order that an agent reads of beside the case's own.
_MOST_BESIDE = 3


@dataclass(frozen=True)
class CaseInHand(CaseNamed):
    """The case of a conversation as one turn leaves it."""

    @property
    def answer(self) -> CaseAnswer:
        """The last answer about the issue; an empty one for none."""
        answer = self.dialogue.case_answer
        return answer if answer.issue == self.issue else CaseAnswer()

    def existing_ticket(self) -> Ticket | None:
        """Find the ticket that this case already has: an active one, else the last that was solved."""
        own = self.turn.tickets
        return ticket_of(own, self.issue, self.memory, self.dialogue)

    def facts(self, decided: DecidedEnquiry) -> CaseFacts:
        """Gather what the priority depends on."""
        facts, order = decided.facts, decided.enquiry.order
        return CaseFacts(
            question=decided.enquiry.question if self.issue else None,
            table=decided.answer.table,
            row=decided.answer.row_name,
            urgency=decided.answer.row.then.urgency,
            status=facts.status,
            sales_channel=facts.sales_channel,
            protection_days_left=facts.protection_days_left,
            high_value=self.turn.services.knowledge.priorities.is_high_value(order.value) if order else None,
            days_since_contact=days_since_the_contact(self.turn, decided, self.memory.order_number),
            shopper_angry=bool(self.dialogue.anger),
            last_day_in=days_to_the_last_day(self.turn, facts.pickup_until, self._moves_on),
            needed_in=days_until(self.needed_by, self.turn.services.clock().date()),
            told_due=datetime.fromisoformat(self.dialogue.answer_due) if self.dialogue.answer_due else None,
        )

    def draft(self, decided: DecidedEnquiry, existing: Ticket | None) -> TicketDraft:
        """Gather everything that is handed over; a draft that continues an `existing` ticket keeps its key."""
        said = self.turn.said
        draft = TicketDraft(
            conversation_id=self.turn.conversation_id,
            issue=self.heading,
            row=self._answering_row(decided, existing),
            order_number=self.order_number,
            tracking_number=self.number,
            email=self.email,
            sales_channel=decided.facts.sales_channel.value,
            verified=decided.enquiry.order is not None,
            summary=summarise(self._findings(decided, said, existing)),
            snapshot=snapshot_of(shipment_to_json(decided.shipment) if decided.shipment else {}, decided.home),
            checklist=sure_checks(self.memory.checks, self.memory.claims),
            transcript=whole_transcript(said, self.turn.tracker.events, self.turn.services.clock().tzinfo),
            attachments=sent_parts(said, "attachment_id"),
            language=self.turn.language.code,
        )
        return continuing(draft, existing, self._label(existing)) if existing else draft

    def _label(self, existing: Ticket) -> str:
        """Name the case as before; what the shopper says it never was about gives way to what it is about."""
        old = existing.draft.issue
        if old not in self.dialogue.taken_back or not existing.status.active:
            return old
        return self.heading or self.memory.question

    def opened_by_this_message(self, ticket: Ticket) -> bool:
        """Tell whether an earlier run of this same message, which a crash cut short, opened the ticket."""
        said = self.turn.said
        return any(m.seq == self.turn.seq and m.at <= ticket.created_at for m in said)

    def _answering_row(self, decided: DecidedEnquiry, existing: Ticket | None) -> str:
        """Name the row that answered, of an open case the first; else the one that would, of a parcel that was seen."""
        if existing is not None and existing.status.active and existing.draft.row:
            return existing.draft.row
        seen = self.issue and decided.shipment is not None
        return self.answer.row or (decided.answer.row_name if seen else "")

    def _unsettled(self, enquiry: Enquiry) -> tuple[str, ...]:
        """List the numbers that may be the parcel's, while none is settled."""
        if enquiry.number:
            return ()
        parcels = enquiry.order.parcels if enquiry.order else ()
        numbers = (*parcels, *self.memory.several, self.memory.ambiguous_number)
        return tuple(dict.fromkeys(number for number in numbers if number))

    def _findings(self, decided: DecidedEnquiry, said: Sequence[Message], existing: Ticket | None) -> CaseFindings:
        told = self._told(said, existing, decided.enquiry)
        return CaseFindings(
            issue=next(iter(told.matters), ""),
            told=told,
            enquiry=decided.enquiry,
            facts=decided.facts,
            answer=decided.answer,
            shipment=decided.shipment,
            row=self._answering_row(decided, existing),
            was_verified=existing is not None and existing.draft.verified,
            promised=self.answer.promised,
            checks=sure_checks(self.memory.checks, self.memory.claims),
            numbers=self._unsettled(decided.enquiry),
            files=sent_parts(said, "name"),
            phone=self.memory.phone,
            needed_by=self.needed_by,
            last_day=self.last_day,
            beside=self._beside(decided.enquiry),
            shut_emails=self.dialogue.shut_emails,
            other_emails=other_emails(existing.draft, self.email) if existing else (),
        )

    def _beside(self, enquiry: Enquiry) -> Mapping[str, Shipment]:
        """Look up the other parcels of the order, as many as are read beside a case."""
        others = [parcel for parcel in enquiry.order.parcels if parcel != enquiry.number] if enquiry.order else []
        asked_by = self.turn.conversation_id
        found = (
            self.turn.services.look_up(LookupRequest(parcel, asked_by=asked_by)) for parcel in others[:_MOST_BESIDE]
        )
        return {one.shipment.number: one.shipment for one in found if one.shipment}

    @property
    def _moves_on(self) -> date | None:
        """The day on which the shopper leaves the address it goes to; None for none."""
        day = str(self.memory.claims.get(MOVES_ON, ""))
        return date.fromisoformat(day) if day else None

    @property
    def needed_by(self) -> str:
        """The ISO date by which it is needed; "" for none."""
        return str(self.memory.claims.get("needed_by", ""))

    @property
    def last_day(self) -> str:
        """The ISO date until which the shopper gives us; "" for none."""
        return str(self.memory.claims.get(LAST_DAY, ""))

    def standing(self, with_this: bool = True) -> StandingCase:
        """Give the case as it stands, with this message or as it stood before it."""
        said = self.turn.said
        told = self._told(said, self.existing_ticket(), self.enquiry)
        this = self.turn.heard.text
        before = told.said[:-1] if told.said and told.said[-1] == this else told.said
        is_said = with_this and this and not this.startswith("/")
        return StandingCase.of(replace(told, said=(*before, this) if is_said else before))

    def _told(self, said: Sequence[Message], existing: Ticket | None, enquiry: Enquiry) -> CaseAccount:
        issue = self._label(existing) if existing else self.heading
        order, named = enquiry.order, (issue, *(matter for matter in self.matters if matter != issue))
        events, earlier = self.turn.tracker.events, self._earlier(existing)
        titled = self.titled(tuple(matter for matter in named if not self._is_only_a_state(matter)))
        return CaseAccount(
            matters=with_shop_matters(titled, self.dialogue.shop_matters, self.turn.services.knowledge.second_matters),
            ruled_out=self.dialogue.taken_back,
            said=typed_by_shopper(said_after(earlier, said, events), events),
            notes=self.dialogue.notes,
            answered=self.dialogue.answered,
            number=enquiry.number,
            parcels=order.parcels if order else (),
            order=self.order_number,
            occasion=self.dialogue.occasion,
            others=self.dialogue.other_orders,
            state=issue,
            facts=told_sentences(self.memory.claims),
            asides=self.dialogue.asides,
        )

    def _earlier(self, existing: Ticket | None) -> Sequence[Ticket]:
        """List the cases that the conversation had before this one; none where it goes on with one."""
        goes_on = existing is not None and existing.status.active
        return () if goes_on else self.turn.tickets
