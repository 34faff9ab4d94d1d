"""Carry out the agents' use cases: see the queue, take a case, answer the shopper, give it back, end it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from parcelbot.core.cases.conversation import Message
from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.core.handover import decisions
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.changes import AgentReply, Change, ChangeOutcome, ChangeWriter
from parcelbot.core.handover.decisions import Decision, LockedCase
from parcelbot.core.handover.views import Case, PrivateNote, QueueFilter, QueueLine, ShopperUnreachable
from parcelbot.core.handover.withdrawal import withdraw
from parcelbot.core.owner.audit import AuditLine
from parcelbot.core.paging import Page
from parcelbot.telemetry import metrics

Decide = Callable[[LockedCase, datetime], Decision]

#: The name in the audit log for what no agent did.
SYSTEM = "system"

MAX_ECHO_ID = 100

#: An agent counts as writing for this long; their page says so again and again meanwhile.
WRITES_FOR = timedelta(seconds=6)


class DeskStore(Protocol):
    """A store of tickets, conversations and what agents do with them. TicketUnknown for a reference nobody has."""

    def change(self, reference: str, decide: Callable[[LockedCase], Change], echo_id: str = "") -> ChangeOutcome:
        """Write the change that `decide` makes of the case as it stands, in one transaction that keeps others out."""

    def queue(self, shown: QueueFilter, email: str, now: datetime, page: int, language: str) -> Page[QueueLine]:
        """Read a page of the queue for the agent with this e-mail: cases in one language, or in all for ""."""

    def languages(self) -> Sequence[str]:
        """List the languages that active cases are in, by code."""

    def search(self, text: str, email: str, page: int) -> Page[QueueLine]:
        """Find tickets by `text`, those it names first."""

    def counts(self, email: str, now: datetime) -> Mapping[QueueFilter, int]:
        """Count the tickets that each filter shows the agent."""

    def unread(self, email: str) -> int:
        """Count the shoppers' lines in the agent's active tickets that the agent has not read."""

    def case(self, reference: str) -> Case:
        """Read everything about a ticket."""

    def news(self, reference: str, after_seq: int) -> tuple[Message, ...]:
        """Read the messages after `after_seq`, in order."""

    def note(self, reference: str, email: str, text: str, now: datetime) -> PrivateNote:
        """Keep a private note."""

    def mark_read(self, reference: str, email: str, seq: int, now: datetime) -> None:
        """Record that the agent has read the ticket's conversation up to `seq`; a lower seq changes nothing."""

    def writing(self, reference: str, email: str, until: datetime) -> None:
        """Record until when the agent who has the ticket counts as writing; no change for anybody else."""


