"""Fold the old turns of a long conversation into few events that lead to the same state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.events import UserUttered as Message
from rasa.shared.core.trackers import DialogueStateTracker

#: So many turns stay as they were said when more than FOLDED_ABOVE have come together.
KEPT_TURNS = 10
FOLDED_ABOVE = 20


@dataclass(frozen=True)
class Folding:
    """A conversation made shorter: `snapshot` are the events that stand for all but the newest `kept`."""

    tracker: DialogueStateTracker
    snapshot: tuple[Event, ...]
    kept: int


def fold(tracker: DialogueStateTracker) -> Folding | None:
    """Leave earlier sessions out, as Rasa's store does, or fold old turns; None when there is nothing to shorten.

    A fold that would lead to another state is left for a later turn: while a form is open, after steps back beyond it.
    """
    events = list(tracker.events)
    if start := _session_start(events):
        return _folding(tracker, [], events[start:])
    boundary = _boundary(events)
    if not boundary:
        return None
    folded = _folding(tracker, _standing_for(tracker, events[:boundary]), events[boundary:])
    return folded if _state(folded.tracker) == _state(tracker) else None


def _session_start(events: list[Event]) -> int:
    """Find the newest session's first event; 0 when nothing is before it."""
    starts = (n for n in range(len(events) - 1, -1, -1) if isinstance(events[n], SessionStarted))
    return next(starts, 0)


def _boundary(events: list[Event]) -> int:
    """Find the event with which the kept turns begin; 0 when the conversation is not long enough."""
    turns = [n for n, event in enumerate(events) if isinstance(event, Message)]
    return turns[-KEPT_TURNS] if len(turns) > FOLDED_ABOVE else 0


def _folding(tracker: DialogueStateTracker, snapshot: list[Event], kept: list[Event]) -> Folding:
    return Folding(_replayed(tracker, [*snapshot, *kept]), tuple(snapshot), len(kept))


def _replayed(tracker: DialogueStateTracker, events: list[Event]) -> DialogueStateTracker:
    made = tracker.init_copy()
    made.sender_id, made.model_id, made.assistant_id = tracker.sender_id, tracker.model_id, tracker.assistant_id
    for event in events:
        made.update(event)
    return made


def _standing_for(tracker: DialogueStateTracker, folded: list[Event]) -> list[Event]:
    """Make the events that lead where `folded` led, at the time of the last of them."""
    then = _replayed(tracker, folded)
    made = list(_session(then))
    for event in made:
        event.timestamp = folded[-1].timestamp
    return made


def _session(then: DialogueStateTracker) -> Iterator[Event]:
    yield SessionStarted()
    for name, slot in then.slots.items():
        if slot.has_been_set:
            yield SlotSet(name, slot.value)
    yield ActionExecuted(ACTION_LISTEN_NAME)


def _state(tracker: DialogueStateTracker) -> dict[str, Any]:
    """Sum up what decides how the conversation goes on."""
    return {
        "slots": tracker.current_slot_values(),
        "message": tracker.latest_message,
        "action": tracker.latest_action,
        "followup": tracker.followup_action,
        "paused": tracker.is_paused(),
        "loop": tracker.active_loop,
    }
