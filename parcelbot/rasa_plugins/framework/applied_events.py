"""Tell which events of a conversation count, with one look at each event's class instead of five.

Rasa's events have an abstract base, which makes every `isinstance` that fails dear, and most events are of no
class that undoes anything.
"""

from __future__ import annotations

from functools import cache

from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    Event,
    Restarted,
    SessionStarted,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

#: In the order in which Rasa asks for them.
_UNDOING = (Restarted, SessionStarted, ActionReverted, UserUtteranceReverted, ActionExecuted)


def applied_events(tracker: DialogueStateTracker) -> list[Event]:
    """Give what `DialogueStateTracker.applied_events` gives: all events but those that were undone."""
    loops = {event.name for event in tracker.events if _is_loop(event.__class__) and event.name}
    applied: list[Event] = []
    for event in tracker.events:
        kind = _undoing_kind(event.__class__)
        if kind is None:
            applied.append(event)
        elif kind is ActionExecuted:
            _apply_action(tracker, event, loops, applied)
        elif kind in (Restarted, SessionStarted):
            applied = []
        else:
            if kind is UserUtteranceReverted:
                # the message, and below the listening before it
                tracker._undo_till_previous(UserUttered, applied)
            tracker._undo_till_previous(ActionExecuted, applied)
    return applied


def _apply_action(tracker: DialogueStateTracker, event: ActionExecuted, loops: set[str], applied: list[Event]) -> None:
    name = event.action_name
    if name in loops and not tracker._first_loop_execution_or_unhappy_path(name, applied):
        tracker._undo_till_previous_loop_execution(name, applied)
    else:
        applied.append(event)


@cache
def _undoing_kind(kind: type[Event]) -> type[Event] | None:
    """The class among those that undo, or may undo, which `kind` is or comes from; None for all other events."""
    return next((undoing for undoing in _UNDOING if issubclass(kind, undoing)), None)


@cache
def _is_loop(kind: type[Event]) -> bool:
    """True for the event that opens or closes a form."""
    return issubclass(kind, ActiveLoop)
