"""Carries what agents do in Chatwoot to our desk, whatever order it arrives in and however often."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

from parcelbot.core.agents import Agent
from parcelbot.core.conversation import Message
from parcelbot.core.desk import AlreadyClaimed, Case, IllegalStatus, Note, TicketUnknown
from parcelbot.core.tickets import Ticket, TicketStatus
from parcelbot.helpdesk.chatwoot import NAME
from parcelbot.helpdesk.chatwoot_events import Assigned, Event, Moved, Person, Spoke, Where

_TEAM = Person(0, "Our team")
_MOST_REMEMBERED = 10_000


class AgentsDesk(Protocol):
    """The desk as far as an agent elsewhere uses it; see `parcelbot.desk.Desk`."""

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

    def note(self, reference: str, agent: Agent, text: str) -> Note:
        """Write to the other agents."""

    def set_status(self, reference: str, agent: Agent, status: TicketStatus) -> Ticket:
        """Say where the case stands."""


@dataclass
class Newest:
    """Tells what is overtaken: the newest time seen of each thing, of the last few thousand."""

    _times: OrderedDict[str, float] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def overtaken(self, thing: str, at: float) -> bool:
        """Whether something newer was seen of `thing`; 0 is a time nobody knows and never overtaken."""
        with self._lock:
            newest = self._times.pop(thing, 0.0)
            self._times[thing] = max(at, newest)
            if len(self._times) > _MOST_REMEMBERED:
                self._times.popitem(last=False)
        return bool(at) and at < newest


@dataclass(frozen=True)
class Relay:
    """Applies events to the desk; `reference_of` gives our reference of a conversation there, "" for none."""

    desk: AgentsDesk
    reference_of: Callable[[str], str]
    newest: Newest = field(default_factory=Newest)

    def take(self, event: Event) -> bool:
        """Apply an event; False when it is about no case of ours or changes nothing any more.

        AlreadyClaimed when a colleague in our inbox has the case; what was written is then kept as a note.
        """
        reference = self._reference(event.where)
        if not reference:
            return False
        try:
            if isinstance(event, Spoke):
                return self._note(reference, event) if event.private else self._reply(reference, event)
            if self.newest.overtaken(f"{type(event).__name__} {reference}", event.at):
                return False
            return self._move(reference, event) if isinstance(event, Moved) else self._assign(reference, event)
        except (TicketUnknown, IllegalStatus):
            return False

    def _reference(self, where: Where) -> str:
        # An agent can be faster than the end of our own delivery, after which we know the conversation.
        return self.reference_of(where.remote_id) or where.reference

    def _reply(self, reference: str, event: Spoke) -> bool:
        agent = _agent(event.agent)
        status = self.desk.case(reference, agent).ticket.status
        # Writing does not reopen a conversation there, so it does not here; a late message must not undo solving.
        then = TicketStatus.PENDING if status.active else status
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

    def _note(self, reference: str, event: Spoke) -> bool:
        return self._add_note(reference, _agent(event.agent), event.text)

    def _add_note(self, reference: str, agent: Agent, text: str) -> bool:
        notes = self.desk.case(reference, agent).notes
        if any((note.author, note.text) == (agent.email, text) for note in notes):
            return False
        self.desk.note(reference, agent, text)
        return True

    def _move(self, reference: str, event: Moved) -> bool:
        agent = _agent(event.agent or _TEAM)
        active = self.desk.case(reference, agent).ticket.status.active
        if active is not event.resolved:
            return False
        self.desk.set_status(reference, agent, TicketStatus.SOLVED if event.resolved else TicketStatus.OPEN)
        return True

    def _assign(self, reference: str, event: Assigned) -> bool:
        agent = _agent(event.agent or _TEAM)
        ticket = self.desk.case(reference, agent).ticket
        if not ticket.status.active or (event.agent and ticket.assignee == agent.email):
            return False
        if event.agent is None:
            return _is_there(ticket.assignee) and bool(self.desk.release(reference, agent))
        if _is_there(ticket.assignee):
            return bool(self.desk.take_over(reference, agent))
        return bool(self.desk.claim(reference, agent))


def _agent(person: Person) -> Agent:
    return Agent(f"{NAME}:{person.id}", person.name)


def _is_there(email: str) -> bool:
    """Whether this agent works in Chatwoot."""
    return email.startswith(f"{NAME}:")
