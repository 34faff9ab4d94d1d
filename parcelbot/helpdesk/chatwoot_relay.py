"""Carries what agents do in Chatwoot to our desk, whatever order it arrives in and however often."""

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
from parcelbot.helpdesk.chatwoot_events import NAMELESS, Assigned, Event, Moved, Person, Spoke, Where

_SOMEBODY = Person(0, NAMELESS)
_MOST_REMEMBERED = 10_000


class AgentsDesk(Protocol):
    """The desk as far as an agent elsewhere uses it; see `parcelbot.usecases.desk.Desk`."""

    def case(self, reference: str, agent: Agent) -> Case:
        """Everything about a ticket."""

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
        """Say where the case stands."""


@dataclass
class NewestEvents:
    """Tells what is overtaken: the newest time seen of each thing, of the last few thousand."""

    _times: OrderedDict[str, float] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def overtaken(self, thing: str, at: float) -> bool:
        """Whether something newer was seen of `thing`; 0 is a time nobody knows and never overtaken."""
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
    """Applies events to the desk; `reference_of` gives our reference of a conversation there, "" for none."""

    desk: AgentsDesk
    reference_of: Callable[[str], str]
    newest: NewestEvents = field(default_factory=NewestEvents)

    def take(self, event: Event) -> bool:
        """Apply an event; False when it is about no case of ours or changes nothing any more.

        What cannot be told to the shopper raises, so that its writer learns of it: AlreadyClaimed when a colleague
        in our inbox has the case (it is kept as a note), ShopperUnreachable, IllegalStatus for a closed one.
        """
        reference = self._reference(event.where)
        if not reference:
            return False
        try:
            if isinstance(event, Spoke):
                return self._note(reference, event) if event.private else self._reply(reference, event)
            return self._change(reference, event)
        except TicketUnknown:
            return False

    def _reference(self, where: Where) -> str:
        # An agent can be faster than the end of our own delivery, after which we know the conversation.
        return self.reference_of(where.remote_id) or where.reference

    def _reply(self, reference: str, event: Spoke) -> bool:
        agent, then = _agent(event.agent), self._then(reference, event)
        echo_id = f"{NAME}:{event.message_id}"
        try:
            self.desk.reply(reference, agent, event.text, echo_id, then)
        except AlreadyClaimed as claimed:
            if not _is_there(claimed.by):
                self._add_note(reference, agent, f"Written in Chatwoot, NOT sent to the shopper: {event.text}")
                raise
            self.desk.take_over(reference, agent)
            self.desk.reply(reference, agent, event.text, echo_id, then)
        return True

    def _then(self, reference: str, event: Spoke) -> TicketStatus:
        """Where an answer leaves the ticket: it does not undo a solving that it preceded or did not mean to undo."""
        status = self.desk.case(reference, _agent(event.agent)).ticket.status
        late = self.newest.overtaken(_moves(reference), event.at)
        return status if not status.active and (event.resolved or late) else TicketStatus.PENDING

    def _note(self, reference: str, event: Spoke) -> bool:
        return self._add_note(reference, _agent(event.agent), event.text)

    def _add_note(self, reference: str, agent: Agent, text: str) -> bool:
        notes = self.desk.case(reference, agent).notes
        if any((note.author, note.text) == (agent.email, text) for note in notes):
            return False
        self.desk.note(reference, agent, text)
        return True

    def _change(self, reference: str, event: Moved | Assigned) -> bool:
        thing = _moves(reference) if isinstance(event, Moved) else f"assignee of {reference}"
        if self.newest.overtaken(thing, event.at):
            return False
        self.newest.see(thing, event.at)
        try:
            return self._move(reference, event) if isinstance(event, Moved) else self._assign(reference, event)
        except (AlreadyClaimed, IllegalStatus):
            # A colleague has it in our inbox, or it is closed: what was clicked in Chatwoot counts there only.
            return False

    def _move(self, reference: str, event: Moved) -> bool:
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


def _moves(reference: str) -> str:
    return f"status of {reference}"


def _holder(case: Case) -> Agent | None:
    """The agent in Chatwoot who has or had the case, by the name the shopper knows; None for others."""
    email = case.ticket.assignee
    names = [message.agent for message in case.messages if message.agent]
    owner = case.conversation.agent if case.conversation else ""
    return Agent(email, owner or (names or [NAMELESS])[-1]) if _is_there(email) else None


def _agent(person: Person) -> Agent:
    return Agent(f"{NAME}:{person.id}", person.name)


def _is_there(email: str) -> bool:
    """Whether this agent works in Chatwoot."""
    return email.startswith(f"{NAME}:")
