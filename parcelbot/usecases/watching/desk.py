"""Let agents see what is watched, end it, begin it for a shopper, and decide about news in their own cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.agents import Agent
from parcelbot.core.paging import Page
from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.questions import PLAN_QUESTIONS, Question
from parcelbot.core.watching.seen import seen_in
from parcelbot.core.watching.watch import Watch, WatchEnd, WatchOrder
from parcelbot.usecases.assistant import Services
from parcelbot.usecases.watching.keeping import Watching


class HeldNews(Protocol):
    """A store of watches as agents see them."""

    def page(self, page: int) -> Page[Watch]:
        """Read a page of the watches that go on, those with news that wait for an agent first."""

    def say(self, watch_id: str, agent: str) -> bool:
        """Say held news in the chat, in the agent's name; False when there are none any more."""

    def drop(self, watch_id: str) -> bool:
        """Leave held news unsaid, also later; False when there are none any more."""


@dataclass(frozen=True)
class WatchDesk:
    """The agents' use cases of watches."""

    held: HeldNews
    watching: Watching
    services: Services

    def page(self, page: int) -> Page[Watch]:
        """Read a page of the watches that go on."""
        return self.held.page(page)

    def of_conversation(self, conversation_id: str) -> Sequence[Watch]:
        """List the watches of a conversation that go on, oldest first."""
        return self.watching.going_on(conversation_id)

    def end(self, watch_id: str) -> bool:
        """End a watch; False when it was over already."""
        return self.watching.store.stop([watch_id], WatchEnd.STOPPED_BY_AGENT) > 0

    def close_page(self, watch_id: str) -> None:
        """Close the parcel's page for whoever has its link."""
        self.watching.store.withdraw_page(watch_id)

    def say(self, watch_id: str, agent: Agent) -> bool:
        """Say held news in the chat, in the agent's name; False when there are none any more."""
        return self.held.say(watch_id, agent.name)

    def drop(self, watch_id: str) -> bool:
        """Leave held news unsaid; False when there are none any more."""
        return self.held.drop(watch_id)

    def begin(self, ticket: Ticket, agent: Agent) -> bool:
        """Watch a case's parcel for its shopper; False for a case without a parcel or without a chat."""
        draft = ticket.draft
        if not draft.tracking_number or not self.watching.can_write_to(draft.conversation_id):
            return False
        self.watching.begin(draft.conversation_id, self._order(ticket), agent.email)
        return True

    def _order(self, ticket: Ticket) -> WatchOrder:
        draft = ticket.draft
        asked = Question(draft.issue) if draft.issue in PLAN_QUESTIONS else Question.WHERE_IS_MY_ORDER
        decided = self.services.answer(Enquiry(asked, draft.tracking_number))
        source, day = decided.answer.row.source, decided.answer.wait_until
        to_come = day is not None and day > decided.facts.now.date()
        return WatchOrder(
            number=draft.tracking_number,
            question=asked,
            row=decided.answer.row_name,
            source=f"{source.document}: {source.section}",
            seen=seen_in(decided),
            promised=day if to_come else None,
            agreed="agent",
            order_number=draft.order_number,
            sales_channel=SalesChannel(draft.sales_channel),
        )
