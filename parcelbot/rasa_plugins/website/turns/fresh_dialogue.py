"""Read in a dialogue how far it is, and end what was left open when a person came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered

from parcelbot.core.dialogue.state import dialogue_from_json

_DIALOGUE = "dialogue"


def message_id(conversation_id: str, seq: int) -> str:
    """Make the id by which Rasa's tracker knows a shopper's message."""
    return f"{conversation_id}:{seq}"


def last_handled(tracker: Any) -> int:
    """Find the seq of the newest message in a tracker; 0 when it has none of this channel."""
    heard = (event for event in reversed(tracker.events) if isinstance(event, UserUttered))
    seqs = (str(event.message_id).rpartition(":")[2] for event in heard)
    return next((int(seq) for seq in seqs if seq.isdigit()), 0)


def said_after(tracker: Any, message_id: str) -> list[Mapping[str, Any]] | None:
    """List what the bot said after a message, as Rasa sends it; None for a message the dialogue does not know."""
    events = list(tracker.events)
    heard = [place for place, event in enumerate(events) if getattr(event, "message_id", None) == message_id]
    if not heard:
        return None
    return [event.message() for event in events[heard[-1] :] if isinstance(event, BotUttered)]


def leave_off(tracker: Any) -> list[Event]:
    """Make the events that end whatever a tracker is in the middle of; [] when it is in the middle of nothing."""
    standing = dialogue_from_json(tracker.get_slot(_DIALOGUE))
    left = standing.left_off()
    return [] if left == standing else [SlotSet(_DIALOGUE, left.to_json())]
