"""Gather what the ticket page's templates show: one case, seen by one agent at one moment."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parcelbot.core.cases.conversation import Conversation
from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.decisions import next_statuses
from parcelbot.core.handover.views import Case
from parcelbot.core.language import ENGLISH
from parcelbot.core.languages import answer_languages, language_words
from parcelbot.inbox.case.files import PREVIEWS
from parcelbot.inbox.case.parcel import ParcelNow
from parcelbot.inbox.case.prepared_answers import PreparedAnswer, by_fit, prepared_answers
from parcelbot.inbox.case.presence import Presence
from parcelbot.inbox.case.reasons import Reasons
from parcelbot.inbox.case.shopper import shopper_of
from parcelbot.inbox.case.transcript import last_seq, lines_of
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.labels import CONSENTS, WANTED
from parcelbot.inbox.template_helpers import agent_names, time_labels
from parcelbot.knowledge.countries import country_name

#: What a reply may set the ticket to, the usual one first.
AFTER_REPLY = (TicketStatus.PENDING, TicketStatus.OPEN, TicketStatus.ON_HOLD, TicketStatus.SOLVED)

MAX_TEXT_CHARS = 5000
_ECHO_BYTES = 12


@dataclass(frozen=True)
class CasePageContext:
    """Builds what the templates need. `presence` is shared by all requests of the process."""

    inbox: InboxDependencies
    reasons: Reasons
    presence: Presence

    def for_page(self, case: Case, agent: Agent, parcel: ParcelNow, **more: Any) -> dict[str, Any]:
        """Give everything on the page; `more` overrides, to keep what an agent had typed."""
        ticket = case.ticket
        return {
            **self.for_live_part(case, agent, after=0),
            **self.for_parcel(ticket, parcel),
            **self.for_watches(ticket),
            "prepared_answers": by_fit(self.prepared_answers(ticket, agent), ticket.draft.issue),
            "echo_id": new_echo_id(),
            "after_reply": AFTER_REPLY,
            "then": TicketStatus.PENDING,
            "max_text_chars": MAX_TEXT_CHARS,
            **more,
        }

    def for_live_part(self, case: Case, agent: Agent, after: int) -> dict[str, Any]:
        """Give what changes while the page is open, with the lines after seq `after`."""
        ticket, names, now = case.ticket, agent_names(self.inbox), self.inbox.clock()
        return {
            "case": case,
            "ticket": ticket,
            "lines": lines_of((m for m in case.messages if m.seq > after), self.reasons),
            "last_seq": last_seq(case),
            "reason": self.reasons.of_row(ticket.draft.row),
            "answered_in": " or ".join(
                map(language_words, answer_languages(ticket.draft.language, self.inbox.services.team_speaks))
            ),
            "names": names,
            "time_labels": time_labels(self.inbox),
            "mine": ticket.assignee == agent.email,
            "owner": owner_of(ticket, case.conversation, names),
            "has_colleague": has_colleague(ticket, agent),
            "others_here": self.presence.others(ticket.reference, agent.email, now),
            "shopper": shopper_of(case, now, self.inbox.settings.mails),
            "team": self.inbox.accounts.colleagues(),
            "statuses": (ticket.status, *next_statuses(ticket.status)),
            "priorities": tuple(Priority),
            "previews": PREVIEWS,
        }

    def for_watches(self, ticket: Ticket) -> dict[str, Any]:
        """Give what was promised to the shopper of this conversation."""
        return {
            "watches": self.inbox.watched.of_conversation(ticket.draft.conversation_id),
            "can_watch": bool(ticket.draft.tracking_number),
            "wanted": WANTED,
            "consents": CONSENTS,
        }

    def prepared_answers(self, ticket: Ticket, agent: Agent) -> tuple[PreparedAnswer, ...]:
        """Give every macro, filled for this ticket and agent."""
        language = self.inbox.services.languages[ticket.draft.language]
        return prepared_answers(self.inbox.macros, ticket, agent, self.inbox.clock(), self.inbox.zone, language)

    def for_parcel(self, ticket: Ticket, parcel: ParcelNow) -> dict[str, Any]:
        """Give what the card of the ticket's parcel shows."""
        return {
            "ticket": ticket,
            "parcel": parcel,
            "time_labels": time_labels(self.inbox),
            "english": self.inbox.services.languages[ENGLISH],
            "country_name": country_name,
        }


def has_colleague(ticket: Ticket, agent: Agent) -> bool:
    """True when somebody else has this ticket and it is not done with."""
    return ticket.status.active and ticket.assignee not in ("", agent.email)


def new_echo_id() -> str:
    """Make the id by which a reply counts once, however often its form is sent."""
    return f"inbox-{secrets.token_urlsafe(_ECHO_BYTES)}"


def owner_of(ticket: Ticket, conversation: Conversation | None, names: Mapping[str, str]) -> str:
    """Name who has the case; "" for nobody. An agent who answers from a helpdesk is known by the chat only."""
    if not ticket.assignee:
        return ""
    return names.get(ticket.assignee) or (conversation.agent if conversation else "") or ticket.assignee
