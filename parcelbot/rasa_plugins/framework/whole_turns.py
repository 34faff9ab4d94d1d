"""Save a conversation only after a turn in which every action ran, so that one that failed can begin again.

Rasa goes on when an action fails, and saves what is left of the turn as if that were all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from rasa.core.processor import MessageProcessor
from rasa.shared.core.trackers import DialogueStateTracker

_rasas_own = MessageProcessor.save_tracker
_failures: ContextVar[list[Exception] | None] = ContextVar("failures of this turn's actions", default=None)


class TurnBroken(RuntimeError):
    """A turn in which an action failed; its cause is what the action failed over. Nothing of the turn was saved."""


@contextmanager
def whole_turn() -> Iterator[None]:
    """Let the turn that runs in this context be saved as a whole or not at all."""
    token = _failures.set([])
    try:
        yield
    finally:
        _failures.reset(token)


def action_failed(error: Exception) -> None:
    """Note that an action failed in the turn of this context; elsewhere that is Rasa's to deal with."""
    failures = _failures.get()
    if failures is not None:
        failures.append(error)


async def save_whole(processor: MessageProcessor, tracker: DialogueStateTracker) -> None:
    """Do what `MessageProcessor.save_tracker` does, unless an action failed: TurnBroken then."""
    failures = _failures.get()
    if failures:
        raise TurnBroken("an action failed in this turn") from failures[0]
    await _rasas_own(processor, tracker)
