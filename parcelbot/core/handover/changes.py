"""Turn a decision about a case into everything to write: tickets, ledger lines, deliveries, audit line. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from parcelbot.core.cases.conversation import Author, Choice, Message, OwnershipMove
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Ticket, TranscriptLine
from parcelbot.core.cases.transcripts import transcript_as_messages
from parcelbot.core.handover.decisions import Decision, LockedCase
from parcelbot.core.handover.notices import Notice
from parcelbot.core.language import Language
from parcelbot.core.outgoing.deliveries import DeliveryKind, NewDelivery
from parcelbot.core.outgoing.forwarding import MAIL_DELAY, SHOPPER_MAIL
from parcelbot.core.owner.audit import AuditLine
from parcelbot.core.shopper_clock import Zones

#: Buttons under the line that a case is closed: the response with the label, and the payload of pressing it.
_AFTER_SOLVING = (
    ("utter_handover_button_settled", "/feedback_useful"),
    ("utter_handover_button_not_yet", "/talk_to_human"),
)


@dataclass(frozen=True)
class LedgerLine:
    """A line to add to the ledger; an agent's reply has the echo_id that its page gave it."""

    message: Message
    echo_id: str | None = None


@dataclass(frozen=True)
class Change:
    """Everything to write at `at`, in one transaction. A CLAIM move puts the name `owner` on the conversation."""

    at: datetime
    tickets: tuple[Ticket, ...] = ()
    moves: tuple[OwnershipMove, ...] = ()
    owner: str = ""
    lines: tuple[LedgerLine, ...] = ()
    deliveries: tuple[NewDelivery, ...] = ()
    audit: AuditLine | None = None

    @property
    def empty(self) -> bool:
        """True when nothing is to be written."""
        return not (self.tickets or self.moves or self.lines)

    def ticket_after(self, before: Ticket) -> Ticket:
        """Give the ticket that `before` becomes."""
        return next((ticket for ticket in self.tickets if ticket.reference == before.reference), before)


@dataclass(frozen=True)
class ChangeOutcome:
    """The outcome of a change: the case before, the change that was written, and the ledger's new lines."""

    before: LockedCase
    change: Change
    said: tuple[Message, ...]

    @property
    def ticket(self) -> Ticket:
        """The ticket after the change."""
        return self.change.ticket_after(self.before.ticket)

    @property
    def reply(self) -> Message:
        """The agent's message; without a ledger it is the last line of the ticket's own transcript."""
        by_agent = (message for message in self.said if message.author is Author.AGENT)
        return next(by_agent, None) or transcript_as_messages(self.ticket)[-1]


@dataclass(frozen=True)
class AgentReply:
    """An agent's message to the shopper; the same `echo_id` again is the same reply."""

    text: str
    echo_id: str


@dataclass(frozen=True)
class HandoverWording:
    """The sentences of handing over, in the language of the case; `hours` are the team's, `make_id` gives ids.

    They go out by mail as well and are read on other days, so each moment has its date.
    """

    languages: Mapping[str, Language]
    make_id: Callable[[], str]
    hours: SupportHours
    zones: Zones

    def line(self, notice: Notice, ticket: Ticket, name: str, now: datetime, time_zone: str = "") -> LedgerLine:
        """Word `notice` as the bot says it; `name` is the agent's, "" for somebody, `time_zone` the shopper's."""
        promised, language = ticket.promised, self.languages[ticket.draft.language]
        clock = self.zones.clock(now, time_zone, ticket.draft.home)
        text = language.worded(
            f"utter_handover_{notice.value}",
            agent=name or language.text("utter_handover_somebody"),
            reference=ticket.reference,
            due=language.moment(promised, clock) if promised else "",
            opens=language.moment(self.hours.opening(now), clock),
        )
        choices = self._choices(language) if notice is Notice.SOLVED else ()
        answer = {"table": "handover", "row": notice.row, "source": "handover"}
        said = Message(ticket.draft.conversation_id, 0, Author.BOT, now, text, choices, answer=answer)
        return LedgerLine(replace(said, language=language.code))

    def _choices(self, language: Language) -> tuple[Choice, ...]:
        return tuple(Choice(self.make_id(), language.text(name), payload) for name, payload in _AFTER_SOLVING)


