"""By when a case is answered that goes back to the queue after it had been answered before. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from parcelbot.core.cases.priority import Priorities
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Ticket


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
