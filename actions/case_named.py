"""Tell what a case is about: its parcel and order, its issue, and the names of all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from actions.case_tickets import NO_ISSUE_OF_ITS_OWN, given
from actions.said import typed_by_shopper
from actions.turn import Turn
from parcelbot.core.answering.claims import Checks, read_claims
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.memory import Memory
from parcelbot.core.answering.tables import table_of
from parcelbot.core.cases.matters import heading, holds, leading
from parcelbot.core.cases.titles import titles
from parcelbot.core.cases.told_titles import facts_that_hold, is_settled
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.told.other_article import OTHER_ARTICLE
from parcelbot.core.parcel.orders import Order, SalesChannel
from parcelbot.core.questions import GOODS, ISSUES, WISHES, Question
from parcelbot.core.reading.orders.other_article import wants_another_article
from parcelbot.core.reading.told.telling import Told

#: A wish is had only by who said so, and a place is a trouble only where its answer says so: that it was answered makes
#: neither.
_ANSWERED = ISSUES - WISHES - {Question.WRONG_DESTINATION}
#: Where a parcel stands without anything being wrong with it.
_QUIET_STATES = frozenset({Question.CUSTOMS_DELAY, Question.AVAILABLE_FOR_PICKUP, Question.LABEL_CREATED})
#: From China nothing comes sooner.
_SOONEST = timedelta(days=5)


@dataclass(frozen=True)
class CaseNamed:
    """Subject of the case of a conversation, as one turn leaves it: its parcel, its order, and its names."""

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
        order = self._order
        return order is not None and order.sales_channel is SalesChannel.SHOP

    @property
    def _cannot_be_here(self) -> bool:
        """True of an order of ours so young and without a parcel: nobody has its goods in hand."""
        order = self._order
        if order is None or order.parcels or order.sales_channel is not SalesChannel.SHOP:
            return False
        return self.turn.services.clock() - order.placed_at < _SOONEST

    @property
    def enquiry(self) -> Enquiry:
        """The issue as an enquiry, about the parcel of the case."""
        services, memory = self.turn.services, self.memory
        question = Question(self.issue or memory.question or Question.WHERE_IS_MY_ORDER)
        order = self._order
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
        return titles(matters, self._plan_row, told, bool(self.memory.claims.get("sent_back")), self.facts_told)

    @property
    def facts_told(self) -> frozenset[Told]:
        """The facts told once for all that can be of this case where its parcel stands."""
        told = self.memory.told
        # an order is looked for only where there is said to be none
        has_order = Told.PAID_NO_ORDER in told and self._order is not None
        return facts_that_hold(told, self._answered_by, has_order)

    @cached_property
    def _order(self) -> Order | None:
        return self.turn.services.identify(self.memory, self.turn.conversation_id).order

    def _is_out_of_place(self, matter: str) -> bool:
        """Tell whether a matter does not fit the parcel, or is the marketplace's in an order of our own shop."""
        foreign = matter == Question.SELLER_WAIT_OR_DISPUTE and self._is_the_shops
        return (
            foreign
            or (matter in GOODS and self._cannot_be_here)
            or is_settled(matter, self.facts_told)
            or not holds(matter, self._answered_by, bool(self.number))
        )

    def _is_only_a_state(self, matter: str) -> bool:
        """Tell whether a matter names no more than where the parcel is, and nobody asked for that."""
        asked = {self.issue, *self.dialogue.matters}
        is_state = matter in _QUIET_STATES and matter == heading("", (), self._answered_by)
        return is_state and matter not in asked and Question.WHERE_IS_MY_ORDER not in asked
