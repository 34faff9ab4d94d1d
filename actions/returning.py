"""A shopper who comes back after hours or days hears where the case stands, once."""

from __future__ import annotations

from datetime import datetime

from rasa_sdk.events import EventType, SlotSet

from actions.ticket_words import tell_status
from actions.turn import Turn
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.cases.visits import VISIT_GAP


def away(turn: Turn) -> list[EventType]:
    """Slot events that mark a return: the shopper has been silent for `VISIT_GAP` or longer."""
    if turn.seq is None:
        return []
    last = turn.services.record.last_heard(turn.conversation_id, turn.seq)
    if last is None or turn.services.clock() - last < VISIT_GAP:
        return []
    return [SlotSet("away_since", last.isoformat())]


def welcome_back(turn: Turn) -> list[EventType]:
    """Tell a shopper who has come back of the tickets that are open, or were solved meanwhile."""
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
