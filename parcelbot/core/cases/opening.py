"""Open a ticket for a case, or merge the case into its active ticket. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from parcelbot.core.cases.later_details import details_of, with_all, with_newest
from parcelbot.core.cases.matters import calls_off_another
from parcelbot.core.cases.priority import CaseFacts, Priorities, PriorityRow
from parcelbot.core.cases.summary import with_earlier
from parcelbot.core.cases.support_hours import SupportHours
from parcelbot.core.cases.tickets import Detail, DetailKind, Priority, Ticket, TicketDraft, TicketStatus
from parcelbot.core.cases.visits import RETURNS_AFTER

#: Makes the ticket of a draft from the active one with its key, if any, and from older ones of the same order.
MakeTicket = Callable[[Ticket | None, tuple[Ticket, ...]], Ticket]


@dataclass(frozen=True)
class StoredTicket:
    """A ticket as it is stored, and whether it was opened just now or only added to."""

    ticket: Ticket
    is_new: bool


@dataclass(frozen=True)
class OpeningRules:
    """The rules by which a case is opened at the moment `now`, in the shop's time zone."""

    priorities: Priorities
    hours: SupportHours
    now: datetime

    def row(self, case: CaseFacts) -> PriorityRow:
        """Find the row of the priorities that applies."""
        return self.priorities.decide(case)

    def due(self, case: CaseFacts) -> datetime:
        """Give the moment by which this case, opened now, has its first answer: the one that was told, if any was.

        What has come to be urgent since is answered sooner than was told, and never later; else one day stands for all.
        """
        row = self.row(case)
        due = self.hours.due(self.now, row.first_response)
        told = case.told_due
        if told is None or told <= self.now:
            return due
        return min(due, told) if row.priority is Priority.URGENT else told

    def new_ticket(self, draft: TicketDraft, case: CaseFacts, earlier: tuple[Ticket, ...], reference: str) -> Ticket:
        """Make the ticket of a case that has none; `earlier` are older tickets about the same order or parcel."""
        case = self._with_contacts(draft, case, earlier)
        row = self.row(case)
        return Ticket(
            reference=reference,
            draft=replace(draft, priority=row.priority, summary=with_earlier(draft.summary, earlier, self.now)),
            status=TicketStatus.NEW,
            created_at=self.now,
            updated_at=self.now,
            first_response_due=self.due(case),
            priority_row=row.id,
            earlier=_references(earlier),
        )

    def added_to(self, known: Ticket, draft: TicketDraft, case: CaseFacts, earlier: tuple[Ticket, ...]) -> Ticket:
        """Merge the case into its ticket `known`, which never becomes due later, nor less urgent by the same issue.

        After a first answer, another one is owed from now on.
        """
        case = self._with_contacts(draft, case, earlier)
        row, due = self.row(case), self.due(case)
        # what it never was about does not keep it urgent
        raised = row.priority.rank > known.draft.priority.rank or draft.issue != known.draft.issue
        answered = known.first_response_at is not None
        merged = _merged(known.draft, draft)
        return replace(
            known,
            draft=replace(
                merged,
                priority=row.priority if raised else known.draft.priority,
                summary=with_earlier(merged.summary, earlier, self.now),
            ),
            status=TicketStatus.OPEN if known.status is TicketStatus.PENDING else known.status,
            updated_at=self.now,
            first_response_due=known.first_response_due if answered else min(known.first_response_due, due),
            answer_due=min(known.answer_due or due, due) if answered else known.answer_due,
            priority_row=row.id if raised else known.priority_row,
            earlier=tuple(dict.fromkeys((*known.earlier, *_references(earlier)))),
        )

    def _with_contacts(self, draft: TicketDraft, case: CaseFacts, earlier: Iterable[Ticket]) -> CaseFacts:
        """Count older tickets as contacts, unless they were opened in this same visit."""
        days = [(self.now - t.updated_at).days for t in earlier if not self._same_visit(draft, t)]
        known = [case.days_since_contact] if case.days_since_contact is not None else []
        return replace(case, days_since_contact=min([*days, *known], default=None))

    def _same_visit(self, draft: TicketDraft, ticket: Ticket) -> bool:
        here = ticket.draft.conversation_id == draft.conversation_id
        return here and self.now - ticket.created_at < RETURNS_AFTER


def _merged(old: TicketDraft, new: TicketDraft) -> TicketDraft:
    """Merge two drafts of one case into the new one; nothing that was said or sent is dropped.

    Of two numbers the first stays and the other stands beside it, unless only the new ones are proven; the newest
    e-mail is the one to answer to. Of a cancellation the order named last leads: minds change about which one stays.
    """
    new_leads = (new.verified and not old.verified) or calls_off_another(old, new)
    first, second = (new, old) if new_leads else (old, new)
    given = with_all(first, details_of(second))
    given = with_newest(given, Detail(DetailKind.EMAIL, new.email)) if new.email else given
    return replace(
        new,
        row=new.row or old.row,
        order_number=given.order_number,
        tracking_number=given.tracking_number,
        email=given.email,
        also_given=given.also_given,
        verified=first.verified,
        snapshot=new.snapshot if new.parcel_then else {**old.snapshot, **new.snapshot},
        checklist={**old.checklist, **new.checklist},
        transcript=tuple(sorted(dict.fromkeys((*old.transcript, *new.transcript)), key=lambda line: line.at)),
        attachments=tuple(dict.fromkeys((*old.attachments, *new.attachments))),
    )


def _references(tickets: Iterable[Ticket]) -> tuple[str, ...]:
    return tuple(ticket.reference for ticket in tickets)
