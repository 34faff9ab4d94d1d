"""Copy a tracker by its state: Rasa's own copy goes through all events of the conversation again."""

from __future__ import annotations

import copy
from collections import deque

from rasa.shared.core.trackers import DialogueStateTracker

#: What a tracker consists of; other attributes are notes of those who used it.
_STATE = (
    "_max_event_history",
    "_paused",
    "active_loop",
    "assistant_id",
    "events",
    "followup_action",
    "is_rule_tracker",
    "latest_action",
    "latest_bot_utterance",
    "latest_message",
    "model_id",
    "sender_id",
    "sender_source",
    "slots",
)


def copied(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """Make a tracker in the same state, with the same events; what happens to one is not seen by the other."""
    made = DialogueStateTracker.__new__(DialogueStateTracker)
    made.__dict__.update({name: tracker.__dict__[name] for name in _STATE})
    made.events = deque(tracker.events, tracker._max_event_history)
    made.slots = {name: copy.copy(slot) for name, slot in tracker.slots.items()}
    made.active_loop = copy.copy(tracker.active_loop)
    made.latest_action = copy.copy(tracker.latest_action)
    return made
