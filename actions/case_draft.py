"""Draft the ticket of a case: what it is about, what its priority depends on, and everything handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions.case_tickets import NO_ISSUE_OF_ITS_OWN, continuing, given, ticket_of
from actions.case_urgency import days_since_the_contact, days_to_the_last_day, days_until
from actions.said import said_after, sent_parts, typed_by_shopper, whole_transcript
from actions.turn import Turn
from parcelbot.core.answering.assumed import sure_checks
from parcelbot.core.answering.claims import Checks, read_claims
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.memory import Memory
from parcelbot.core.answering.tables import table_of
from parcelbot.core.cases.account import CaseAccount
from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.later_details import other_emails
from parcelbot.core.cases.matters import heading, holds, leading
from parcelbot.core.cases.priority import CaseFacts
from parcelbot.core.cases.shop_matters import with_shop_matters
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.summary import CaseFindings, summarise
from parcelbot.core.cases.tickets import Ticket, TicketDraft, snapshot_of
from parcelbot.core.cases.titles import titles
from parcelbot.core.dialogue.state import CaseAnswer, Dialogue
from parcelbot.core.dialogue.told.other_article import OTHER_ARTICLE
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.parcel.shipment_json import shipment_to_json
from parcelbot.core.questions import GOODS, ISSUES, WISHES, Question
from parcelbot.core.reading.orders.other_article import wants_another_article

#: A wish is had only by who said so: that it was answered makes none.
_ANSWERED = ISSUES - WISHES
#: Where a parcel stands without anything being wrong with it.
_QUIET_STATES = frozenset({Question.CUSTOMS_DELAY, Question.AVAILABLE_FOR_PICKUP, Question.LABEL_CREATED})
#: From China nothing comes sooner.
_SOONEST = timedelta(days=5)


@dataclass(frozen=True)
class CaseInHand:
    """The case of a conversation as one turn leaves it."""

    turn: Turn
    memory: Memory
    dialogue: Dialogue

    @property
    def issue(self) -> str:
        """The issue: the one the shopper named, else the question answered last; "" for neither."""
        answered = "" if self.dialogue.question in self.dialogue.taken_back else self.dialogue.question
        issue = self.memory.issue or leading(self.dialogue.matters) or (answered if answered in _ANSWERED else "")
        if self._answered_by == "old_number":
            return Question.TRACKING_NOT_FOUND.value
        return self.memory.question if issue == Question.SELLER_WAIT_OR_DISPUTE and self._is_the_shops else issue

    @property
    def heading(self) -> str:
        """The name of the case for agents: its strongest matter, else the state of its parcel; "" for neither."""
        issue = "" if self._is_out_of_place(self.issue) else self.issue
        matters = [matter for matter in self.dialogue.matters if not self._is_out_of_place(matter)]
        return heading(issue, matters, self._answered_by)

    @property
    def _answered_by(self) -> str:
        """The table of the parcel's plan; "" for none."""
        return table_of(self._plan_row) if self._plan_row else ""

    @property
    def _plan_row(self) -> str:
        plan = self.dialogue.plan_of(given(self.memory.parcel))
        return plan.row if plan else ""

    @property
    def _is_the_shops(self) -> bool:
        """True when the order was placed in our own shop: there no marketplace has a say."""
        order = self.turn.services.identify(self.memory, self.turn.conversation_id).order
        return order is not None and order.sales_channel is SalesChannel.SHOP

    @property
    def _cannot_be_here(self) -> bool:
        """True of an order of ours so young and without a parcel: nobody has its goods in hand."""
        order = self.turn.services.identify(self.memory, self.turn.conversation_id).order
        if order is None or order.parcels or order.sales_channel is not SalesChannel.SHOP:
            return False
        return self.turn.services.clock() - order.placed_at < _SOONEST

    @property
    def enquiry(self) -> Enquiry:
        """The issue as an enquiry, about the parcel of the case."""
        services, memory = self.turn.services, self.memory
        question = Question(self.issue or memory.question or Question.WHERE_IS_MY_ORDER)
        order = services.identify(memory, self.turn.conversation_id).order
        only = order.parcels[0] if order and len(order.parcels) == 1 else ""
        return Enquiry(
            question=question,
            number=given(memory.parcel) or only,
            order=order,
            follow_up=OTHER_ARTICLE if any(map(wants_another_article, self.dialogue.notes)) and not self.issue else "",
            claims=read_claims(memory.claims, question, services.clock().date()),
            checks=Checks(**memory.checks),
            repeat=bool(self.dialogue.ticket) and self.dialogue.parcel == given(memory.parcel),
            detail=memory.detail,
        )

    @property
    def number(self) -> str:
        """The tracking number: settled, given, or the only one of the order; "" for none."""
        return given(self.memory.parcel) or self.memory.tracking_number or self.enquiry.number

    @property
    def email(self) -> str:
        """The e-mail to answer to; "" for none."""
        case = self.dialogue.case
        known = self.dialogue.answer_to_or(self.memory.email)
        return (case.email if case and case.email is not None else known) or ""

    @property
    def order_number(self) -> str:
        """The order number; "" for none."""
        case = self.dialogue.case
        return (case.order if case else "") or self.memory.order_number or ""

    @property
    def matters(self) -> tuple[str, ...]:
        """The heading, then all else that was asked about this parcel, oldest first."""
        named = self.heading
        asked = (matter for matter in (self.issue, *self.dialogue.matters) if not self._is_out_of_place(matter))
        known = [named, *asked]
        vague = ("", Question.WHERE_IS_MY_ORDER) if named not in NO_ISSUE_OF_ITS_OWN else ("",)
        return tuple(dict.fromkeys(matter for matter in known if matter not in vague))

    def titled(self, matters: tuple[str, ...]) -> tuple[str, ...]:
        """Name matters more closely: "lost" for a carrier's problem."""
        said = self.turn.said
        told = tuple(dict.fromkeys((*typed_by_shopper(said, self.turn.tracker.events), self.turn.heard.text)))
        return titles(matters, self._plan_row, told, bool(self.memory.claims.get("sent_back")))

    def _is_out_of_place(self, matter: str) -> bool:
        """Tell whether a matter does not fit the parcel, or is the marketplace's in an order of our own shop."""
        foreign = matter == Question.SELLER_WAIT_OR_DISPUTE and self._is_the_shops
        return (
            foreign
            or (matter in GOODS and self._cannot_be_here)
            or not holds(matter, self._answered_by, bool(self.number))
        )

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
            last_day_in=days_to_the_last_day(self.turn, facts.pickup_until),
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
            shut_emails=self.dialogue.shut_emails,
            other_emails=other_emails(existing.draft, self.email) if existing else (),
        )

    @property
    def needed_by(self) -> str:
        """The ISO date by which it is needed; "" for none."""
        return str(self.memory.claims.get("needed_by", ""))

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
        )

    def _earlier(self, existing: Ticket | None) -> Sequence[Ticket]:
        """List the cases that the conversation had before this one; none where it goes on with one."""
        goes_on = existing is not None and existing.status.active
        return () if goes_on else self.turn.tickets

    def _is_only_a_state(self, matter: str) -> bool:
        """Tell whether a matter names no more than where the parcel is, and nobody asked for that."""
        asked = {self.issue, *self.dialogue.matters}
        is_state = matter in _QUIET_STATES and matter == heading("", (), self._answered_by)
        return is_state and matter not in asked and Question.WHERE_IS_MY_ORDER not in asked
