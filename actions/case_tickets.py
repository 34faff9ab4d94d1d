"""Find the ticket that a case goes on, and keep its key: one case, one ticket. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parcelbot.core.answering.memory import NO_PARCEL, Memory
from parcelbot.core.cases.matters import calls_off_another, is_same_case
from parcelbot.core.cases.tickets import Ticket, TicketDraft
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.questions import DANGERS, Question

#: Asking for a person after one of these names no other issue than the one that is being settled.
NO_ISSUE_OF_ITS_OWN = ("", Question.WHERE_IS_MY_ORDER)


def ticket_of(own: Sequence[Ticket], issue: str, memory: Memory, dialogue: Dialogue) -> Ticket | None:
    """Find the ticket among a conversation's `own` that the case goes on: an active one, else the last that was solved.

    None when there is none, or the shopper has since come to another parcel or another issue.
    """
    tickets = [ticket for ticket in own if _is_about(ticket, issue, memory, dialogue)]
    return next((t for t in tickets if t.status.active), next(iter(tickets), None))


def continuing(draft: TicketDraft, existing: Ticket, issue: str) -> TicketDraft:
    """Give a draft that goes on an `existing` ticket: it keeps what that one is about."""
    old = existing.draft
    if calls_off_another(old, draft):
        return replace(draft, row=draft.row or old.row, email=draft.email or old.email)
    return replace(
        draft,
        issue=issue,
        row=draft.row or old.row,
        tracking_number=old.tracking_number,
        order_number=draft.order_number if old.tracking_number else old.order_number,
        email=draft.email or old.email,
    )


def given(number: str) -> str:
    """Give the number of a parcel; "" where the shopper said that there is none."""
    return "" if number == NO_PARCEL else number


def _is_about(ticket: Ticket, issue: str, memory: Memory, dialogue: Dialogue) -> bool:
    old = ticket.draft
    if dialogue.danger:
        return old.issue in DANGERS
    if issue == Question.CANCEL_ORDER == old.issue and ticket.status.active:
        return True
    parcel = given(memory.parcel) or memory.tracking_number
    same_parcel = not parcel or parcel == old.tracking_number
    same_order = not memory.order_number or parcel or memory.order_number == old.order_number
    return bool(same_parcel and same_order) and _continues(ticket, issue)


def _continues(ticket: Ticket, issue: str) -> bool:
    """Tell whether the issue goes on a ticket of its parcel; on a settled one goes only what it was about."""
    old = ticket.draft.issue
    return issue in (*NO_ISSUE_OF_ITS_OWN, old) or (ticket.status.active and is_same_case(issue, old))
