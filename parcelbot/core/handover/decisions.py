"""Decide what becomes of a case when an agent takes it, answers, gives it back or ends it. Pure.

A conversation may have several tickets, but it has one owner. Its active tickets are therefore taken and given back
together, and ended one by one. When one is ended, the agent stays in the chat while other tickets of it are theirs;
the chat goes back to the queue while others are nobody's, and back to the bot when it was the last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from parcelbot.core.cases.conversation import Conversation, ConversationState, Message, OwnershipMove, moved
from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.notices import Notice
from parcelbot.core.handover.views import AlreadyClaimed, IllegalStatus

#: Gives the reply deadline of a ticket that goes back to the queue now.
NewDeadline = Callable[[Ticket], datetime]

_WORKING = (TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD)
_ENDED = (TicketStatus.SOLVED, TicketStatus.CLOSED)
_NEXT: Mapping[TicketStatus, tuple[TicketStatus, ...]] = {
    **dict.fromkeys((TicketStatus.NEW, *_WORKING), (*_WORKING, *_ENDED)),
    TicketStatus.SOLVED: (TicketStatus.OPEN, TicketStatus.CLOSED),
    TicketStatus.CLOSED: (),
}


@dataclass(frozen=True)
class LockedCase:
    """A case at the moment of a decision, kept from other writers.

    `conversation` is None when the ledger has none. `siblings` are the other active tickets of the conversation.
    `repeated` is the message that came before with the echo_id at hand, None when none did.
    """

    ticket: Ticket
    conversation: Conversation | None
    siblings: tuple[Ticket, ...] = ()
    repeated: Message | None = None

    @property
    def active(self) -> tuple[Ticket, ...]:
        """The conversation's active tickets, this one first."""
        return tuple(ticket for ticket in (self.ticket, *self.siblings) if ticket.status.active)

    @property
    def holder(self) -> str:
        """The e-mail of the agent who has the conversation's active tickets; "" for nobody."""
        return next((ticket.assignee for ticket in self.active if ticket.assignee), "")

    @property
    def person_in_chat(self) -> bool:
        """True while a person owns the chat."""
        return self.conversation is not None and self.conversation.state is ConversationState.HUMAN


@dataclass(frozen=True)
class Decision:
    """A decision: the ticket as it shall be, the siblings that change, the moves, and the notices to the shopper.

    `before` is told ahead of an agent's reply, `after` behind it.
    """

    ticket: Ticket
    siblings: tuple[Ticket, ...] = ()
    moves: tuple[OwnershipMove, ...] = ()
    before: tuple[Notice, ...] = ()
    after: tuple[Notice, ...] = ()


def next_statuses(status: TicketStatus) -> tuple[TicketStatus, ...]:
    """Give the statuses to which an agent may put a ticket that has `status`; () for a closed one."""
    return tuple(to for to in _NEXT[status] if to is not status)


def claim(case: LockedCase, agent: Agent, now: datetime) -> Decision:
    """Give the case to the agent; AlreadyClaimed when a colleague has it, IllegalStatus when it cannot be reopened."""
    _refuse_a_colleagues_case(case, agent)
    return take_over(case, agent, now)


def take_over(case: LockedCase, agent: Agent, now: datetime) -> Decision:
    """Give the case to the agent, from whoever has it; nothing changes when it is the agent's already.

    IllegalStatus when it cannot be reopened.
    """
    _refuse_ended_for_good(case)
    already_in_chat = case.person_in_chat and case.holder == agent.email
    taken = _change_all(case, lambda ticket: _with_assignee(ticket, agent, now))
    if case.conversation is None or already_in_chat:
        return taken
    notice = Notice.TAKEN_OVER if case.person_in_chat and case.holder else Notice.CLAIMED
    return replace(taken, moves=(OwnershipMove.CLAIM,), before=(notice,))


