"""Carry what agents do in Chatwoot to our desk, in whatever order and however often it arrives."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Ticket, TicketStatus
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.views import AlreadyClaimed, Case, IllegalStatus, PrivateNote, TicketUnknown
from parcelbot.helpdesk.chatwoot import NAME
from parcelbot.helpdesk.chatwoot_events import (
    NAMELESS,
    AgentWrote,
    Assigned,
    ChatwootAgent,
    ChatwootConversation,
    ChatwootEvent,
    StatusChanged,
)

_SOMEBODY = ChatwootAgent(0, NAMELESS)
_MOST_REMEMBERED = 10_000


class AgentsDesk(Protocol):
    """The desk as far as an agent elsewhere uses it; see `parcelbot.usecases.desk.Desk`."""

    def case(self, reference: str, agent: Agent) -> Case:
        """Read everything about a ticket."""

    def claim(self, reference: str, agent: Agent) -> Ticket:
        """Take the case."""

    def take_over(self, reference: str, agent: Agent) -> Ticket:
        """Take the case from a colleague."""

    def release(self, reference: str, agent: Agent) -> Ticket:
        """Give the case back."""

    def reply(self, reference: str, agent: Agent, text: str, echo_id: str, then: TicketStatus = ...) -> Message:
        """Write to the shopper."""

    def note(self, reference: str, agent: Agent, text: str) -> PrivateNote:
        """Write to the other agents."""

    def set_status(self, reference: str, agent: Agent, status: TicketStatus) -> Ticket:
        """Set the status of the case."""


@dataclass
class NewestEvents:
    """The newest time seen of each thing, for the last few thousand things; tells which events are overtaken."""

    _times: OrderedDict[str, float] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def overtaken(self, thing: str, at: float) -> bool:
        """Return True when something newer was seen of `thing`; 0 is a time nobody knows and never overtaken."""
        with self._lock:
            return 0 < at < self._times.get(thing, 0.0)

    def see(self, thing: str, at: float) -> None:
        """Remember the time of what is dealt with now."""
        with self._lock:
            self._times[thing] = max(at, self._times.pop(thing, 0.0))
            if len(self._times) > _MOST_REMEMBERED:
                self._times.popitem(last=False)


@dataclass(frozen=True)
class Relay:
    """Applies Chatwoot's events to our desk.

    `reference_of` gives our reference for the number of a conversation there, "" for none of ours.
    """

    desk: AgentsDesk
    reference_of: Callable[[str], str]
    newest: NewestEvents = field(default_factory=NewestEvents)

    def apply(self, event: ChatwootEvent) -> bool:
        """Apply an event; False for one that is about no case of ours or changes nothing any more.

        An answer that cannot reach the shopper raises, so that its writer learns of it: AlreadyClaimed when a colleague
        in our inbox has the case (it is kept as a note), ShopperUnreachable, IllegalStatus for a closed one.
        """
        reference = self._reference(event.conversation)
        if not reference:
            return False
        try:
            if isinstance(event, AgentWrote):
                return self._note(reference, event) if event.private else self._reply(reference, event)
            return self._change(reference, event)
        except TicketUnknown:
            return False

    def _reference(self, conversation: ChatwootConversation) -> str:
        # An agent can be faster than the end of our own delivery, after which we know the conversation.
        return self.reference_of(conversation.remote_id) or conversation.reference

    def _reply(self, reference: str, event: AgentWrote) -> bool:
        agent, then = _agent(event.agent), self._then(reference, event)
        echo_id = f"{NAME}:{event.message_id}"
        try:
            self.desk.reply(reference, agent, event.text, echo_id, then)
        except AlreadyClaimed as claimed:
            if not _works_in_chatwoot(claimed.by):
                self._add_note(reference, agent, f"Written in Chatwoot, NOT sent to the shopper: {event.text}")
                raise
            self.desk.take_over(reference, agent)
            self.desk.reply(reference, agent, event.text, echo_id, then)
        return True

    def _then(self, reference: str, event: AgentWrote) -> TicketStatus:
        """Choose the status after an answer: PENDING, unless the ticket is done and the answer does not reopen it."""
        status = self.desk.case(reference, _agent(event.agent)).ticket.status
        late = self.newest.overtaken(_status_of(reference), event.at)
        return status if not status.active and (event.resolved or late) else TicketStatus.PENDING

    def _note(self, reference: str, event: AgentWrote) -> bool:
        return self._add_note(reference, _agent(event.agent), event.text)

    def _add_note(self, reference: str, agent: Agent, text: str) -> bool:
        notes = self.desk.case(reference, agent).notes
        if any((note.author, note.text) == (agent.email, text) for note in notes):
            return False
        self.desk.note(reference, agent, text)
        return True

    def _change(self, reference: str, event: StatusChanged | Assigned) -> bool:
        thing = _status_of(reference) if isinstance(event, StatusChanged) else f"assignee of {reference}"
        if self.newest.overtaken(thing, event.at):
            return False
        self.newest.see(thing, event.at)
        try:
            if isinstance(event, StatusChanged):
                return self._change_status(reference, event)
            return self._assign(reference, event)
        except (AlreadyClaimed, IllegalStatus):
            # A colleague has it in our inbox, or it is closed: what was clicked in Chatwoot counts there only.
            return False

    def _change_status(self, reference: str, event: StatusChanged) -> bool:
        case = self.desk.case(reference, _agent(_SOMEBODY))
        if case.ticket.status.active is not event.resolved:
            return False
        holder, assignee = _holder(case), _agent(event.agent) if event.agent else None
        if event.resolved:
            self.desk.set_status(reference, holder or assignee or _agent(_SOMEBODY), TicketStatus.SOLVED)
        else:
            self.desk.set_status(reference, assignee or holder or _agent(_SOMEBODY), TicketStatus.OPEN)
        return True

    def _assign(self, reference: str, event: Assigned) -> bool:
        case = self.desk.case(reference, _agent(event.agent or _SOMEBODY))
        holder = _holder(case)
        if not case.ticket.status.active:
            return False
        if event.agent is None:
            return holder is not None and bool(self.desk.release(reference, holder))
        agent = _agent(event.agent)
        if holder is None:
            return bool(self.desk.claim(reference, agent))
        return holder.email != agent.email and bool(self.desk.take_over(reference, agent))


def _status_of(reference: str) -> str:
    return f"status of {reference}"


def _holder(case: Case) -> Agent | None:
    """Find the agent in Chatwoot who has or had the case, under the name the shopper knows; None for others."""
    email = case.ticket.assignee
    names = [message.agent for message in case.messages if message.agent]
    owner = case.conversation.agent if case.conversation else ""
    return Agent(email, owner or (names or [NAMELESS])[-1]) if _works_in_chatwoot(email) else None


def _agent(person: ChatwootAgent) -> Agent:
    return Agent(f"{NAME}:{person.id}", person.name)


def _works_in_chatwoot(email: str) -> bool:
    """True for an agent who works in Chatwoot."""
    return email.startswith(f"{NAME}:")
