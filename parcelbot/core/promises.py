"""What was promised to shoppers who wait for a person, and what to do when it is not kept. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from parcelbot.core.conversation import Author, Conversation, Message, State
from parcelbot.core.support_hours import SupportHours
from parcelbot.core.tickets import Ticket, TicketStatus

#: Table and row of the line that tells a shopper who joined.
CLAIMED = ("handover", "claimed")

#: An agent whose browser asked within this time is there.
PRESENT = timedelta(minutes=2)

#: One who is there may be writing or looking something up: they get this many times the silence.
PATIENCE_WITH_THE_PRESENT = 2


class Step(str, Enum):
    """What a broken promise calls for."""

    RELEASE = "release"
    TELL_OVERDUE = "tell_overdue"


@dataclass(frozen=True)
class Moments:
    """Aware moments of a conversation that a person has, None for what did not happen.

    `claimed_at` is when the shopper was last told that somebody joined, `agent_wrote_at` when an agent last
    wrote, `shopper_wrote_at` when the shopper first wrote after both, `agent_seen_at` when the agent's
    browser last asked for anything.
    """

    claimed_at: datetime | None = None
    agent_wrote_at: datetime | None = None
    shopper_wrote_at: datetime | None = None
    agent_seen_at: datetime | None = None

    @property
    def waiting_since(self) -> datetime | None:
        """Since when the shopper waits for the agent; None when it is the agent who waits."""
        if self.claimed_at and (self.agent_wrote_at is None or self.agent_wrote_at < self.claimed_at):
            return self.claimed_at
        return self.shopper_wrote_at


def moments_of(said: Sequence[Message], agent_seen_at: datetime | None = None) -> Moments:
    """What the lines of a conversation, in order, say about who waits for whom."""
    claimed = [line for line in said if _row(line) == CLAIMED]
    wrote = [line for line in said if line.author is Author.AGENT]
    attended = max((line.seq for line in (*claimed[-1:], *wrote[-1:])), default=0)
    asked = (line for line in said if line.author is Author.SHOPPER and line.seq > attended)
    return Moments(
        claimed_at=claimed[-1].at if claimed else None,
        agent_wrote_at=wrote[-1].at if wrote else None,
        shopper_wrote_at=next((line.at for line in asked), None),
        agent_seen_at=agent_seen_at,
    )


def _row(line: Message) -> tuple[str, str]:
    answer = line.answer or {}
    return answer.get("table", ""), answer.get("row", "")


@dataclass(frozen=True)
class Watch:
    """The rules: an agent may be silent for `silence`, counted within `hours`."""

    hours: SupportHours
    silence: timedelta

    def step(self, ticket: Ticket, conversation: Conversation | None, moments: Moments, now: datetime) -> Step | None:
        """What to do about the ticket now; None when nothing. `now` is in the zone of the working hours."""
        if not ticket.status.active:
            return None
        if self._in_hand(ticket, conversation) and self._left_alone(moments, now):
            return Step.RELEASE
        if ticket.overdue(now) and ticket.overdue_told_at is None:
            return Step.TELL_OVERDUE
        return None

    def _in_hand(self, ticket: Ticket, conversation: Conversation | None) -> bool:
        # on hold: the agent said that it takes longer
        held = ticket.status is TicketStatus.ON_HOLD
        return bool(conversation and conversation.state is State.HUMAN and ticket.assignee and not held)

    def _left_alone(self, moments: Moments, now: datetime) -> bool:
        since = moments.waiting_since
        if since is None:
            return False
        seen_at = moments.agent_seen_at
        present = seen_at is not None and now - seen_at <= PRESENT
        allowed = self.silence * (PATIENCE_WITH_THE_PRESENT if present else 1)
        return self.hours.due(since.astimezone(now.tzinfo), allowed) <= now
