"""Clean the dialogue of a shopper whom a person gave back: what was left open before is not taken up again."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import Event, SlotSet, UserUttered

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


def leave_off(tracker: Any) -> list[Event]:
    """Make the events that end whatever a tracker is in the middle of; [] when it is in the middle of nothing."""
    standing = dialogue_from_json(tracker.get_slot(_DIALOGUE))
    left = standing.left_off()
    return [] if left == standing else [SlotSet(_DIALOGUE, left.to_json())]
