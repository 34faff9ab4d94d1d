"""Promise an answer to shoppers who wait for a person, and find the remedy when the promise is broken. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from parcelbot.core.cases.conversation import Conversation, ConversationState
from parcelbot.core.cases.priority import Priorities
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Ticket, TicketStatus

#: Table and row of the ledger line that tells a shopper who joined.
CLAIM_LINE = ("handover", "claimed")

#: An agent whose browser asked for something within this time counts as present.
PRESENT_WITHIN = timedelta(minutes=2)

#: A present agent may be writing or looking something up, and may be silent this many times as long.
PRESENT_AGENT_FACTOR = 2

#: Table and row of the ledger line that tells a shopper that the agent has not answered yet.
SIGN_LINE = ("handover", "waiting")

#: A shopper who writes to an agent hears something within this time, at night too, unless the agent is writing.
SIGN_AFTER = timedelta(seconds=45)


@dataclass(frozen=True)
class ReplyDeadline:
    """Reply deadline for a case returned to the queue: the working time of the ticket's priority row, counted anew."""

    priorities: Priorities
    hours: SupportHours

    def __call__(self, ticket: Ticket, now: datetime) -> datetime:
        """Give the deadline, in the time zone of `now`.

        A ticket ranked by hand, or by a row that no longer exists, gets the longest time among the rows of its
        priority, or among all rows when no row has it: nothing is promised that might not be kept.
        """
        rows = self.priorities.rows
        own = [row for row in rows if row.id == ticket.priority_row]
        ranked = [row for row in rows if row.priority is ticket.draft.priority]
        return self.hours.due(now, max(row.first_response for row in own or ranked or rows))


class PromiseRemedy(str, Enum):
    """The remedy where somebody waits: the case goes back to the queue, or the shopper hears what the matter is.

    `tell_waiting`: that the agent has not answered yet. `tell_overdue`: that a promised answer is late.
    """

    RELEASE = "release"
    TELL_WAITING = "tell_waiting"
    TELL_OVERDUE = "tell_overdue"


@dataclass(frozen=True)
class WaitingTimes:
    """The moments from which waiting counts, aware; None for what did not happen.

    `claimed_at` is when the shopper was last told that an agent joined, `agent_seen_at` when that agent's browser last
    asked for anything, `sign_at` when the shopper was last told that the agent has not answered yet.
    """

    claimed_at: datetime | None = None
    agent_seen_at: datetime | None = None
    sign_at: datetime | None = None

    def agent_is_present(self, now: datetime) -> bool:
        """Tell whether the agent's browser has asked for something just now."""
        return self.agent_seen_at is not None and now - self.agent_seen_at <= PRESENT_WITHIN


@dataclass(frozen=True)
class PromiseRules:
    """The rules of waiting: an agent may be silent for `silence`, counted within `hours`."""

    hours: SupportHours
    silence: timedelta

    def remedy(
        self, ticket: Ticket, conversation: Conversation | None, times: WaitingTimes, now: datetime
    ) -> PromiseRemedy | None:
        """Give the remedy for the ticket; None when none is needed. `now` is in the zone of the working hours."""
        if not ticket.status.active:
            return None
        waiting_since = _waits_for_a_person(ticket, conversation)
        if waiting_since is not None and self._silent_too_long(waiting_since, times, now):
            return PromiseRemedy.RELEASE
        if ticket.overdue(now) and ticket.overdue_told_at is None:
            return PromiseRemedy.TELL_OVERDUE
        if conversation is not None and ticket.assignee and _is_left_without_a_word(conversation, times, now):
            return PromiseRemedy.TELL_WAITING
        return None

    def _silent_too_long(self, waiting_since: datetime, times: WaitingTimes, now: datetime) -> bool:
        # the agent's time begins with the claim, however long the shopper had waited before
        since = max(waiting_since, times.claimed_at or waiting_since)
        allowed = self.silence * (PRESENT_AGENT_FACTOR if times.agent_is_present(now) else 1)
        return self.hours.due(since.astimezone(now.tzinfo), allowed) <= now


def _is_left_without_a_word(conversation: Conversation, times: WaitingTimes, now: datetime) -> bool:
    """Tell whether the shopper waits for the agent in the chat, who is not writing, and has not been told so."""
    since = conversation.waiting_since
    if conversation.state is not ConversationState.HUMAN or since is None or conversation.agent_writes(now):
        return False
    waits_from = max(since, times.claimed_at or since)
    was_told = times.sign_at is not None and times.sign_at >= since
    return not was_told and now - waits_from >= SIGN_AFTER


def _waits_for_a_person(ticket: Ticket, conversation: Conversation | None) -> datetime | None:
    """Give the moment since which the shopper waits for the agent; None when no agent has the case or nobody waits."""
    if conversation is None or conversation.state is not ConversationState.HUMAN or not ticket.assignee:
        return None
    # on hold: the agent said that it takes longer
    return None if ticket.status is TicketStatus.ON_HOLD else conversation.waiting_since
