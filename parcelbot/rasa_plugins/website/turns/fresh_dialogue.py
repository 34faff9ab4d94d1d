"""Clean the dialogue of a shopper whom a person gave back: what was left open before is not taken up again."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import ActiveLoop, Event, SlotSet, UserUttered

#: Slots that say where a dialogue stands. What is known of the parcel, the order and the shopper stays.
_LEFT_OPEN = (
    "requested_slot",
    "need",
    "choices",
    "asked",
    "awaiting",
    "also_asked",
    "apology_due",
    "frustration",
    "fallbacks",
    "ticket_email",
    "ticket_order",
    "ticket_confirmed",
    "ticket_editing",
    "ticket_pending",
)


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
    slots = [SlotSet(name, None) for name in _LEFT_OPEN if tracker.get_slot(name) is not None]
    return [*([ActiveLoop(None)] if tracker.active_loop else []), *slots]
