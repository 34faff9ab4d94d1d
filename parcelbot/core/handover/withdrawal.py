"""Decide what becomes of a case that its shopper takes back before anybody has begun with it. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from parcelbot.core.cases.conversation import ConversationState, OwnershipMove
from parcelbot.core.cases.tickets import TicketStatus
from parcelbot.core.handover.decisions import Decision, LockedCase


def withdraw(case: LockedCase, now: datetime) -> Decision:
    """End a case that nobody has begun with; the chat goes back to the bot. Nothing changes once a person has it."""
    ticket = case.ticket
    if ticket.status is not TicketStatus.NEW or case.holder:
        return Decision(ticket)
    ended = replace(ticket, status=TicketStatus.SOLVED, solved_at=now, updated_at=now)
    waits = case.conversation is not None and case.conversation.state is ConversationState.REQUESTED
    return Decision(ended, moves=(OwnershipMove.WITHDRAW,) if waits and not case.siblings else ())
