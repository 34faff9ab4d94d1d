"""Hold what the planner gives back of one turn."""

from __future__ import annotations

from dataclasses import dataclass, field

from parcelbot.core.answering.memory import Memory
from parcelbot.core.dialogue.composing import Utterance
from parcelbot.core.dialogue.readings import ReadChange
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.watching.watch import WatchChanges


@dataclass(frozen=True)
class PlannedTurn:
    """A planned turn: what is said, what is known after it, what happens to the case, and what is watched from now.

    `read` is what changed the message before that, as it was heard first.
    """

    messages: tuple[Utterance, ...]
    memory: Memory
    dialogue: Dialogue
    open_case: bool = False
    add_to_case: bool = False
    watching: WatchChanges = field(default_factory=WatchChanges)
    read: tuple[ReadChange, ...] = ()