def release(case: LockedCase, agent: Agent, now: datetime, new_deadline: NewDeadline) -> Decision:
    """Give the agent's case back to the queue; nothing changes when nobody has it.

    AlreadyClaimed when a colleague has it.
    """
    _refuse_a_colleagues_case(case, agent)
    return _given_back(case, now, new_deadline, Notice.RELEASED, Notice.RELEASED_LATE)


def release_silent(case: LockedCase, now: datetime, new_deadline: NewDeadline) -> Decision:
    """Give the case of an agent who does not answer back to the queue; nothing changes unless the shopper waits."""
    waits = case.conversation is not None and case.conversation.waiting_since is not None
    if not (waits and case.person_in_chat):
        return Decision(case.ticket)
    return _given_back(case, now, new_deadline, Notice.SILENT, Notice.SILENT_LATE)


def answer(case: LockedCase, agent: Agent, then: TicketStatus, now: datetime) -> Decision:
    """Let the agent answer the shopper and put the ticket to `then`; a case that nobody has becomes the agent's.

    AlreadyClaimed when a colleague has it, IllegalStatus when it cannot be reopened or `then` is NEW.
    """
    if then is TicketStatus.NEW:
        raise IllegalStatus("an answered ticket is not new")
    taken = claim(case, agent, now)
    after = _case_after(case, taken)
    answered = replace(
        taken,
        ticket=_with_answer(taken.ticket, now),
        siblings=tuple(_with_answer(ticket, now) for ticket in after.siblings),
    )
    return _with_status(_case_after(case, answered), answered, agent, then, now)


def set_status(case: LockedCase, agent: Agent, status: TicketStatus, now: datetime) -> Decision:
    """Put the ticket to `status` and give it to the agent; ending it tells the shopper.

    A ticket that has ended already only changes its status: from solved to closed. IllegalStatus when it cannot
    go there, AlreadyClaimed when a colleague has the case.
    """
    current = case.ticket.status
    if status is current:
        return Decision(case.ticket)
    if status not in next_statuses(current):
        raise IllegalStatus(f"a ticket that is {_in_words(current)} cannot become {_in_words(status)}")
    if not current.active and status in _ENDED:
        return Decision(replace(case.ticket, status=status, updated_at=now))
    _refuse_a_colleagues_case(case, agent)
    taken = Decision(case.ticket) if status in _ENDED else take_over(case, agent, now)
    return _with_status(_case_after(case, taken), taken, agent, status, now)


def set_priority(case: LockedCase, priority: Priority, now: datetime) -> Decision:
    """Rank the ticket by hand; what was promised to the shopper stays."""
    ticket = case.ticket
    if ticket.draft.priority is priority:
        return Decision(ticket)
    draft = replace(ticket.draft, priority=priority)
    return Decision(replace(ticket, draft=draft, priority_row="", updated_at=now))


def tell_overdue(case: LockedCase, now: datetime) -> Decision:
    """Tell the shopper of a broken promise, once for each promise."""
    ticket = case.ticket
    if not ticket.overdue(now) or ticket.overdue_told_at is not None:
        return Decision(ticket)
    return Decision(replace(ticket, overdue_told_at=now), after=(Notice.OVERDUE,))


def tell_waiting(case: LockedCase, team_is_there: bool) -> Decision:
    """Tell the shopper that the agent in the chat has not answered yet; nothing once they have."""
    waits = case.conversation is not None and case.conversation.waiting_since is not None
    if not (waits and case.person_in_chat):
        return Decision(case.ticket)
    return Decision(case.ticket, after=(Notice.WAITING if team_is_there else Notice.WAITING_CLOSED,))


def _refuse_a_colleagues_case(case: LockedCase, agent: Agent) -> None:
    if case.holder not in ("", agent.email):
        raise AlreadyClaimed(case.holder)


