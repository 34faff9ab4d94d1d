"""What the ticket page's templates are given: one case, seen by one agent at one moment."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parcelbot.core.cases.tickets import Priority, Ticket, TicketStatus
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.decisions import next_statuses
from parcelbot.core.handover.views import Case
from parcelbot.inbox.case.files import PREVIEWS
from parcelbot.inbox.case.parcel import ParcelNow
from parcelbot.inbox.case.presence import Presence
from parcelbot.inbox.case.reasons import Reasons
from parcelbot.inbox.case.transcript import grouped, last_seq, lines_of, offers_for, owner_of, shopper_of
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.template_helpers import people, say
from parcelbot.knowledge.countries import country_name

#: What a reply may set the ticket to, the usual one first.
AFTER_REPLY = (TicketStatus.PENDING, TicketStatus.OPEN, TicketStatus.ON_HOLD, TicketStatus.SOLVED)

MAX_TEXT_CHARS = 5000
_ECHO_BYTES = 12


@dataclass(frozen=True)
class CasePages:
    """Builds what the templates need. `presence` is shared by all requests of the process."""

    parts: InboxDependencies
    reasons: Reasons
    presence: Presence

    def whole(self, case: Case, agent: Agent, parcel: ParcelNow, **more: Any) -> dict[str, Any]:
        """Everything on the page; `more` overrides, to keep what an agent had typed."""
        ticket, now = case.ticket, self.parts.clock()
        return {
            **self.live(case, agent, after=0),
            "parcel": parcel,
            "offers": grouped(offers_for(self.parts.macros, ticket, agent, now, self.parts.zone), ticket.draft.issue),
            "echo_id": new_echo_id(),
            "after_reply": AFTER_REPLY,
            "then": TicketStatus.PENDING,
            "longest": MAX_TEXT_CHARS,
            **self.about_parcels(),
            **more,
        }

    def live(self, case: Case, agent: Agent, after: int) -> dict[str, Any]:
        """What changes while the page is open, with the lines after seq `after`."""
        ticket, names, now = case.ticket, people(self.parts), self.parts.clock()
        return {
            "case": case,
            "ticket": ticket,
            "lines": lines_of((m for m in case.messages if m.seq > after), self.reasons),
            "last": last_seq(case),
            "reason": self.reasons.of_row(ticket.draft.row),
            "names": names,
            "say": say(self.parts),
            "mine": ticket.assignee == agent.email,
            "owner": owner_of(ticket, case.conversation, names),
            "colleague": has_colleague(ticket, agent),
            "others_here": self.presence.others(ticket.reference, agent.email, now),
            "shopper": shopper_of(case, now, self.parts.settings.mails),
            "team": self.parts.accounts.colleagues(),
            "statuses": (ticket.status, *next_statuses(ticket.status)),
            "priorities": tuple(Priority),
            "previews": PREVIEWS,
        }

    def about_parcels(self) -> Mapping[str, Any]:
        """The words of the parcel's card."""
        return {"knowledge": self.parts.services.knowledge, "country_name": country_name}


def has_colleague(ticket: Ticket, agent: Agent) -> bool:
    """True when somebody else has this ticket and it is not done with."""
    return ticket.status.active and ticket.assignee not in ("", agent.email)


def new_echo_id() -> str:
    """What makes a reply count once, however often its form is sent."""
    return f"inbox-{secrets.token_urlsafe(_ECHO_BYTES)}"
