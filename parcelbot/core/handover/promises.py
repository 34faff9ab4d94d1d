"""What was promised to shoppers who wait for a person, and what to do when it is not kept. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from parcelbot.core.cases.conversation import Conversation, ConversationState
from parcelbot.core.cases.priority import Priorities
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Ticket, TicketStatus

#: Table and row of the line that tells a shopper who joined.
CLAIM_LINE = ("handover", "claimed")

#: An agent whose browser asked within this time is there.
PRESENT_WITHIN = timedelta(minutes=2)

#: One who is there may be writing or looking something up: they get this many times the silence.
PRESENT_AGENT_FACTOR = 2


@dataclass(frozen=True)
class ReplyDeadline:
    """The working time that the ticket's row of the priorities allows, counted anew."""

    priorities: Priorities
    hours: SupportHours

    def __call__(self, ticket: Ticket, now: datetime) -> datetime:
        """The moment, in the time zone of `now`.

        A ticket ranked by hand, or by a row that is gone, has the longest time among the rows of its priority,
        or of all rows when none has it: nothing is promised that might not be kept.
        """
        rows = self.priorities.rows
        own = [row for row in rows if row.id == ticket.priority_row]
        ranked = [row for row in rows if row.priority is ticket.draft.priority]
        return self.hours.due(now, max(row.first_response for row in own or ranked or rows))


class PromiseRemedy(str, Enum):
    """What a broken promise calls for."""

    RELEASE = "release"
    TELL_OVERDUE = "tell_overdue"


@dataclass(frozen=True)
class WaitingTimes:
    """Aware moments, None for what did not happen: when the shopper was last told that somebody joined, and when
    that agent's browser last asked for anything.
    """

    claimed_at: datetime | None = None
    agent_seen_at: datetime | None = None


@dataclass(frozen=True)
class PromiseRules:
    """The rules: an agent may be silent for `silence`, counted within `hours`."""

    hours: SupportHours
    silence: timedelta

    def remedy(
        self, ticket: Ticket, conversation: Conversation | None, times: WaitingTimes, now: datetime
    ) -> PromiseRemedy | None:
        """What to do about the ticket now; None when nothing. `now` is in the zone of the working hours."""
        if not ticket.status.active:
            return None
        waiting_since = _waits_for_a_person(ticket, conversation)
        if waiting_since is not None and self._silent_too_long(waiting_since, times, now):
            return PromiseRemedy.RELEASE
        if ticket.overdue(now) and ticket.overdue_told_at is None:
            return PromiseRemedy.TELL_OVERDUE
        return None

    def _silent_too_long(self, waiting_since: datetime, times: WaitingTimes, now: datetime) -> bool:
        # the agent's time begins with the claim, however long the shopper had waited before
        since = max(waiting_since, times.claimed_at or waiting_since)
        seen_at = times.agent_seen_at
        present = seen_at is not None and now - seen_at <= PRESENT_WITHIN
        allowed = self.silence * (PRESENT_AGENT_FACTOR if present else 1)
        return self.hours.due(since.astimezone(now.tzinfo), allowed) <= now


def _waits_for_a_person(ticket: Ticket, conversation: Conversation | None) -> datetime | None:
    """Since when the shopper waits for the agent who has the case; None when nobody has it or nobody waits."""
    if conversation is None or conversation.state is not ConversationState.HUMAN or not ticket.assignee:
        return None
    # on hold: the agent said that it takes longer
    return None if ticket.status is TicketStatus.ON_HOLD else conversation.waiting_since