def _refuse_ended_for_good(case: LockedCase) -> None:
    ticket = case.ticket
    if ticket.status is TicketStatus.CLOSED:
        raise IllegalStatus("a closed ticket stays closed")
    twin = next((t for t in case.siblings if t.draft.key == ticket.draft.key), None)
    if ticket.status is TicketStatus.SOLVED and twin is not None:
        raise IllegalStatus(f"the same case has been opened again as {twin.reference}")


def _with_assignee(ticket: Ticket, agent: Agent, now: datetime) -> Ticket:
    if ticket.assignee == agent.email and ticket.status in _WORKING:
        return ticket
    status = ticket.status if ticket.status in _WORKING else TicketStatus.OPEN
    return replace(ticket, assignee=agent.email, status=status, solved_at=None, updated_at=now)


def _given_back(case: LockedCase, now: datetime, new_deadline: NewDeadline, notice: Notice, late: Notice) -> Decision:
    if not case.holder or not case.ticket.status.active:
        return Decision(case.ticket)
    back = _change_all(case, lambda ticket: _back_in_queue(ticket, now, new_deadline))
    if not case.person_in_chat:
        return back
    return replace(back, moves=(OwnershipMove.RELEASE,), after=(late if back.ticket.overdue(now) else notice,))


def _change_all(case: LockedCase, change: Callable[[Ticket], Ticket]) -> Decision:
    """Apply `change` to the ticket and to its siblings."""
    siblings = ((change(sibling), sibling) for sibling in case.siblings)
    return Decision(change(case.ticket), tuple(new for new, old in siblings if new != old))


def _back_in_queue(ticket: Ticket, now: datetime, new_deadline: NewDeadline) -> Ticket:
    """Take the ticket from its assignee; an owed promise stays, even a broken one, else a new one is made."""
    if not ticket.assignee:
        return ticket
    back = replace(ticket, assignee="", status=TicketStatus.NEW, updated_at=now)
    if ticket.promised is not None:
        return back
    return replace(back, answer_due=new_deadline(ticket), overdue_told_at=None)


def _with_answer(ticket: Ticket, now: datetime) -> Ticket:
    return replace(ticket, first_response_at=ticket.first_response_at or now, answer_due=None, updated_at=now)


def _with_status(case: LockedCase, taken: Decision, agent: Agent, status: TicketStatus, now: datetime) -> Decision:
    """Add to the decision `taken` that the ticket goes to `status`; `case` is the case after `taken`."""
    if status not in _ENDED:
        return replace(taken, ticket=replace(taken.ticket, status=status, updated_at=now))
    ended = replace(taken.ticket, status=status, assignee=agent.email, solved_at=now, answer_due=None, updated_at=now)
    staying = case.person_in_chat and any(sibling.assignee for sibling in case.siblings)
    moves = () if staying else _moves_at_the_end(case)
    notice = Notice.SOLVED_STAYING if staying else Notice.SOLVED
    return replace(taken, ticket=ended, moves=(*taken.moves, *moves), after=(notice,))


def _moves_at_the_end(case: LockedCase) -> tuple[OwnershipMove, ...]:
    """Give the chat to the bot, or to the queue while another ticket of it waits."""
    if case.conversation is None or case.conversation.state not in (
        ConversationState.REQUESTED,
        ConversationState.HUMAN,
    ):
        return ()
    if not case.siblings:
        return (OwnershipMove.SOLVE,)
    return (OwnershipMove.RELEASE,) if case.person_in_chat else ()


def _case_after(case: LockedCase, decision: Decision) -> LockedCase:
    """Give the case as it is once `decision` has been carried out."""
    changed = {ticket.reference: ticket for ticket in decision.siblings}
    conversation = case.conversation
    for move in decision.moves:
        conversation = conversation and replace(conversation, state=moved(conversation.state, move))
    siblings = tuple(changed.get(ticket.reference, ticket) for ticket in case.siblings)
    return replace(case, ticket=decision.ticket, conversation=conversation, siblings=siblings)


def _in_words(status: TicketStatus) -> str:
    return status.value.replace("_", " ")
