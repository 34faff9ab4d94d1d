"""Tell a shopper who comes back after hours or days where the case stands, once."""

from __future__ import annotations

from datetime import datetime

from rasa_sdk.events import EventType, SlotSet

from actions.ticket_wording import tell_status
from actions.turn import Turn
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.cases.visits import RETURNS_AFTER


def detect_return(turn: Turn) -> list[EventType]:
    """Set the slot `away_since` when the shopper has been silent for `RETURNS_AFTER` or longer; [] otherwise."""
    if turn.seq is None:
        return []
    last = turn.services.record.last_heard(turn.conversation_id, turn.seq)
    if last is None or turn.services.clock() - last < RETURNS_AFTER:
        return []
    return [SlotSet("away_since", last.isoformat())]


def welcome_back(turn: Turn) -> list[EventType]:
    """Tell a shopper who has come back of tickets that are open or were solved meanwhile; [] for nobody else."""
    since = turn.slot("away_since")
    if not since:
        return []
    tickets = turn.services.tickets.of_conversation(turn.conversation_id)
    followed = {reference for ticket in tickets for reference in ticket.earlier}
    news = [t for t in tickets if _is_news(t, datetime.fromisoformat(since)) and t.reference not in followed]
    tell_status(turn, news, "utter_welcome_back")
    return [SlotSet("away_since", None)]


def _is_news(ticket: Ticket, since: datetime) -> bool:
    return ticket.status.active or (ticket.solved_at is not None and ticket.solved_at > since)