@dataclass(frozen=True)
class Desk:
    """The agents' use cases. `due` gives the reply deadline for a case returned to the queue.

    `clock` gives now in the shop's time zone. TicketUnknown for a reference nobody has.
    """

    store: DeskStore
    writer: ChangeWriter
    due: Callable[[Ticket, datetime], datetime]
    clock: Callable[[], datetime]

    def queue(self, shown: QueueFilter, agent: Agent, page: int = 1, language: str = "") -> Page[QueueLine]:
        """Read a page of the queue: overdue first, then by the moment an answer is due or the shopper waits since.

        `language` leaves the cases of one language; "" for all.
        """
        return self.store.queue(shown, agent.email, self.clock(), page, language)

    def languages(self) -> Sequence[str]:
        """List the languages that active cases are in, by code."""
        return self.store.languages()

    def search(self, text: str, agent: Agent, page: int = 1) -> Page[QueueLine]:
        """Find tickets by order or tracking number, e-mail, reference, or words said in them; none for a blank text."""
        return self.store.search(text, agent.email, page)

    def counts(self, agent: Agent) -> Mapping[QueueFilter, int]:
        """Count the tickets that each filter shows."""
        return self.store.counts(agent.email, self.clock())

    def unread(self, agent: Agent) -> int:
        """Count the shoppers' lines that the agent has not read in their own tickets."""
        return self.store.unread(agent.email)

    def case(self, reference: str, agent: Agent) -> Case:  # noqa: ARG002 # every agent may see every case
        """Read everything about a ticket."""
        return self.store.case(reference)

    def news(self, reference: str, after_seq: int) -> tuple[Message, ...]:
        """Read the messages after `after_seq`, in order."""
        return self.store.news(reference, after_seq)

    def claim(self, reference: str, agent: Agent) -> Ticket:
        """Take the case and join the chat; AlreadyClaimed when a colleague was faster."""
        return self._carry_out(reference, agent, "claimed", lambda case, now: decisions.claim(case, agent, now))

    def take_over(self, reference: str, agent: Agent) -> Ticket:
        """Take the case even from a colleague."""
        return self._carry_out(reference, agent, "taken_over", lambda case, now: decisions.take_over(case, agent, now))

    def assign(self, reference: str, agent: Agent, colleague: Agent) -> Ticket:
        """Give the case to `colleague`, from whoever has it; `agent` is who decided it."""

        def write(case: LockedCase) -> Change:
            now = self.clock()
            change = self.writer.change(case, decisions.take_over(case, colleague, now), now, colleague.name)
            return _audited(change, case, "assigned", agent.email, detail=colleague.email)

        return self.store.change(reference, write).ticket

    def release(self, reference: str, agent: Agent) -> Ticket:
        """Give the case back to the queue; the shopper is told and, if none stands, promised an answer."""
        return self._carry_out(
            reference, agent, "released", lambda case, now: decisions.release(case, agent, now, self._due(now))
        )

    def set_status(self, reference: str, agent: Agent, status: TicketStatus) -> Ticket:
        """Put the ticket to `status`; IllegalStatus when it cannot go there, AlreadyClaimed when a colleague has it.

        Ending it tells the shopper and gives the chat back to the bot; anything else takes the case.
        """
        return self._carry_out(
            reference, agent, "status_changed", lambda case, now: decisions.set_status(case, agent, status, now)
        )

    def set_priority(self, reference: str, agent: Agent, priority: Priority) -> Ticket:
        """Rank the ticket by hand; what was promised stays."""
        return self._carry_out(
            reference, agent, "priority_changed", lambda case, now: decisions.set_priority(case, priority, now)
        )

    def reply(
        self,
        reference: str,
        agent: Agent,
        text: str,
        echo_id: str,
        then: TicketStatus = TicketStatus.PENDING,
    ) -> Message:
        """Answer the shopper and put the ticket to `then`; the same `echo_id` again gives the same message.

        Takes a case nobody has; AlreadyClaimed when a colleague has it, ShopperUnreachable without chat and
        e-mail, IllegalStatus for a closed ticket, ValueError for a blank text or a bad echo_id.
        """
        said = AgentReply(text.strip(), echo_id)
        if not said.text or not 0 < len(echo_id) <= MAX_ECHO_ID:
            raise ValueError("a reply needs words and an echo_id")

        def decide(case: LockedCase) -> Change:
            now = self.clock()
            if case.repeated:
                return Change(at=now)
            if not self.writer.can_reach(case):
                raise ShopperUnreachable(reference)
            decision = decisions.answer(case, agent, then, now)
            change = self.writer.change(case, decision, now, agent.name, said)
            return _audited(change, case, "replied", agent.email)

        outcome = self.store.change(reference, decide, echo_id)
        if not outcome.before.repeated:
            metrics.agent_replied(outcome.before.ticket, outcome.ticket)
        return outcome.before.repeated or outcome.reply

    def note(self, reference: str, agent: Agent, text: str) -> PrivateNote:
        """Keep a note for colleagues; ValueError for a blank text."""
        if not text.strip():
            raise ValueError("a note needs words")
        return self.store.note(reference, agent.email, text.strip(), self.clock())

    def mark_read(self, reference: str, agent: Agent, seq: int) -> None:
        """Record that the agent has seen everything up to `seq`."""
        self.store.mark_read(reference, agent.email, seq, self.clock())

    def writing(self, reference: str, agent: Agent) -> None:
        """Show the shopper for a moment that the agent is writing; nothing happens in a case of somebody else."""
        self.store.writing(reference, agent.email, self.clock() + WRITES_FOR)

    def release_silent(self, reference: str) -> bool:
        """Take the case from an agent who leaves the shopper waiting; False when there is nothing to take."""
        return self._carry_out_if_needed(
            reference, "released_silent", lambda case, now: decisions.release_silent(case, now, self._due(now))
        )

    def tell_waiting(self, reference: str) -> bool:
        """Tell the shopper that the agent has not answered yet; False when nobody waits for one any more."""
        hours = self.writer.wording.hours
        return self._carry_out_if_needed(
            reference, "told_waiting", lambda case, now: decisions.tell_waiting(case, hours.open_at(now))
        )

    def withdraw(self, reference: str) -> bool:
        """Take back a case for its shopper, if nobody has begun with it; False otherwise."""
        return self._carry_out_if_needed(reference, "withdrawn", withdraw)

    def tell_overdue(self, reference: str) -> bool:
        """Tell the shopper that an answer is late, once for each promise; False when there is nothing to tell."""

        def decide(case: LockedCase, now: datetime) -> Decision:
            reachable = self.writer.can_reach(case)
            return decisions.tell_overdue(case, now) if reachable else Decision(case.ticket)

        return self._carry_out_if_needed(reference, "told_overdue", decide)

    def _carry_out(self, reference: str, agent: Agent, action: str, decide: Decide) -> Ticket:
        return self.store.change(reference, self._change_maker(decide, action, agent)).ticket

    def _carry_out_if_needed(self, reference: str, action: str, decide: Decide) -> bool:
        return not self.store.change(reference, self._change_maker(decide, action)).change.empty

    def _change_maker(self, decide: Decide, action: str, agent: Agent | None = None) -> Callable[[LockedCase], Change]:
        def write(case: LockedCase) -> Change:
            now = self.clock()
            owner = case.conversation.agent if case.conversation else ""
            change = self.writer.change(case, decide(case, now), now, agent.name if agent else owner)
            return _audited(change, case, action, agent.email if agent else SYSTEM)

        return write

    def _due(self, now: datetime) -> decisions.NewDeadline:
        return lambda ticket: self.due(ticket, now)


def _audited(change: Change, case: LockedCase, action: str, email: str, detail: str = "") -> Change:
    """Add the line of the audit log to a change; an empty change gets none."""
    if change.empty:
        return change
    before = case.ticket
    after = change.ticket_after(before)
    ranked = before.draft.priority
    parts = [
        f"{before.status.value} → {after.status.value}" if before.status is not after.status else "",
        f"{ranked.value} → {after.draft.priority.value}" if ranked is not after.draft.priority else "",
        f"from {case.holder}" if case.holder not in ("", email) else "",
    ]
    line = AuditLine(change.at, email, action, before.reference, detail or ", ".join(filter(None, parts)))
    return replace(change, audit=line)