@dataclass(frozen=True)
class ChangeWriter:
    """A writer of changes. `destinations` are told of every status; `can_mail` when shoppers can be mailed."""

    wording: HandoverWording
    destinations: tuple[str, ...] = ()
    can_mail: bool = False

    def can_reach(self, case: LockedCase) -> bool:
        """True when an answer gets to the shopper: in the chat, or by mail."""
        return case.conversation is not None or self._mailable(case.ticket)

    def change(
        self, case: LockedCase, decision: Decision, now: datetime, name: str, reply: AgentReply | None = None
    ) -> Change:
        """Write out all that follows from `decision`; `name` is the agent's as the shopper sees it."""
        if case.conversation is None:
            return self._without_a_chat(case, decision, now, reply)
        zone = case.conversation.time_zone
        before, after = (
            tuple(self.wording.line(notice, decision.ticket, name, now, zone) for notice in notices)
            for notices in (decision.before, decision.after)
        )
        said = (_reply_line(reply, decision.ticket, name, now),) if reply else ()
        lines = (*before, *said, *after)
        closes = any(notice.closes for notice in decision.after)
        # with a reply the mail carries both; the line that the case is closed is the first behind it
        seq = case.conversation.last_seq + len(before) + 1
        mails = self._mail(decision.ticket, seq, str(seq), now + MAIL_DELAY, closes) if reply or closes else ()
        return Change(
            at=now,
            tickets=_changed_tickets(case, decision),
            moves=decision.moves,
            owner=name,
            lines=lines,
            deliveries=(*self._statuses(case, decision, now, case.conversation.last_seq + len(lines)), *mails),
        )

    def _without_a_chat(self, case: LockedCase, decision: Decision, now: datetime, reply: AgentReply | None) -> Change:
        """Add what is said to the ticket's own transcript; mail replies, late answers and the end."""
        said = [(_reply_line(reply, decision.ticket, "", now), reply.echo_id)] if reply else []
        for notice in decision.after:
            if notice is Notice.OVERDUE or (notice.closes and not reply):
                said.append((self.wording.line(notice, decision.ticket, "", now), f"{notice.row}:{now.isoformat()}"))
        closes = any(notice.closes for notice in decision.after)
        ticket, mails = decision.ticket, list[NewDelivery]()
        for line, line_id in said:
            ticket = _with_transcript_line(ticket, line.message)
            mails += self._mail(ticket, len(ticket.draft.transcript), line_id, now, closes)
        return Change(
            at=now,
            tickets=_changed_tickets(case, replace(decision, ticket=ticket)),
            deliveries=(*self._statuses(case, decision, now), *mails),
        )

    def _statuses(
        self, case: LockedCase, decision: Decision, now: datetime, last_seq: int = 0
    ) -> Iterator[NewDelivery]:
        """Tell destinations the new statuses of tickets, behind everything said up to `last_seq`."""
        before = {ticket.reference: ticket.status for ticket in (case.ticket, *case.siblings)}
        for ticket in (decision.ticket, *decision.siblings):
            if ticket.status is not before[ticket.reference]:
                payload = {"status": ticket.status.value}
                key = f"status:{ticket.reference}:{ticket.status.value}:{now.isoformat()}"
                for name in self.destinations:
                    yield NewDelivery(name, DeliveryKind.STATUS, ticket.reference, key, now, payload, last_seq)

    def _mail(
        self, ticket: Ticket, seq: int, line_id: str, not_before: datetime, closes: bool
    ) -> tuple[NewDelivery, ...]:
        if not self._mailable(ticket):
            return ()
        key = mail_key(ticket.reference, line_id)
        payload = {"seq": seq, "closes": True} if closes else {"seq": seq}
        return (NewDelivery(SHOPPER_MAIL, DeliveryKind.REPLY_MAIL, ticket.reference, key, not_before, payload),)

    def _mailable(self, ticket: Ticket) -> bool:
        return self.can_mail and bool(ticket.draft.email)


def mail_key(reference: str, line_id: str) -> str:
    """Give the idempotency key of a mail to the shopper; `line_id` is the line's seq, without a ledger its echo_id."""
    return f"mail:{reference}:{line_id}"


def _reply_line(reply: AgentReply, ticket: Ticket, name: str, now: datetime) -> LedgerLine:
    return LedgerLine(
        Message(ticket.draft.conversation_id, 0, Author.AGENT, now, reply.text, agent=name), reply.echo_id
    )


def _with_transcript_line(ticket: Ticket, message: Message) -> Ticket:
    line = TranscriptLine(message.author.value, message.at, message.text)
    return replace(ticket, draft=replace(ticket.draft, transcript=(*ticket.draft.transcript, line)))


def _changed_tickets(case: LockedCase, decision: Decision) -> tuple[Ticket, ...]:
    own = () if decision.ticket == case.ticket else (decision.ticket,)
    return (*own, *decision.siblings)
